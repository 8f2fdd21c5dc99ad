// Puts a print pack together. The choice stands behind the # of the address, which is never sent to a server; it holds ids only. What
// was picked while browsing (collect.js) is ticked here, and what is ticked here goes on to the next page.

import { items, onChange, set } from "./collect.js";

const FIELDS = ["lang", "form"];
const PREFIXES = { entries: "", countries: "country-", themes: "theme-" };
const ID = /^[A-Za-z0-9-]+$/;

export function start(form) {
  form.hidden = false;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const status = form.querySelector(".pack-chosen");
  const shown = document.querySelector(".pack-shown");
  const itemOf = (box) => PREFIXES[box.name] + box.value.toLowerCase();
  const place = (box) => (items().includes(itemOf(box)) ? items().indexOf(itemOf(box)) : Infinity);
  const inOrder = (a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)); // what was picked first stands first
  const chosen = (name) => boxes.filter((box) => box.name === name && box.checked).sort(inOrder);
  const ids = (name) => chosen(name).map((box) => box.value);
  const parts = () => ["entries", "countries", "themes"].flatMap(chosen);

  const update = () => {
    const labels = parts().map((box) => box.parentElement.textContent.trim());
    const known = boxes.filter((box) => box.name in PREFIXES).map(itemOf);
    const strange = items().filter((item) => !known.includes(item));
    status.textContent = labels.length ? `${form.dataset.chosen} ${labels.join(" · ")}` : form.dataset.empty;
    if (strange.length) status.textContent += ` ${form.dataset.unknown} ${strange.join(", ")}`;
    form.querySelector(".pack-command code").textContent = command();
    form.querySelector(".pack-file code").textContent = file();
    for (const group of form.querySelectorAll(".pack-group")) {
      const number = group.querySelectorAll("input:checked").length;
      if (number) group.open = true;
    }
  };

  const command = () =>
    ["hub pdf", ...ids("entries").map((id) => `--entry ${id}`), ...ids("countries").map((id) => `--country ${id}`), ...ids("themes").map((id) => `--theme ${id}`),
      ...ids("lang").map((id) => `--lang ${id}`), ...ids("form").map((name) => `--${name}`)].join(" ");

  const file = () => {
    const list = (name) => `[${ids(name).join(", ")}]`;
    const languages = ids("lang").length ? list("lang") : `[${form.dataset.language}]`;
    return ["# hub pdf --seminar <name>", "title: Seminar", "date: 2027-01-31", `languages: ${languages}`, `side_by_side: ${ids("lang").length > 1 ? "yes" : "no"}`,
      `entries: ${list("entries")}`, `countries: ${list("countries")}`, `themes: ${list("themes")}`, ""].join("\n");
  };

  const read = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const box of boxes) if (box.name in PREFIXES) box.checked = items().includes(itemOf(box));
    for (const name of FIELDS) {
      if (!wanted.has(name)) continue;
      const values = wanted.get(name).split(",").filter((value) => ID.test(value));
      for (const box of boxes) if (box.name === name) box.checked = values.includes(box.value);
    }
    update();
  };

  form.addEventListener("change", () => {
    const fields = FIELDS.map((name) => [name, ids(name)]).filter(([, values]) => values.length);
    history.replaceState(null, "", `#${fields.map(([name, values]) => `${name}=${values.join(",")}`).join("&")}`);
    const ticked = parts().map(itemOf);
    set([...items().filter((item) => ticked.includes(item)), ...ticked]);
    update();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  onChange(read);

  form.querySelector("[data-find]").addEventListener("input", ({ target }) => {
    const words = target.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    for (const box of boxes.filter((box) => box.name === "entries")) {
      const text = `${box.parentElement.textContent} ${box.value}`.toLocaleLowerCase();
      box.parentElement.hidden = !words.every((word) => text.includes(word));
    }
    for (const group of form.querySelectorAll(".pack-group")) if (words.length && group.querySelector("label:not([hidden])")) group.open = true;
  });

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      status.textContent = form.dataset.copied;
    } catch {
      status.textContent = text;
    }
  };
  form.querySelector("[data-link]").addEventListener("click", () => copy(location.href));
  for (const button of form.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", () => copy(form.querySelector(`.${button.dataset.copy} code`).textContent));
  }

  // The pages themselves, one after the other: what is printed is what stands on the site.
  const show = async () => {
    shown.replaceChildren();
    const failed = [];
    for (const [number, box] of parts().entries()) {
      try {
        const answer = await fetch(form.dataset.home + box.dataset.path);
        if (!answer.ok) throw new Error(answer.status);
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        shown.append(part(page.querySelector("main"), number, new URL(form.dataset.home + box.dataset.path, location.href)));
      } catch {
        failed.push(box.parentElement.textContent.trim());
      }
    }
    if (failed.length) status.textContent = `${form.dataset.failed} ${failed.join(", ")}`;
    else if (!shown.children.length) status.textContent = form.dataset.empty;
    return shown.children.length;
  };
  form.querySelector("[data-show]").addEventListener("click", async () => {
    if (await show()) shown.scrollIntoView();
  });
  form.querySelector("[data-print]").addEventListener("click", async () => {
    if (await show()) print();
  });

  read();
}

// The main part of a page as a section: ids kept apart, links made whole, headings one level lower.
function part(main, number, base) {
  const section = document.createElement("section");
  section.className = "pack-part";
  for (const left of main.querySelectorAll("nav, .no-print, script, details.menu")) left.remove();
  for (const element of main.querySelectorAll("[id]")) element.id = `part${number}-${element.id}`;
  for (const link of main.querySelectorAll("a[href]")) {
    const target = link.getAttribute("href");
    link.setAttribute("href", target.startsWith("#") ? `#part${number}-${target.slice(1)}` : new URL(target, base).href);
  }
  for (const heading of main.querySelectorAll("h1, h2, h3, h4, h5")) {
    const lower = document.createElement(`h${Number(heading.tagName[1]) + 1}`);
    lower.id = heading.id;
    lower.className = `${heading.className} was-${heading.tagName.toLowerCase()}`.trim();
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  section.append(...[...main.childNodes].map((node) => document.importNode(node, true)));
  return section;
}
