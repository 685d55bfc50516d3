// The rest of the page, and the start of everything.
const isDark = matchMedia("(prefers-color-scheme: dark)");
const theme = $("theme");

function showTheme() {
  document.documentElement.dataset.theme = theme.value === "system" ? (isDark.matches ? "dark" : "light") : theme.value;
}

function listenToPage() {
  theme.value = document.documentElement.dataset.theme;
  theme.addEventListener("change", showTheme);
  isDark.addEventListener("change", showTheme);
  $("print").addEventListener("click", () => print());
  $("smaller").addEventListener("click", () => zoomTo(zoom / STEP));
  $("larger").addEventListener("click", () => zoomTo(zoom * STEP));
  $("fit").addEventListener("click", fit);
  $("natural").addEventListener("click", () => zoomTo(1));
  for (const [name, shut] of [["unfold-all", false], ["fold-all", true]]) $(name).addEventListener("click", () => {
    setAllShut(shut);
    refresh();
  });
  document.addEventListener("click", onLink);
}

// A link to a box opens the branches above it.
function onLink(event) {
  const link = event.target.closest?.('a[href^="#"]');
  const item = link && items.find((other) => other.id === link.hash.slice(1));
  if (!item) return;
  event.preventDefault();
  reveal(item);
  makeCurrent(item);
  item.focus({ preventScroll: true });
}

// On paper every role sheet is open.
function listenToPrinter() {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const sheet of opened) sheet.open = true;
  });
  addEventListener("afterprint", () => opened.forEach((sheet) => (sheet.open = false)));
}

for (const hidden of document.querySelectorAll("#page-tools, #chart-tools, #keys")) hidden.hidden = false;
startTree();
$("fold-all").parentElement.hidden = !items.some((item) => item !== top && isLeader(item));
listenToView();
listenToDetails();
listenToSearch();
listenToPage();
listenToPrinter();
startView();
