// The chart as a tree: names for screen readers, folding, moving from box to box by keyboard.
const $ = (id) => document.getElementById(id);
const WORDS = JSON.parse($("words").textContent);
const say = (key, values = {}) => WORDS[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const isPhone = matchMedia("(max-width: 640px)");
const tree = $("tree");
const items = [...tree.querySelectorAll("li[id]")];
const top = items[0];

const cardOf = (item) => item.querySelector(".c");
const part = (item, name) => cardOf(item).querySelector(name)?.textContent ?? "";
const leaderOf = (item) => item.parentElement.closest("li[id]");
const isLeader = (item) => item.hasAttribute("aria-expanded");
const isShut = (item) => item.classList.contains("shut");
const isShown = (item) => !item.parentElement.closest(".shut");
const shown = () => items.filter(isShown);
const children = new Map(items.map((item) => [item, []]));
for (const item of items.slice(1)) children.get(leaderOf(item)).push(item);
const below = (item) => children.get(item);

function bandOf(item) {
  const card = item.parentElement.closest("li")?.querySelector(".c");
  return card?.parentElement.closest("li").id ? "" : card?.querySelector(".t").textContent ?? "";
}

function nameOf(item) {
  const unit = part(item, ".n") || bandOf(item);
  return unit ? say("tree.in_unit", { role: part(item, ".t"), unit }) : part(item, ".t");
}

function labelOf(item, name = nameOf(item)) {
  const number = part(item, ".k");
  if (!number) return name;
  if (number.startsWith("×")) return say("tree.many", { role: name, count: number.slice(1) });
  return say("tree.summary", { label: name, people: number });
}

function setShut(item, shut) {
  if (!isLeader(item)) return;
  item.classList.toggle("shut", shut);
  item.setAttribute("aria-expanded", String(!shut));
  cardOf(item).querySelector(".f").setAttribute("aria-label", say(shut ? "page.unfold" : "page.fold", { name: nameOf(item) }));
}

function setAllShut(shut) {
  for (const item of items) setShut(item, shut && item !== top);
  if (!isShown(current)) makeCurrent(top);
}

function open(item) {
  for (let above = leaderOf(item); above; above = leaderOf(above)) if (isShut(above)) setShut(above, false);
}

// Only one box can be reached by Tab; the arrow keys go on from there.
let current = top;
function makeCurrent(item) {
  current.tabIndex = -1;
  current = item;
  current.tabIndex = 0;
}

function go(item) {
  if (!item) return;
  makeCurrent(item);
  item.focus({ preventScroll: true });
  keepInView(item);
}

function goByLetter(letter) {
  const all = shown(), from = all.indexOf(current) + 1;
  go([...all.slice(from), ...all.slice(0, from)].find((item) => part(item, ".t").toLowerCase().startsWith(letter)));
}

function goRight() {
  if (isShut(current)) setShut(current, false);
  else go(below(current)[0]);
}

function goLeft() {
  if (isLeader(current) && !isShut(current)) setShut(current, true);
  else go(leaderOf(current));
}

function step(by) {
  const all = shown();
  go(all[all.indexOf(current) + by]);
}

const KEYS = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  ArrowRight: goRight,
  ArrowLeft: goLeft,
  Home: () => go(top),
  End: () => go(shown().at(-1)),
  Enter: () => openDetails(current),
  " ": () => openDetails(current),
  "*": () => leaderOf(current) && below(leaderOf(current)).forEach((item) => setShut(item, false)),
};

function onTreeKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches("li[id]")) return;
  if (event.shiftKey && event.key.startsWith("Arrow")) return;
  if (KEYS[event.key]) KEYS[event.key]();
  else if (event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key) && event.key !== "0") goByLetter(event.key.toLowerCase());
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function onTreeClick(event) {
  const card = event.target.closest(".c"), item = card?.closest("li");
  if (!item?.id) return;
  if (event.target.closest(".f")) toggle(item);
  else openDetails(item);
}

// A folded or unfolded box stays where it is on the screen.
function toggle(item) {
  const before = cardOf(item).getBoundingClientRect();
  setShut(item, !isShut(item));
  if (!isShown(current)) makeCurrent(item);
  refresh();
  const after = cardOf(item).getBoundingClientRect();
  view.scrollBy(after.left - before.left, after.top - before.top);
}

function foldButton() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "f";
  button.tabIndex = -1;
  return button;
}

function describe(item, level, place, among) {
  item.setAttribute("role", "treeitem");
  item.setAttribute("aria-level", level);
  item.setAttribute("aria-posinset", place);
  item.setAttribute("aria-setsize", among);
  item.setAttribute("aria-label", labelOf(item));
  item.tabIndex = -1;
  if (below(item).length) {
    cardOf(item).append(foldButton());
    item.setAttribute("aria-expanded", "true");
    setShut(item, false);
  }
  below(item).forEach((child, i, all) => describe(child, level + 1, i + 1, all.length));
}

// A large chart opens folded, as deep as it can be taken in.
function foldDeep(most) {
  const count = new Map();
  for (const item of items) {
    const level = Number(item.getAttribute("aria-level"));
    count.set(level, (count.get(level) ?? 0) + 1);
  }
  let deepest = 0, sum = 0;
  for (const [level, boxes] of [...count].sort((a, b) => a[0] - b[0])) {
    sum += boxes;
    if (level > 2 && sum > most) break;
    deepest = level;
  }
  for (const item of items) setShut(item, Number(item.getAttribute("aria-level")) >= deepest);
}

function startTree() {
  tree.setAttribute("role", "tree");
  tree.setAttribute("aria-label", document.title);
  for (const list of tree.querySelectorAll("ul")) list.setAttribute("role", list.matches("li[id] > ul, li[id] > .area > ul") ? "group" : "none");
  for (const other of tree.querySelectorAll("li:not([id])")) {
    other.setAttribute("role", "none");
    other.querySelector(":scope > .area > .c")?.setAttribute("aria-hidden", "true");
  }
  describe(top, 1, 1, 1);
  top.tabIndex = 0;
  foldDeep(isPhone.matches ? 40 : 90);
  tree.classList.add("live");
  tree.addEventListener("keydown", onTreeKey);
  tree.addEventListener("click", onTreeClick);
  tree.addEventListener("focusin", (event) => event.target.matches("li[id]") && makeCurrent(event.target));
}
