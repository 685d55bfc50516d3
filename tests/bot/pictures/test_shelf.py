"""The shelf of pictures: bounded, and what was wanted last stays longest."""

from bot.pictures.shelf import Shelf


def _full() -> Shelf[str]:
    shelf: Shelf[str] = Shelf(10)
    shelf.put(b"a", "first", 5)
    shelf.put(b"b", "second", 5)
    return shelf


def test_what_was_not_wanted_for_longest_makes_room() -> None:
    shelf = _full()
    assert shelf.get(b"a") == "first"
    shelf.put(b"c", "third", 3)
    assert shelf.get(b"b") is None
    assert shelf.get(b"a") == "first"
    assert shelf.get(b"c") == "third"


def test_what_is_too_heavy_is_not_kept() -> None:
    shelf = _full()
    shelf.put(b"c", "huge", 11)
    assert shelf.get(b"c") is None


def test_a_value_can_be_replaced() -> None:
    shelf = _full()
    shelf.put(b"a", "again", 4)
    shelf.put(b"c", "third", 1)
    assert [shelf.get(key) for key in (b"a", b"b", b"c")] == ["again", "second", "third"]


def test_a_cleared_shelf_is_empty() -> None:
    shelf = _full()
    shelf.clear()
    assert shelf.get(b"a") is None
