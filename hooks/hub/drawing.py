"""Pages in one language: templates, labels and the frame, made once and used for every page."""

import hashlib
import json
import re
from functools import cache, cached_property
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from markupsafe import Markup

from hub.fragments import Fragments, row
from hub.feed_paths import feed_of
from hub.freshness import contact_state
from hub.icons import icon
from hub.json_ld import as_script, page_data
from hub.kinds import KINDS
from hub.labels import N_, labels, own_name
from hub.library import COMPLETE, covered_countries
from hub.page import Page
from hub.pages import PAGES
from hub.project import SOURCE_LANGUAGE
from hub.shell import Shell
from hub.shown import ASPECTS, LAYER_SECTIONS
from hub.term_pages import BY_VOCABULARY
from hub.view import Notes, card
from hub.vocabulary import vocabulary

TEMPLATES = Path(__file__).parent / "templates"
STATUS_WORDS = {
    "current": N_("In place, %(date)s"),
    "historical": N_("History: as in %(date)s"),
    "proposed": N_("Proposed, %(date)s"),
    "ended": N_("Ended; described as of %(date)s"),
}
LINKED_TERMS = {"roles": "counterparts"} | {name: pages.section for name, pages in BY_VOCABULARY.items()}
HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.S)
TAG = re.compile(r"<[^>]+>")
OPENING_ENDS = "<!--opening ends-->"  # written by templates where the list of sections is to stand on a phone


class QuickWords(Extension):
    """Turns `_("...")` without values into a look-up, `words["..."]`: calls from templates are slow, and pages are full of
    such words. Catalogues are still made from `_("...")`."""

    WORD = re.compile(r'\b_\(("(?:[^"\\]|\\.)*")\)')

    def preprocess(self, source, name, filename=None):
        return self.WORD.sub(r"words[\1]", source)


class Words(dict):
    """Words of the interface by their English, filled as they are asked for."""

    def __init__(self, say):
        self.say = say

    def __missing__(self, english):
        word = self[english] = Markup(self.say(english))
        return word


@cache
def environment():
    """The templates, shared by all languages: what differs by language comes in with each page."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        extensions=[QuickWords], auto_reload=False,
    )  # fmt: skip
    made.globals.update(
        icon=icon, source_language=SOURCE_LANGUAGE, covered=covered_countries(), step_names=tuple(vocabulary("nrm_steps").terms),
        layer_sections=LAYER_SECTIONS, aspect_sections=ASPECTS,
    )  # fmt: skip
    return made


class Drawing:
    """Draws pages of one language.

    library: the Library. frame: the engine's Frame. development: true under a preview, whose server adds a script of its own
    that a content security policy would stop.
    """

    def __init__(self, library, frame, language, development=False):
        self.library, self.frame, self.language = library, frame, language
        self.labels = labels(language)
        self.say = self.labels.say
        self.shell = Shell(frame.shells[language])
        self.development = development
        self.packs = {}  # printed packs of this language by name, when there are any
        self.site_url = library.project.site_url
        self.folder = "" if language == SOURCE_LANGUAGE else f"{language}/"
        self.covered = frozenset(covered_countries())
        self.words = Words(self.say)
        self.common = {
            "words": self.words, "_": self.fill, "ngettext": self.fill_number, "L": self.labels, "language": language, "library": library,
            "project": library.project, "contact_state": lambda channel: contact_state(channel, library.as_of),
            "language_names": lambda codes: [self.labels.language_name(code) for code in codes],
        }  # fmt: skip
        self._cards, self._statuses, self._places, self._rows, self._notices, self._facts = {}, {}, {}, {}, {}, {}
        self._sections = {}
        self.standings = {}  # {language: Standing}, filled when all languages are drawn

    def render(self, template, context):
        """HTML of a template with what every page of the language knows."""
        return environment().get_template(template).render(self.common | context)

    def fill(self, english, **values):
        """A word of the interface with its values, escaped, put in."""
        return Markup(self.say(english)) % values

    def fill_number(self, one, many, num):
        return Markup(self.labels.say_number(one, many, num)) % {"num": num}

    # ------------------------------------------------------------------------------------------------- what repeats

    def card(self, record_id):
        """The card of a record, made once for all pages."""
        if record_id not in self._cards:
            self._cards[record_id] = card(self.library, self.library.records[record_id], self.language)
        return self._cards[record_id]

    def cards(self, records):
        """Cards of records in alphabetical order."""
        return [self.card(record.id) for record in self.library.sorted_by_title(records, self.language)]

    def status(self, status, as_of):
        """The coloured label that says whether a thing is in place, and when."""
        key = status, as_of
        if key not in self._statuses:
            words = self.say(STATUS_WORDS[status]) % {"date": self.labels.date(as_of)}
            self._statuses[key] = Markup(f'<span class="status status-{status}">{escape(words)}</span>')
        return self._statuses[key]

    def term_row(self, label, name, ids, home):
        """A row of controlled terms, linked where they have pages; the same few stand on many pages."""
        key = label, name, ids, home
        if key not in self._rows:
            section = LINKED_TERMS.get(name)
            if section:
                links = [f'<a class="term" href="{home}{section}/{term}/">{escape(self.labels.term(name, term))}</a>' for term in ids]
                self._rows[key] = row(self.words[label], Markup("".join(links)))
            else:
                self._rows[key] = row(self.words[label], self.labels.enumerate_terms(name, ids))
        return self._rows[key]

    def notices(self, entry):
        """Language, age and status of an entry; the same few stand on many pages."""
        translation = self.library.translations.get((entry.id, self.language))
        key = entry.state, entry.status, entry.as_of, entry.kind == "event", translation and translation.reviewed_by_role
        if key not in self._notices:
            self._notices[key] = Markup(self.render("_notices.html", {"entry": entry, "reviewer": key[-1]}))
        return self._notices[key]

    def untranslated(self, text):
        """HTML of an English text: marked as such on a page in another language."""
        text = escape(text, quote=False)
        return text if self.language == SOURCE_LANGUAGE else f'<span lang="{SOURCE_LANGUAGE}">{text}</span>'

    def place(self, countries, scope):
        key = countries, scope
        if key not in self._places:
            names = [self.labels.country(code) for code in countries]
            self._places[key] = Markup(escape(", ".join(names) if 0 < len(names) <= 5 else self.labels.term("scopes", scope)))
        return self._places[key]

    # --------------------------------------------------------------------------------------------------------- pages

    def key(self, plan):
        """Changes whenever the page would look different."""
        digest = hashlib.blake2b(f"{self.base_key}|{plan.type}|{plan.subject}|{self.packs_of(plan)}".encode(), digest_size=12)
        for record_id in plan.needs:
            digest.update(self.library.digest(record_id, self.language).encode())
        return digest.hexdigest()

    def packs_of(self, plan):
        """The printed packs that a page links to."""
        if plan.type == "packs":
            return list(self.packs.values())
        name = f"country-{plan.subject.lower()}" if plan.type == "country" else plan.subject.replace("themes:", "theme-") if plan.type == "term" else ""
        return [self.packs[name]] if name in self.packs else []

    @property
    def base_key(self):
        if not hasattr(self, "_base_key"):
            parts = [self.shell.html, str(self.library.as_of), json.dumps(self.site_url), str(self.development), code_digest()]
            parts += [f"{page.path}{page.html}" for page in self.frame.written.values() if page.language == self.language]
            self._base_key = hashlib.blake2b("|".join(parts).encode(), digest_size=12).hexdigest()
        return self._base_key

    def draw(self, plan):
        """The whole HTML of a generated page."""
        context = PAGES[plan.type].context(self.library, plan, self)
        context.setdefault("crumbs", [])
        context["home"] = up(plan.path)
        context["packs"] = self.packs_of(plan)
        context["f"] = Fragments(self, context["home"], context.setdefault("notes", Notes()))
        body = self.render(f"{plan.type}.html", context)
        page = Page(
            context["title"], str(context["description"]), body, context["crumbs"],
            context.get("claims", True) and all(self.library.coverage(key, self.language) == COMPLETE for key in plan.tells),
            context.get("help_facing", False), context["layout"], self.page_facts(context),
        )  # fmt: skip
        page.json_ld = page_data(self, page, self.address(page, plan.path), context.get("record"))
        return self.compose(page, plan.path)

    def page_facts(self, context):
        """Dates and origin of a page, how to cite it and its data, for its footer."""
        record, written = context.get("record"), context.get("written")
        source = record.path if record else written.source if written else ""
        dates = (record.entry.as_of, record.entry.reviewed, record.entry.review_due) if record else None
        citable = bool(record) and record.kind.name in KINDS
        key = dates, bool(source), citable
        if key not in self._facts:
            overdue = bool(dates) and dates[2] < self.library.as_of
            values = {"dates": dates, "overdue": overdue, "source": source and "@@source@@", "citable": citable}
            self._facts[key] = self.render("_page_facts.html", values)
        facts = self._facts[key].replace("@@source@@", escape(source))
        if not citable:
            return facts
        root = "../../" if not self.folder else "../../../"  # entries lie two levels deep
        title = escape(self.library.title(record.id, self.language)[0])
        address = escape(f"{self.site_url}{self.folder}{record.address}")
        return facts.replace("@@title@@", title).replace("@@address@@", address).replace(
            "@@record@@", f"{root}api/v1/entries/{record.id}"
        ).replace("@@citation@@", f"{root}api/v1/citations/{record.id}")

    def written(self, path):
        """A page of docs/ as (HTML, whether it is in this page's language), or None."""
        page = self.frame.written.get((self.language, path))
        if page is None:
            return None
        html = page.html if page.text_language == self.language else f'<div lang="{page.text_language}">{page.html}</div>'
        return Markup(html)

    def draw_written(self, written):
        """The whole HTML of a page of docs/."""
        context = {"title": written.title, "written": written, "home": up(written.path), "html": Markup(written.html)}
        body = self.render("written.html", context)
        page = Page(
            written.title, written.meta.get("description", written.title), body, [], written.text_language == self.language,
            bool(written.meta.get("help_facing")), "with-contents", self.page_facts(context),
        )  # fmt: skip
        page.json_ld = page_data(self, page, self.address(page, written.path), None)
        return self.compose(page, written.path)

    def draw_not_found(self):
        """The page for addresses that do not exist; its links start at the site's root, since it is served anywhere."""
        base = re.sub(r"^https?://[^/]+", "", self.site_url) or "/"
        body = self.render("not_found.html", {"home": base + self.folder})
        page = Page(self.say("Page not found"), self.say("There is no page at this address."), body, claims=False)
        return self.compose(page, "404.html", root=base, home=base + self.folder, alternates=False)

    # --------------------------------------------------------------------------------------------------------- frame

    def compose(self, page, path, root=None, home=None, alternates=True):
        """Page -> HTML in the frame."""
        home = up(path) if home is None else home
        if root is None:
            root = home if not self.folder else (home + "../" if home != "./" else "../")
        hidden = {"title": escape(self.head_title(page, path)), "description": escape(page.description)}
        return self.shell.fill(
            {
                "root": root,
                "home": home,
                "head": self.head(page, path, home),
                "body_class": "help-facing" if page.help_facing else "page",
                "exit": self.exit_control() if page.help_facing else "",
                "languages": self.language_links(root, path if alternates else ""),
                "sections": self.section_links(home),
                "crumbs": self.crumbs(page, home),
                "layout": page.layout,
                "body": with_contents(page, self.say("On this page")),
                "page_facts": page.page_facts,
                **hidden,
            }
        )

    def head_title(self, page, path):
        return page.title if path == "" else f"{page.title} – {self.say('Nordic-Baltic Hub')}"

    def head(self, page, path, home):
        """Policy, robots, canonical address, feeds and what the page is about as data."""
        lines = []
        if not self.development:
            lines.append(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">')
        if not page.claims:
            lines.append('<meta name="robots" content="noindex">')
        if path != "404.html":
            lines.append(f'<link rel="canonical" href="{escape(self.address(page, path))}">')
            feed = home + feed_of(path)
            lines.append(f'<link rel="alternate" type="application/atom+xml" title="{self.feed_title}" href="{feed}.xml">')
            lines.append(f'<link rel="alternate" type="application/feed+json" title="{self.feed_title}" href="{feed}.json">')
        if page.json_ld:
            lines.append(as_script(page.json_ld))
        return "\n".join(lines)

    @cached_property
    def feed_title(self):
        return escape(self.say("New and changed"))

    def address(self, page, path):
        """Where the page is to be found; one that is no translation yet names the English page."""
        return f"{self.site_url}{self.folder if page.claims else ''}{path}"

    def exit_control(self):
        target = self.library.project.exit_pages.get(self.language, self.library.project.exit_pages[SOURCE_LANGUAGE])
        return self.render("_exit.html", {"target": target})

    def language_links(self, root, path):
        return "".join([f'<li><a href="{root}{folder}{path}" {rest}' for folder, rest in self._languages])

    @cached_property
    def _languages(self):
        """[(folder, rest of the link)] of the language switcher."""
        links = []
        for code in self.library.languages:
            current = ' aria-current="true"' if code == self.language else ""
            folder = "" if code == SOURCE_LANGUAGE else f"{code}/"
            links.append((folder, f'lang="{code}" hreflang="{code}"{current}>{escape(own_name(code))}</a></li>'))
        return links

    def section_links(self, home):
        """Links to the index of each kind, for the footer."""
        if home not in self._sections:
            label = self.labels.plural
            links = [f'<li><a href="{home}{kind.section}/">{escape(label("kinds", name))}</a></li>' for name, kind in KINDS.items()]
            self._sections[home] = "".join(links)
        return self._sections[home]

    def crumbs(self, page, home):
        if not page.crumbs:
            return ""
        steps = [(self.say("Home"), ""), *page.crumbs]
        links = "".join(f'<li><a href="{home}{path}">{escape(label)}</a></li>' for label, path in steps)
        return f'<nav class="crumbs wrap" aria-label="{escape(self.say("You are here"))}"><ol>{links}</ol></nav>'


POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'"
)


def up(path):
    """The way from a page to its language's home: "../" for each level, "./" on the home page."""
    return "../" * path.count("/") or "./"


def with_contents(page, label):
    """The body with a list of its sections below the opening, when it has enough of them to need one."""
    if page.layout != "with-contents":
        return page.body
    headings = HEADING.findall(page.body)
    if len(headings) < 3:
        return f'<div class="column">{page.body}</div>'
    items = "".join(f'<li><a href="#{anchor}">{TAG.sub("", words).strip()}</a></li>' for anchor, words in headings)
    contents = f'<nav class="contents" aria-label="{escape(label)}"><p class="contents-title">{escape(label)}</p><ol>{items}</ol></nav>'
    opening, mark, rest = page.body.partition(OPENING_ENDS)
    if not mark:
        return f'{contents}<div class="column">{page.body}</div>'
    return f'<div class="opening">{opening}</div>{contents}<div class="column">{rest}</div>'


_code = []


def code_digest():
    """Digest of everything that shapes pages: code, templates, labels and vocabularies."""
    if not _code:
        digest = hashlib.blake2b(digest_size=12)
        for path in sorted(Path(__file__).parent.rglob("*")):
            if path.suffix in (".py", ".html", ".po", ".yml", ".json") and "__pycache__" not in path.parts:
                digest.update(path.relative_to(Path(__file__).parent).as_posix().encode() + path.read_bytes())
        _code.append(digest.hexdigest())
    return _code[0]
