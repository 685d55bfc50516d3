"""The sheet of posts: who is where, reports to whom, and answers for what."""

from __future__ import annotations

from collections import Counter

from bot.documents.boxes import one_line
from bot.documents.contents import Contents, PostRow
from bot.documents.xlsx.book import NUMBER, TEXT, TOTAL, Book, Column, total
from bot.documents.xlsx.cells import Cell, Formula, place, span
from bot.render import plain

ID, ROLE, _UNIT, PEOPLE, LEADER, _NAME, LEVEL, DIRECT = range(8)
FIRST = 1  # row
_MOST_LEVELS = 7  # of rows that fold


def last(made: Contents) -> int:
    """Tell the row of the last post."""
    return FIRST + len(made.posts) - 1


def direct(made: Contents) -> Counter[str]:
    """Count the people who report directly to a post, by its id."""
    reports: Counter[str] = Counter()
    for post in made.posts:
        if post.leader:
            reports[post.leader] += post.people
    return reports


def posts(book: Book, made: Contents) -> None:
    """Write a row a post and the total of people."""
    sheet, end = book.sheet("posts", _columns(book, made)), last(made)
    sheet.head(fixed=2)
    rows, reports = _Rows(book, made), direct(made)
    sheet.sheet.outline_settings(symbols_below=False)
    for row, post in enumerate(made.posts, FIRST):
        cells = rows.cells(row, post, reports[post.id])
        sheet.row(row, cells)
        is_leader = bool(post.people_below)
        sheet.put(row, ROLE, cells[ROLE], {"indent": post.depth, "bold": is_leader})
        sheet.fold(row, min(post.depth, _MOST_LEVELS))
    total_cells: list[Cell] = [None] * len(sheet.columns)
    total_cells[ROLE] = plain(book.speak.say("sheet.total"))
    total_cells[PEOPLE] = total(FIRST, end, PEOPLE, sum(post.people for post in made.posts))
    sheet.row(end + 1, total_cells, TOTAL)
    sheet.finish(end)


def _has_also(made: Contents) -> bool:
    return any(post.also_leaders for post in made.posts)


def _has_names(made: Contents) -> bool:
    return any(post.title or post.names for post in made.posts)


def _columns(book: Book, made: Contents) -> list[Column]:
    """List the columns, the last ones only where somebody has a second leader or an own name."""
    say = book.speak.say
    columns = [
        Column(say("sheet.id"), 9, {}),
        Column(say("sheet.role"), 30, TEXT),
        Column(say("sheet.unit"), 34, TEXT),
        Column(say("sheet.people"), 9, NUMBER),
        Column(say("sheet.leader_id"), 11, {}),
        Column(say("sheet.leader"), 24, TEXT),
        Column(say("sheet.level"), 9, NUMBER),
        Column(say("sheet.direct"), 11, {**NUMBER, "num_format": "#__"}),  # a nought is left out
        Column(say("sheet.functions"), 40, TEXT),
        Column(say("sheet.hats"), 36, TEXT),
    ]
    if _has_also(made):
        columns.append(Column(say("sheet.also"), 12, TEXT))
    if _has_names(made):
        columns.append(Column(say("sheet.own_title"), 24, TEXT))
        columns.append(Column(say("sheet.own_names"), 36, TEXT))
    return columns


class _Rows:
    def __init__(self, book: Book, made: Contents) -> None:
        end = last(made)
        self.made = made
        self.join = book.speak.join
        self.roles = {post.id: one_line(post.role) for post in made.posts}
        self.ids, self.names = span(ID, FIRST, end), span(ROLE, FIRST, end)
        self.people, self.leaders = span(PEOPLE, FIRST, end), span(LEADER, FIRST, end)

    def cells(self, row: int, post: PostRow, reports: int) -> list[Cell]:
        """Give the cells of a post; the name of its leader follows when that one is renamed."""
        leader, own = place(row, LEADER), place(row, ID)
        found = f"INDEX({self.names},MATCH({leader},{self.ids},0))"
        name = Formula(f'=IF({leader}="","",{found})', self.roles.get(post.leader or "", ""))
        cells: list[Cell] = [
            post.id,
            one_line(post.role),
            one_line(post.unit),
            post.people,
            post.leader,
            name,
            post.depth + 1,
            Formula(f"=SUMIF({self.leaders},{own},{self.people})", reports),
            self._listed(post.functions),
            self._listed(post.hats),
        ]
        if _has_also(self.made):
            cells.append(", ".join(post.also_leaders))
        if _has_names(self.made):
            cells += [one_line(post.title), self._listed(post.names)]
        return cells

    def _listed(self, names: tuple[str, ...]) -> str:
        return plain(self.join([one_line(name) for name in names]))
