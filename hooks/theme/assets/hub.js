// Small conveniences; every page works without this file. Nothing is stored, nothing is sent.

const menus = [...document.querySelectorAll("details.menu")];

document.addEventListener("click", (event) => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus) {
    if (!menu.open) continue;
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// "Leave this page": replace the address, so that Back does not return here. Also on Shift pressed three times in five seconds.
// Pattern: GOV.UK Design System, "Exit a page quickly".
const exit = document.querySelector("[data-exit]");
if (exit) {
  const leave = () => {
    document.documentElement.hidden = true;
    window.location.replace(exit.href);
  };
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      presses = [];
      return;
    }
    presses = [...presses.filter((time) => event.timeStamp - time < 5000), event.timeStamp];
    if (presses.length >= 3) leave();
  });
  window.addEventListener("pageshow", () => {
    document.documentElement.hidden = false;
  });
}

// Search: its code comes when it is opened. Without a script the link leads to the search page, which lists every way in.
const opener = document.querySelector(".search-open");
const searchPage = document.querySelector("form.search");
if (searchPage) import("./search.js").then((search) => search.start(searchPage, new URL("../", location.href)));
if (opener) {
  const open = async (event) => {
    event.preventDefault();
    if (searchPage) return searchPage.querySelector("input").focus();
    try {
      await (await import("./search.js")).openDialog(opener);
    } catch {
      location.href = opener.href;
    }
  };
  opener.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) open(event);
  });
}

for (const button of document.querySelectorAll("[data-print]:not(.pack-choice *)")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

const choice = document.querySelector("form.compare-choice");
if (choice) import("./compare.js").then((compare) => compare.start(choice));

// A print pack put together while browsing: its code comes with the first piece.
const collect = () => import("./collect.js");
if (/[#&]pack=/.test(location.hash)) collect();
addEventListener("hashchange", () => /[#&]pack=/.test(location.hash) && collect());
for (const button of document.querySelectorAll("button[data-pack]")) {
  button.hidden = false;
  button.addEventListener("click", async () => (await collect()).toggle(button.dataset.pack));
}

const packs = document.querySelector("form.pack-choice");
if (packs) import("./packs.js").then((module) => module.start(packs));
