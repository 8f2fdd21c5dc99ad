// Narrows the comparison to the chosen countries and parts, sorts figures, and saves what is shown. The choice stands behind the # of
// the address, which is never sent to a server; it holds codes only.

export function start(form) {
  form.hidden = false;
  const boxes = [...form.querySelectorAll("input")];
  const status = form.querySelector(".compare-status");
  const chosen = (name) => boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
  const all = (name) => boxes.filter((box) => box.name === name).length;

  const show = () => {
    const countries = new Set(chosen("countries")), parts = new Set(chosen("parts"));
    for (const part of document.querySelectorAll("[data-part]")) part.hidden = !parts.has(part.dataset.part);
    for (const cell of document.querySelectorAll("[data-country]")) cell.hidden = !countries.has(cell.dataset.country);
  };

  const address = () => {
    const fields = ["countries", "parts"].filter((name) => chosen(name).length < all(name)).map((name) => `${name}=${chosen(name).join(",")}`);
    return `${location.pathname}${fields.length ? `#${fields.join("&")}` : ""}`;
  };

  const read = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    for (const name of ["countries", "parts"]) {
      if (!wanted.has(name)) continue;
      const values = wanted.get(name).split(",");
      for (const box of boxes) if (box.name === name) box.checked = values.includes(box.value);
    }
    show();
  };

  form.addEventListener("change", () => {
    show();
    history.replaceState(null, "", address());
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  for (const [name, on] of [["[data-all]", true], ["[data-none]", false]]) {
    form.querySelector(name).addEventListener("click", () => {
      for (const box of boxes) if (on || box.name === "countries") box.checked = on;
      form.dispatchEvent(new Event("change"));
    });
  }
  form.querySelector("[data-link]").addEventListener("click", async () => {
    const link = new URL(address(), location.href).href;
    try {
      await navigator.clipboard.writeText(link);
      status.textContent = form.dataset.copied;
    } catch {
      status.textContent = link;
    }
  });
  form.querySelector("[data-csv]").addEventListener("click", () => {
    const file = new Blob(["\ufeff", table()], { type: "text/csv;charset=utf-8" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `compare-${chosen("countries").join("-").toLowerCase()}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  for (const table of document.querySelectorAll("table.sortable")) sortable(table);
  read();
}

const words = (element) => {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll("sup, svg")) mark.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
};
const places = (element) =>
  [...element.querySelectorAll("sup a")].map((link) => document.querySelector(link.hash)?.textContent.replace(/^\s*\d+\s*/, "").trim()).join("; ");

// What is shown, as rows of part, country, date, aspect, text and places in the sources.
function table() {
  const rows = [];
  for (const part of document.querySelectorAll("[data-part]:not([hidden])")) {
    const name = words(part.querySelector("h2"));
    const heads = [...part.querySelectorAll("thead th")].map(words);
    for (const row of part.querySelectorAll("tbody tr:not([hidden])")) {
      const [country, date, ...cells] = [...row.cells];
      cells.forEach((cell, index) => rows.push([name, words(country), words(date), heads[index + 2] ?? "", words(cell), places(country)]));
    }
    for (const cell of part.querySelectorAll(".compare-cell:not([hidden])")) {
      const date = cell.querySelector("h3 .year");
      const country = words(cell.querySelector("h3")).replace(date ? words(date) : "", "").trim();
      for (const aspect of cell.querySelectorAll(".aspects > div")) {
        for (const fact of aspect.querySelectorAll("dd li, dd > p")) {
          rows.push([name, country, date ? words(date) : "", words(aspect.querySelector("dt")), words(fact), places(fact)]);
        }
      }
    }
  }
  // A leading quote keeps a spreadsheet from reading a text as a formula.
  const quoted = (text) => `"${(/^[=+@-]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  return rows.map((row) => row.map(quoted).join(",")).join("\r\n");
}

function sortable(table) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = (row) => row.cells[column]?.dataset.sort ?? words(row.cells[column] ?? row);
      const sorted = [...body.rows].sort((a, b) => value(a).localeCompare(value(b), document.documentElement.lang, { numeric: true }));
      // What is not stated stays at the end, whichever way the rest is sorted.
      const stated = sorted.filter((row) => value(row) !== "");
      body.append(...(down ? stated.reverse() : stated), ...sorted.filter((row) => value(row) === ""));
    });
  });
}
