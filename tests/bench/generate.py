"""Invented entries in any number, and the same pages as a Hugo site of like weight."""

import random
import re
import shutil
from pathlib import Path

from hub.document import parse
from hub.kinds import KINDS
from hub.labels import own_name
from hub.translation import fingerprint, texts
from hub.vocabulary import vocabulary

LANGUAGES = ("en", "da", "fi", "is", "nb", "sv")
LETTERS = {"en": "aeiou", "da": "aeiouæøå", "fi": "aeiouyäö", "is": "aeiouáéíóúyýæö", "nb": "aeiouæøå", "sv": "aeiouyåäö"}
ROOT = Path(__file__).parents[2]
COUNTRIES = list(vocabulary("countries").terms)
THEMES = list(vocabulary("themes").terms)
SECTIONS = {"problem": 3, "approach": 5, "results": 3, "success_factors": 3, "challenges": 2, "recommendations": 3}


class Writer:
    """Sentences of invented words, frequent ones short, as in real text."""

    def __init__(self, language, seed):
        self.random = random.Random(f"{language}{seed}")
        vowels = LETTERS[language]
        shape = random.Random(language)
        self.words = ["".join(shape.choice("bdfghjklmnprstv") + shape.choice(vowels) for _ in range(1 + rank // 900 + shape.randrange(2)))
                      for rank in range(4000)]  # fmt: skip
        self.weights = [1 / (rank + 3) for rank in range(4000)]

    def sentence(self, count):
        return " ".join(self.random.choices(self.words, self.weights, k=count)).capitalize() + "."

    def title(self):
        return " ".join(self.random.choices(self.words[100:], k=6)).capitalize()


def project(folder, number):
    """A project with `number` practices in six languages below `folder`."""
    folder = Path(folder)
    for name in ("practices/best-practices", "sources"):
        (folder / name).mkdir(parents=True)
    shutil.copytree(ROOT / "docs" / "en", folder / "docs" / "en")
    config = (ROOT / "mkdocs.yml").read_text("utf-8").replace("hooks/", f"{ROOT.as_posix()}/hooks/")
    (folder / "mkdocs.yml").write_text(config.replace("watch: [practices, contacts, seminars, sources, comparisons, hooks]", "watch: [practices]"), "utf-8")
    shutil.copy(ROOT / "tests/mini/sources/report-2021.yml", folder / "sources")
    for index in range(number):
        write_entry(folder / "practices/best-practices", index)


def write_entry(folder, index):
    country = COUNTRIES[index % len(COUNTRIES)]
    choice = random.Random(index)
    themes = sorted(choice.sample(THEMES, choice.randint(1, 3)))
    writer = Writer("en", index)
    lines = [
        f"title: {writer.title()}", f"summary: {writer.sentence(15)} {writer.sentence(15)}", f"countries: [{country}]",
        f"themes: [{', '.join(themes)}]", "status: current", 'as_of: "2021"', "reviewed: 2026-11-01", "review_due: 2028-11-01",
        "sources:", "  - {id: report-2021, at: p. 3}", "forms: [labour]", "maturity: promising",
    ]  # fmt: skip
    for name, count in SECTIONS.items():
        lines.append(f"{name}:")
        lines += [f'  - {{text: {writer.sentence(16)}, cite: "report-2021, p. {choice.randint(1, 60)}"}}' for _ in range(count)]
    text = "\n".join(lines) + "\n"
    name = f"{country.lower()}-entry-{index:05}"
    (folder / f"{name}.yml").write_text(text, "utf-8")
    source = texts(KINDS["practice"].model.model_validate(parse(text.encode())))
    for language in LANGUAGES[1:]:
        (folder / f"{name}.{language}.yml").write_text(translation(source, Writer(language, index)), "utf-8")


def translation(source, writer):
    lines = ["translation: {state: draft}", f"title: {writer.title()}", f"summary: {writer.sentence(15)} {writer.sentence(15)}"]
    for name, count in SECTIONS.items():
        lines.append(f"{name}:")
        lines += [f"  - text: {writer.sentence(16)}" for _ in range(count)]
    lines.append("fingerprints:")
    lines += [f"  {path}: {fingerprint(text)}" for path, text in source.items()]
    return "\n".join(lines) + "\n"


def hugo(folder, built):
    """The pages of `built`, a finished site of project(), as a Hugo site of like weight.

    Words become Markdown with footnotes for the sources; countries and themes become taxonomies, whose pages Hugo makes itself,
    as the hub does; the frame becomes the layout.
    """
    folder = Path(folder)
    (folder / "layouts" / "_default").mkdir(parents=True)
    first = f"{COUNTRIES[0].lower()}-entry-00000"
    page = (built / "practices" / first / "index.html").read_text("utf-8")
    for name, inside in (("single", SINGLE), ("list", SINGLE), ("home", SINGLE), ("taxonomy", TERMS), ("term", TERM)):
        (folder / "layouts" / "_default" / f"{name}.html").write_text(as_layout(page, inside), "utf-8")
    shutil.copytree(built / "assets", folder / "static" / "assets")
    languages = "\n".join(f'[languages.{code}]\nlanguageName = "{own_name(code)}"\nweight = {n}' for n, code in enumerate(LANGUAGES, 1))
    (folder / "hugo.toml").write_text(
        'baseURL = "https://hub.example.org/"\ntitle = "Hub"\ndefaultContentLanguage = "en"\ndisableKinds = ["RSS"]\n'
        f'[taxonomies]\ncountry = "countries"\ntheme = "themes"\n{languages}\n', "utf-8",
    )  # fmt: skip
    for path in sorted(built.rglob("index.html")):
        inside = path.relative_to(built).as_posix()
        language = inside.split("/")[0] if inside.split("/")[0] in LANGUAGES else "en"
        name = inside.removeprefix(f"{language}/").removesuffix("index.html").rstrip("/") or "_index"
        if name.split("/")[0] not in ("countries", "themes"):
            target = folder / "content" / f"{name}.{language}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(as_markdown(path.read_text("utf-8")), "utf-8")


SINGLE = "<h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}"
TERM = (
    '<h1>{{ .Title }}</h1><ul class="cards">{{ range .Pages.ByTitle }}<li class="card"><h3 class="card-title"><a href="{{ .RelPermalink }}">'
    '{{ .Title }}</a></h3><p class="card-text">{{ .Description }}</p><p class="card-meta">{{ range .Params.countries }}<span>{{ . }}</span> '
    "{{ end }}</p></li>{{ end }}</ul>"
)
TERMS = (
    '<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> '
    "{{ .Count }}</li>{{ end }}</ul>"
)
SLOTS = (
    (re.compile(r"<title>.*?</title>", re.S), "<title>{{ .Title }} – {{ site.Title }}</title>"),
    (re.compile(r'<meta name="description" content=".*?">', re.S), '<meta name="description" content="{{ .Description }}">'),
    (re.compile(r'<link rel="canonical".*?>'), '<link rel="canonical" href="{{ .Permalink }}">'),
    (re.compile(r'<html lang="en">'), '<html lang="{{ .Language.Lang }}">'),
)


def as_layout(page, inside):
    """A page of ours with its own parts cut out and `inside` in the place of its content."""
    for pattern, slot in SLOTS:
        page = pattern.sub(slot, page, count=1)
    page = re.sub(r"(<main[^>]*>).*?(</main>)", lambda found: found[1] + inside + found[2], page, count=1, flags=re.S)
    switcher = '<ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}">{{ .Language.LanguageName }}</a></li>{{ end }}</ul>'
    return re.sub(r'(<details class="menu languages">.*?</summary>\s*)<ul>.*?</ul>', lambda found: found[1] + switcher, page, count=1, flags=re.S)


def as_markdown(page):
    """The words of a page of ours as a person would write them for Hugo: headings, lists, links, definition lists, footnotes."""
    main = re.search(r"<main[^>]*>(.*?)</main>", page, re.S).group(1)
    title = re.sub(r"<[^>]+>", "", re.search(r"<h1[^>]*>(.*?)</h1>", main, re.S).group(1)).replace('"', "'")
    summary = re.sub(r"<[^>]+>", "", re.search(r'<p class="lead">(.*?)</p>', main, re.S)[1]) if 'class="lead"' in main else title
    countries = sorted(set(re.findall(r'href="[./]*countries/(\w\w)/"', main)))
    themes = sorted(set(re.findall(r'href="[./]*themes/([\w-]+)/"', main)))
    notes = re.findall(r'<li id="note-(\d+)"><span class="number">\d+</span> <span lang="en">(.*?)</span></li>', main)
    main = re.sub(r'<section class="(?:sources|about-entry)">.*?</section>|<nav.*?</nav>|<h1[^>]*>.*?</h1>|<svg.*?</svg>', "", main, flags=re.S)
    main = re.sub(r'<sup class="cite">(.*?)</sup>', lambda found: "".join(f"[^{n}]" for n in re.findall(r"note-(\d+)", found[1])), main)
    main = re.sub(r"<h([23])[^>]*>(.*?)</h\1>", lambda found: f"\n\n{'#' * int(found.group(1))} {found.group(2)}\n\n", main, flags=re.S)
    main = re.sub(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', r"[\2](\1)", main, flags=re.S)
    main = re.sub(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", r"\n\n\1\n: \2\n", main, flags=re.S)
    main = re.sub(r"<(?:li|div)[^>]*>", "\n- ", main)
    main = re.sub(r"<(?:p|section|article|dl|ul|ol)[^>]*>", "\n\n", main)
    words = re.sub(r"<[^>]+>", "", main)
    words = re.sub(r"[ \t]*\n\s*\n\s*", "\n\n", words)
    sources = "\n".join(f"[^{number}]: Report on Examples, {place}" for number, place in notes)
    filed = f"countries: [{', '.join(countries)}]\nthemes: [{', '.join(themes)}]\n" if len(countries) == 1 else ""
    return f'---\ntitle: "{title}"\ndescription: "{summary}"\n{filed}---\n\n{words.strip()}\n\n{sources}\n'
