// Puts a print pack together. The choice stands behind the # of the address, which is never sent to a server; it holds ids only.

const NAMES = ["entries", "countries", "themes", "lang", "form"];
const ID = /^[A-Za-z0-9-]+$/;

export function start(form) {
  form.hidden = false;
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const status = form.querySelector(".pack-chosen");
  const shown = document.querySelector(".pack-shown");
  const chosen = (name) => boxes.filter((box) => box.name === name && box.checked);
  const ids = (name) => chosen(name).map((box) => box.value);
  const parts = () => ["entries", "countries", "themes"].flatMap(chosen);

  const address = () => {
    const fields = NAMES.map((name) => [name, ids(name)]).filter(([, values]) => values.length);
    return `${location.pathname}#${fields.map(([name, values]) => `${name}=${values.join(",")}`).join("&")}`;
  };

  const update = () => {
    const labels = parts().map((box) => box.parentElement.textContent.trim());
    status.textContent = labels.length ? `${form.dataset.chosen} ${labels.join(" · ")}` : form.dataset.empty;
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
    for (const name of NAMES) {
      if (!wanted.has(name)) continue;
      const values = wanted.get(name).split(",").filter((value) => ID.test(value));
      for (const box of boxes) if (box.name === name) box.checked = values.includes(box.value);
    }
    update();
  };

  form.addEventListener("change", () => {
    update();
    history.replaceState(null, "", address());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);

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
  form.querySelector("[data-link]").addEventListener("click", () => copy(new URL(address(), location.href).href));
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
