// What somebody picks for a print pack while going through the pages. It is kept in memory and behind the # of the address, which is
// never sent to a server: "#pack=<id>,country-no", after the page's own anchor where there is one, "#sources&pack=...". The site's own
// links carry it on; no other link does. Nothing is stored.

const ID = /^[A-Za-z0-9-]+$/;
const SITE = new URL("..", import.meta.url).href;
const bar = document.querySelector(".pack-bar");
const onPrintPage = Boolean(document.querySelector("form.pack-choice"));
const listeners = [];
let picked = [];

const fieldsOf = (hash) => hash.slice(1).split("&").filter(Boolean);
const isPack = (field) => field.startsWith("pack=");

// The pack in an address, or nothing when the address speaks of none.
function packIn(hash) {
  const field = fieldsOf(hash).find(isPack);
  return field && [...new Set(field.slice(5).split(",").filter((id) => ID.test(id)))];
}

// The same fragment with the pack as it is now.
function withPack(hash) {
  const fields = fieldsOf(hash).filter((field) => !isPack(field));
  if (picked.length) fields.push(`pack=${picked.join(",")}`);
  return fields.length ? `#${fields.join("&")}` : "";
}

function draw() {
  for (const button of document.querySelectorAll("button[data-pack]")) {
    const inside = picked.includes(button.dataset.pack);
    button.dataset.add ??= button.textContent;
    button.textContent = inside ? button.dataset.out : button.dataset.add;
  }
  bar.querySelector("output").textContent = picked.length;
  bar.hidden = !picked.length;
}

const write = () => history.replaceState(history.state, "", location.pathname + location.search + withPack(location.hash));

export const items = () => picked;
export const onChange = (listener) => listeners.push(listener);

export function set(ids) {
  picked = [...new Set(ids)];
  write();
  draw();
}

export function toggle(id) {
  set(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
}

function follow(event) {
  const link = event.target.closest?.("a[href]");
  if (!link) return;
  const target = new URL(link.getAttribute("href"), location.href); // links of the map have no properties of their own
  if (!target.href.startsWith(SITE) || !/(\/|\.html)$/.test(target.pathname)) return;
  if (target.pathname === location.pathname && target.hash && !packIn(target.hash)) return; // the page's own anchors; see hashchange
  if (!picked.length && !packIn(target.hash)) return;
  target.hash = withPack(target.hash);
  link.setAttribute("href", target.href);
}
for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, follow, true);

addEventListener("hashchange", () => {
  const wanted = packIn(location.hash);
  if (!wanted) return picked.length && write();
  picked = wanted;
  draw();
  for (const listener of listeners) listener();
});

bar.querySelector("a").hidden = onPrintPage;
bar.querySelector("button").addEventListener("click", () => {
  set([]);
  for (const listener of listeners) listener();
  document.querySelector("main").focus();
});

// Come from another page: the browser looks for the whole fragment as an anchor, so it is led to the first part of it.
picked = packIn(location.hash) ?? [];
const [anchor] = fieldsOf(location.hash);
if (picked.length && anchor && !anchor.includes("=")) {
  const whole = location.hash;
  location.replace(`#${anchor}`);
  history.replaceState(history.state, "", whole);
}
draw();
