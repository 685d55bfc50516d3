// Details of a box: beside the chart, on a phone from below.
const works = [...document.querySelectorAll("#covers tbody tr")].map((row) => ({
  post: row.dataset.post,
  sheet: row.dataset.sheet,
  isHat: "hat" in row.dataset,
  name: row.cells[0].textContent,
}));
const sheetOf = (item) => $(`sheet-${item.dataset.sheet}`);
const unitOf = (item) => item.closest("[data-unit]").dataset.unit;
const postsOf = (item) => item.dataset.posts?.split(" ") ?? [item.id];

// What a box answers for, what it covers beside, and what else its role does.
function worksOf(item) {
  const posts = postsOf(item), names = (found) => found.map((work) => work.name);
  const own = works.filter((work) => posts.includes(work.post));
  return {
    answers: names(own.filter((work) => !work.isHat)),
    beside: names(own.filter((work) => work.isHat)),
    job: names(works.filter((work) => work.sheet === item.dataset.sheet && !own.includes(work))),
  };
}

function element(tag, text, name = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  made.className = name;
  return made;
}

function* listed(key, names) {
  if (!names.length) return;
  const list = document.createElement("ul");
  list.append(...names.map((name) => element("li", name)));
  yield element("h3", say(key));
  yield list;
}

function leaderName(leader) {
  const role = sheetOf(leader).dataset.short, title = part(leader, ".t");
  return title.startsWith(role) ? title : say("tree.in_unit", { role, unit: title });
}

function* detailsOf(item) {
  const sheet = sheetOf(item), leader = leaderOf(item), { answers, beside, job } = worksOf(item);
  yield element("p", labelOf(item, sheet.dataset.role), "note");
  yield element("p", sheet.querySelector(".mission").textContent, "mission");
  yield element("p", leader ? say("role.reports_to", { role: leaderName(leader) }) : say("role.reports_nobody"), "first");
  for (const also of cardOf(item).querySelectorAll(".also")) yield element("p", also.textContent);
  yield element("p", say("page.unit", { unit: unitOf(item) }));
  yield* listed("page.answers", answers);
  yield* listed("page.beside", beside);
  yield* listed("page.part_of_job", job);
  yield* sheet.querySelector(".body").cloneNode(true).children;
}

let chosen = null;
function openDetails(item) {
  if (justDragged) return;
  choose(item);
  $("panel-name").textContent = part(item, ".t");
  $("panel-body").replaceChildren(...detailsOf(item));
  panel.hidden = false;
  panel.scrollTop = 0;
  refresh();
  makeCurrent(item);
  panel.focus({ preventScroll: true });
  keepInView(item);
}

function choose(item) {
  if (chosen) cardOf(chosen).classList.remove("chosen");
  chosen = item;
  if (item) cardOf(item).classList.add("chosen");
}

function closeDetails() {
  if (panel.hidden) return;
  panel.hidden = true;
  choose(null);
  refresh();
  current.focus({ preventScroll: true });
}

function listenToDetails() {
  $("close").addEventListener("click", closeDetails);
  addEventListener("keydown", (event) => event.key === "Escape" && closeDetails());
}
