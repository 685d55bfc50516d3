// Search: roles, units and work; every hit is marked and the branches it stands in are opened.
const field = $("search"), found = $("found");
const plainly = (text) => text.normalize("NFKC").toLowerCase();
let index = null, hits = [], at = -1;

function indexed(item) {
  const { answers, beside, job } = worksOf(item), sheet = sheetOf(item).dataset;
  const work = [...answers, ...beside, ...job];
  const shownText = [part(item, ".t"), part(item, ".n")].join("\n");
  const all = [shownText, bandOf(item), unitOf(item), sheet.role, sheet.short, ...work];
  return { item, shown: plainly(shownText), all: plainly(all.join("\n")), work };
}

const holds = (text, words) => words.every((word) => text.includes(word));

function clearHits() {
  for (const { item } of hits) {
    cardOf(item).classList.remove("hit", "now");
    cardOf(item).querySelector(".why")?.remove();
  }
  CSS.highlights?.delete("found");
  hits = [];
  at = -1;
}

// Says on the card which work was meant where its name and unit do not.
function mark({ item, shown, work }, words) {
  const card = cardOf(item);
  card.classList.add("hit");
  const meant = holds(shown, words) ? null : work.find((name) => words.some((word) => plainly(name).includes(word)));
  if (meant) card.querySelector(".w").append(element("span", meant, "why"));
}

function paintWords(words) {
  if (!CSS.highlights) return;
  const ranges = [];
  for (const { item } of hits) for (const place of cardOf(item).querySelectorAll(".t, .n, .why")) {
    const text = place.firstChild, data = text?.data.toLowerCase() ?? "";
    for (const word of words) for (let i = data.indexOf(word); i >= 0; i = data.indexOf(word, i + word.length)) {
      const range = new Range();
      range.setStart(text, i);
      range.setEnd(text, i + word.length);
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
}

function find() {
  index ??= items.map(indexed);
  clearHits();
  const words = plainly(field.value).split(/\s+/).filter(Boolean);
  hits = words.length ? index.filter((entry) => holds(entry.all, words)) : [];
  for (const hit of hits) {
    mark(hit, words);
    open(hit.item);
  }
  paintWords(words);
  $("previous").disabled = $("next-hit").disabled = !hits.length;
  found.textContent = !words.length ? "" : hits.length ? say("page.hits", { count: hits.length }) : say("page.no_hits");
  refresh();
  if (hits.length) keepInView(hits[0].item);
}

function goTo(by) {
  if (!hits.length) return;
  if (at >= 0) cardOf(hits[at].item).classList.remove("now");
  at = at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length;
  const { item } = hits[at];
  cardOf(item).classList.add("now");
  found.textContent = say("page.hit", { index: at + 1, count: hits.length, name: nameOf(item) });
  makeCurrent(item);
  reveal(item);
}

function onFieldKey(event) {
  if (event.isComposing) return;
  if (event.key === "Enter") goTo(event.shiftKey ? -1 : 1);
  else if (event.key === "ArrowDown" && hits.length) go(hits[Math.max(at, 0)].item);
  else if (event.key === "Escape" && field.value) {
    field.value = "";
    find();
    event.stopPropagation();
  } else return;
  event.preventDefault();
}

function listenToSearch() {
  field.addEventListener("input", (event) => event.isComposing || find());
  field.addEventListener("compositionend", find);
  field.addEventListener("keydown", onFieldKey);
  $("previous").addEventListener("click", () => goTo(-1));
  $("next-hit").addEventListener("click", () => goTo(1));
}
