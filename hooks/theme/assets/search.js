// Search. Loaded only when somebody opens it. The words typed stay in memory: they enter no address, no history, no storage and no
// request; what is fetched are pieces of the index, by their hash.
//
// The interface is our own and not Pagefind's, whose words exist in neither Icelandic nor Estonian and which weighs more than the index.

const STEP = 8;
const MOST_WAYS_IN = 2;
const ENOUGH = 3; // results below which pages with only some of the words are shown too
const MOST_PARTLY = 24;
const RANKING = {
  pageLength: 0.6,
  termFrequency: 0.7,
  termSaturation: 1.2,
  termSimilarity: 4,
  metaWeights: { title: 9, heading: 3, also: 3, forms: 0.5, place: 1, countries: 0.4, kind: 1, date: 0.2, address: 0 },
};

export async function start(form, home) {
  new Search(form, home);
}

export async function openDialog(opener) {
  const home = new URL("../", opener.href);
  let dialog = document.querySelector("dialog.search-dialog");
  if (!dialog) {
    const page = new DOMParser().parseFromString(await (await fetch(opener.href)).text(), "text/html");
    const form = page.querySelector("form.search");
    form.dataset.index = new URL(form.getAttribute("data-index"), opener.href).href;
    dialog = document.createElement("dialog");
    dialog.className = "search-dialog";
    dialog.setAttribute("aria-label", opener.textContent.trim());
    const close = document.createElement("button");
    close.type = "button";
    close.className = "close-dialog";
    close.textContent = opener.dataset.close;
    close.addEventListener("click", () => dialog.close());
    dialog.append(close, document.adoptNode(form));
    // A search field keeps Escape for itself; here it closes the box, as everywhere else.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      dialog.close();
    });
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    document.body.append(dialog);
    new Search(form, home);
  }
  dialog.showModal();
  dialog.querySelector("input[type=search]").select();
}

class Search {
  constructor(form, home) {
    this.form = form;
    this.home = home;
    this.index = new URL(form.dataset.index, location.href);
    this.input = form.querySelector("input[type=search]");
    this.status = form.querySelector(".search-status");
    this.list = form.querySelector(".results");
    this.more = form.querySelector(".more-results");
    this.boxes = [...form.querySelectorAll(".facets input")];
    this.labels = new Map(this.boxes.map((box) => [`${box.name}:${box.value}`, box.nextElementSibling.textContent]));
    this.turn = 0;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.run();
    });
    form.addEventListener("reset", () => setTimeout(() => this.run()));
    this.input.addEventListener("input", () => {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.run(), 120);
    });
    this.input.addEventListener("focus", () => this.engine());
    for (const box of this.boxes) box.addEventListener("change", () => this.run());
    this.more.addEventListener("click", () => this.showMore(true));
    const facets = form.querySelector(".facets");
    if (matchMedia("(min-width: 52rem)").matches && !form.closest("dialog")) facets.open = true;
  }

  engine() {
    this.loading ??= (async () => {
      const pagefind = await import(new URL("pagefind.js", this.index).href);
      await pagefind.options({ bundlePath: this.index.pathname, baseUrl: "/", excerptLength: 26, noWorker: true, ranking: RANKING });
      await pagefind.init();
      return pagefind;
    })();
    return this.loading;
  }

  hints() {
    return (this.hinting ??= fetch(new URL("hints.json", this.index)).then((answer) => answer.json()));
  }

  // What was typed without words that stand everywhere, unless nothing else is left.
  async question(words) {
    const common = new Set((await this.hints()).common);
    const telling = words.split(/\s+/).filter((word) => !common.has(word.toLowerCase()));
    return telling.join(" ") || words;
  }

  // All words together; when that finds next to nothing, also pages with some of them, those with the most first.
  async search(pagefind, words, filters) {
    const found = await pagefind.search(words || null, { filters });
    const parts = split(words).filter((word) => word.length > 2);
    if (found.results.length >= ENOUGH || !parts.length) return found;
    const single = parts.length > 1 ? parts : parts.filter((word) => word.length > 8).map((word) => word.slice(0, Math.ceil(word.length * 0.7)));
    const seen = new Set(found.results.map((result) => result.id)), more = new Map();
    for (const word of single) {
      for (const result of (await pagefind.search(word, { filters })).results) {
        if (seen.has(result.id)) continue;
        const before = more.get(result.id);
        more.set(result.id, { result, words: (before?.words ?? 0) + 1, score: (before?.score ?? 0) + result.score });
      }
    }
    const sorted = [...more.values()].sort((a, b) => b.words - a.words || b.score - a.score).slice(0, MOST_PARTLY);
    return { ...found, results: [...found.results, ...sorted.map(({ result }) => result)] };
  }

  filters() {
    const chosen = {};
    for (const box of this.boxes) if (box.checked) (chosen[box.name] ??= { any: [] }).any.push(box.value);
    return chosen;
  }

  async run() {
    const turn = ++this.turn;
    const words = this.input.value.trim();
    const filters = this.filters();
    const count = Object.values(filters).reduce((sum, values) => sum + values.any.length, 0);
    this.form.querySelector(".facets-chosen").textContent = count ? `(${count})` : "";
    if (!words && !count) return this.clear();
    try {
      const pagefind = await this.engine();
      const question = await this.question(words);
      let found = await this.search(pagefind, question, filters);
      let first = await this.read(found.results.slice(0, STEP));
      let instead = "";
      if (words && !fits(words, first)) {
        instead = await this.corrected(words, first);
        if (instead) {
          const second = await this.search(pagefind, instead, filters);
          if (second.results.length) {
            found = second;
            first = await this.read(found.results.slice(0, STEP));
          } else {
            instead = "";
          }
        }
      }
      const ways = count ? [] : await this.waysIn(instead || words);
      if (turn !== this.turn) return;
      this.found = found;
      this.count(found.filters);
      this.list.replaceChildren();
      this.drawn = 0;
      this.ahead = new Set(ways.map(({ meta }) => meta.address));
      for (const way of ways) this.list.append(this.item(way));
      this.draw(first);
      const shown = this.form.dataset.shown.replace("%s", found.results.length);
      const note = instead ? `${this.form.dataset.instead.replace("%s", instead)} ` : "";
      this.status.textContent = found.results.length ? note + shown : this.form.dataset.nothing;
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.status.textContent = this.form.dataset.broken;
    }
  }

  clear() {
    this.list.replaceChildren();
    this.status.textContent = "";
    this.more.hidden = true;
  }

  read(results) {
    return Promise.all(results.map((result) => result.data()));
  }

  async showMore(focus) {
    const results = await this.read(this.found.results.slice(this.drawn, this.drawn + STEP));
    const from = this.list.children.length;
    this.draw(results);
    if (focus) this.list.children[from]?.querySelector("a").focus();
  }

  draw(results) {
    for (const result of results) if (!this.ahead.has(result.meta.address)) this.list.append(this.item(result));
    this.drawn += results.length;
    this.more.hidden = this.drawn >= this.found.results.length;
  }

  item({ meta, excerpt, filters }) {
    const item = document.createElement("li");
    item.className = "result";
    const about = document.createElement("p");
    about.className = "result-about";
    const history = filters.status?.includes("historical") ? this.labels.get("status:historical") : "";
    about.textContent = [meta.kind, meta.place, history ? `${history}, ${meta.date}` : meta.date].filter(Boolean).join(" · ");
    const title = document.createElement("h3");
    const link = document.createElement("a");
    link.href = new URL(meta.address, this.home).href;
    link.textContent = meta.heading ?? meta.title;
    title.append(link);
    const text = document.createElement("p");
    text.className = "result-text";
    text.append(...marked(excerpt));
    item.append(about, title, text);
    return item;
  }

  // Countries, terms and indexes whose very name was typed; they stand ahead of everything.
  async waysIn(words) {
    const typed = plain(words), parts = split(words).map(plain);
    return (await this.hints()).ways
      .filter(([address, title, , , also]) => {
        const names = [title, ...also].map(plain);
        return names.includes(typed) || (address.startsWith("countries/") && names.some((name) => parts.includes(name)));
      })
      .sort((a, b) => (plain(b[1]) === typed) - (plain(a[1]) === typed))
      .slice(0, MOST_WAYS_IN)
      .map(([address, title, kind, excerpt]) => ({ meta: { address, title, kind }, excerpt: escaped(excerpt), filters: {} }));
  }

  count(counts) {
    for (const box of this.boxes) {
      const number = counts?.[box.name]?.[box.value] ?? 0;
      box.parentElement.querySelector(".count").textContent = number;
      box.parentElement.classList.toggle("empty", number === 0 && !box.checked);
    }
  }

  // The words as they were probably meant, or nothing when every one of them is known.
  async corrected(words, found) {
    this.known ??= fetch(new URL("words.json", this.index)).then((answer) => answer.json());
    const known = (await this.known).map((word) => [word, plain(word)]);
    const meant = split(words).map((word) => {
      const mine = plain(word);
      // A word that begins like a known one is another form of it, and hardly anybody mistypes the first letter.
      const stem = mine.slice(0, Math.max(4, mine.length - 3));
      if (mine.length < 4 || known.some(([, other]) => other.startsWith(stem))) return word;
      const most = mine.length > 9 ? 2 : 1;
      let best = word, least = most + 1;
      for (const [other, theirs] of known) {
        if (theirs[0] !== mine[0] || Math.abs(theirs.length - mine.length) > most) continue;
        const away = distance(mine, theirs, least);
        if (away < least) [best, least] = [other, away];
      }
      return best;
    });
    const sentence = meant.join(" ");
    return sentence === split(words).join(" ") ? "" : sentence;
  }
}

const split = (text) => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [];
const LETTERS = { ð: "d", þ: "th", æ: "ae", ø: "o", ß: "ss", ł: "l", đ: "d" };
const plain = (word) => word.toLowerCase().replace(/[ðþæøßłđ]/g, (letter) => LETTERS[letter]).normalize("NFKD").replace(/\p{M}/gu, "");

const escaped = (text) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// Whether the first results really hold what was typed: each longer word has a marked word that begins like it.
function fits(words, results) {
  if (!results.length) return false;
  const hits = results.flatMap(({ excerpt, meta }) => [
    ...[...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => plain(match[1])),
    ...split(`${meta.heading ?? meta.title} ${meta.also ?? ""} ${meta.forms ?? ""}`).map(plain),
  ]);
  return split(words).map(plain).filter((word) => word.length > 3)
    .every((word) => hits.some((hit) => hit.startsWith(word.slice(0, Math.ceil(word.length * 0.75)))));
}

// Pagefind's excerpt is escaped HTML with <mark> elements; nothing but text and marks is let through.
function marked(excerpt) {
  const body = new DOMParser().parseFromString(excerpt, "text/html").body;
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent);
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

// Optimal string alignment distance: letters changed, left out, put in, or two swapped. Stops at `limit`.
function distance(a, b, limit) {
  let before = [], last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, last] = [last, row];
  }
  return last[b.length];
}
