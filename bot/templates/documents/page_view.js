// Panning and zooming: the view scrolls by itself, so wheel, finger and page go on as usual.
const view = $("view"), room = $("room"), canvas = $("canvas"), panel = $("panel");
const isStill = matchMedia("(prefers-reduced-motion: reduce)");
const LEAST = 0.08, MOST = 3, STEP = 1.25, FINEST = 0.6, LEGIBLE = 0.8, PAN = 90, RIM = 24;
let zoom = 1, justDragged = false;

const mostHeight = () => Math.max(280, innerHeight - $("chart-tools").offsetHeight - 36);

// Gives the view the height its chart needs; it grows but does not shrink while one reads.
function refresh() {
  if (isPhone.matches) canvas.style.setProperty("--view-width", `${view.clientWidth}px`);
  else canvas.style.removeProperty("--view-width");
  canvas.style.transform = `scale(${zoom})`;
  room.style.width = `${canvas.offsetWidth * zoom}px`;
  room.style.height = `${canvas.offsetHeight * zoom}px`;
  const bar = room.offsetWidth > view.clientWidth ? 16 : 0;
  const needed = Math.max(canvas.offsetHeight * zoom + 2 + bar, panel.hidden || isPhone.matches ? 0 : 520);
  const height = Math.min(mostHeight(), Math.max(needed, parseFloat(view.style.height) || 0));
  view.style.height = `${height}px`;
  panel.style.height = isPhone.matches ? "" : `${height}px`;
  view.classList.toggle("grab", room.offsetWidth > view.clientWidth || room.offsetHeight > view.clientHeight);
}

function zoomTo(wanted, x, y) {
  const box = view.getBoundingClientRect();
  x ??= box.left + box.width / 2;
  y ??= box.top + box.height / 2;
  const before = canvas.getBoundingClientRect();
  const [left, up] = [(x - before.left) / zoom, (y - before.top) / zoom];
  zoom = Math.min(MOST, Math.max(LEAST, wanted));
  refresh();
  const after = canvas.getBoundingClientRect();
  view.scrollBy(after.left + left * zoom - x, after.top + up * zoom - y);
}

const wideZoom = () => Math.floor((1000 * view.clientWidth) / canvas.offsetWidth) / 1000;
const wholeZoom = () => Math.min(1, wideZoom(), (mostHeight() - 4) / canvas.offsetHeight);

function fit() {
  view.style.height = "";
  zoomTo(wholeZoom());
  view.scrollTo(0, 0);
}

// A chart too large to be read as a whole opens at its top, as wide as the view if it can be read so.
function startView() {
  refresh();
  const whole = wholeZoom();
  view.style.height = "";
  zoomTo(whole >= LEGIBLE ? whole : Math.min(1, Math.max(wideZoom(), FINEST)));
  centre(top);
  view.scrollTop = 0;
}

// The part of the view that can be seen: within the window, above an open sheet on a phone.
function seen() {
  const box = view.getBoundingClientRect();
  const sheet = isPhone.matches && !panel.hidden ? panel.getBoundingClientRect().top : innerHeight;
  return { left: box.left, right: box.right, top: Math.max(box.top, 0), bottom: Math.min(box.bottom, sheet) };
}

function comeInSight() {
  const area = seen();
  if (area.bottom - area.top < Math.min(160, view.offsetHeight)) view.scrollIntoView({ block: "start" });
}

const beyond = (low, high, from, to) => (low < from + RIM ? low - from - RIM : Math.max(0, high - to + RIM));

// Moves the view as little as shows a box, then the page where the view is at its end.
function keepInView(item) {
  comeInSight();
  const card = cardOf(item).getBoundingClientRect(), area = seen();
  view.scrollBy(beyond(card.left, card.right, area.left, area.right), beyond(card.top, card.bottom, area.top, area.bottom));
  const now = cardOf(item).getBoundingClientRect(), left = seen();
  scrollBy(0, beyond(now.top, now.bottom, Math.min(left.top, now.top - RIM), left.bottom));
}

function centre(item, isSmooth = false) {
  const card = cardOf(item).getBoundingClientRect(), area = seen();
  view.scrollBy({
    left: (card.left + card.right - area.left - area.right) / 2,
    top: (card.top + card.bottom - area.top - area.bottom) / 2,
    behavior: isSmooth && !isStill.matches ? "smooth" : "instant",
  });
}

function reveal(item) {
  open(item);
  refresh();
  comeInSight();
  const card = cardOf(item).getBoundingClientRect();
  if (zoom < FINEST) zoomTo(0.9, (card.left + card.right) / 2, (card.top + card.bottom) / 2);
  centre(item, true);
}

function onWheel(event) {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : 1;
  zoomTo(zoom * Math.exp(-event.deltaY * lines * 0.003), event.clientX, event.clientY);
}

let drag = null;
function onPointerDown(event) {
  if (event.pointerType === "mouse" && event.button === 0) drag = { x: event.clientX, y: event.clientY, left: view.scrollLeft, up: view.scrollTop, isOn: false };
}

function onPointerMove(event) {
  if (!drag) return;
  const x = event.clientX - drag.x, y = event.clientY - drag.y;
  if (!drag.isOn && Math.hypot(x, y) < 5) return;
  if (!drag.isOn) view.setPointerCapture(event.pointerId);
  drag.isOn = true;
  view.classList.add("grabbing");
  view.scrollTo(drag.left - x, drag.up - y);
}

function onPointerEnd() {
  justDragged = Boolean(drag?.isOn);
  setTimeout(() => (justDragged = false));
  drag = null;
  view.classList.remove("grabbing");
}

const between = ([a, b]) => ({
  x: (a.clientX + b.clientX) / 2,
  y: (a.clientY + b.clientY) / 2,
  apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
});

let pinch = null;
function onTouch(event) {
  if (event.touches.length !== 2) return void (pinch = null);
  event.preventDefault();
  const now = between(event.touches);
  if (pinch) {
    view.scrollBy(pinch.x - now.x, pinch.y - now.y);
    zoomTo((zoom * now.apart) / pinch.apart, now.x, now.y);
  }
  pinch = now;
}

const VIEW_KEYS = {
  "+": () => zoomTo(zoom * STEP),
  "=": () => zoomTo(zoom * STEP),
  "-": () => zoomTo(zoom / STEP),
  0: fit,
};
const PANS = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };

function onViewKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (PANS[event.key]) view.scrollBy(...PANS[event.key]);
  else if (VIEW_KEYS[event.key]) VIEW_KEYS[event.key]();
  else return;
  event.preventDefault();
}

function listenToView() {
  view.tabIndex = 0;
  view.addEventListener("wheel", onWheel, { passive: false });
  view.addEventListener("pointerdown", onPointerDown);
  view.addEventListener("pointermove", onPointerMove);
  for (const name of ["pointerup", "pointercancel"]) view.addEventListener(name, onPointerEnd);
  for (const name of ["touchstart", "touchmove", "touchend"]) view.addEventListener(name, onTouch, { passive: false });
  view.addEventListener("keydown", onViewKey);
  addEventListener("resize", () => {
    view.style.height = "";
    refresh();
  });
}
