"""Pages in one language: templates, labels and the frame, made once and used for every page."""

import hashlib
import json
import re
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from hub.freshness import contact_state
from hub.icons import icon
from hub.labels import labels, own_name
from hub.library import covered_countries
from hub.page import Page
from hub.pages import PAGES
from hub.project import SOURCE_LANGUAGE
from hub.shell import Shell
from hub.vocabulary import vocabulary

TEMPLATES = Path(__file__).parent / "templates"
HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.S)
TAG = re.compile(r"<[^>]+>")
OPENING_ENDS = "<!--opening ends-->"  # written by templates where the list of sections is to stand on a phone


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
        self.site_url = library.project.site_url
        self.folder = "" if language == SOURCE_LANGUAGE else f"{language}/"
        self.environment = self._environment()
        self.templates = {name: self.environment.get_template(f"{name}.html") for name in PAGES}

    def _environment(self):
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"], auto_reload=False,
        )  # fmt: skip
        environment.install_gettext_callables(
            self.labels.say, self.labels.say_number, newstyle=True, pgettext=self.labels.words.pgettext
        )
        environment.globals.update(
            L=self.labels, icon=icon, language=self.language, library=self.library, project=self.library.project,
            contact_state=lambda channel: contact_state(channel, self.library.as_of), source_language=SOURCE_LANGUAGE,
            covered=covered_countries(), step_names=tuple(vocabulary("nrm_steps").terms),
            language_names=lambda codes: [self.labels.language_name(code) for code in codes],
        )  # fmt: skip
        return environment

    # --------------------------------------------------------------------------------------------------------- pages

    def key(self, plan):
        """Changes whenever the page would look different."""
        digest = hashlib.blake2b(f"{self.base_key}|{plan.type}|{plan.subject}".encode(), digest_size=12)
        for record_id in plan.needs:
            digest.update(self.library.digest(record_id, self.language).encode())
        return digest.hexdigest()

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
        body = self.templates[plan.type].render(context)
        page = Page(
            context["title"], str(context["description"]), body, context["crumbs"], context.get("claims", True),
            context.get("help_facing", False), context["layout"], self.page_facts(context), None,
        )  # fmt: skip
        return self.compose(page, plan.path)

    def page_facts(self, context):
        return self.environment.get_template("_page_facts.html").render(context)

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
        body = self.environment.get_template("written.html").render(context)
        page = Page(
            written.title, written.meta.get("description", written.title), body, [], written.text_language == self.language,
            bool(written.meta.get("help_facing")), "with-contents", self.page_facts(context),
        )  # fmt: skip
        return self.compose(page, written.path)

    def draw_not_found(self):
        """The page for addresses that do not exist; its links start at the site's root, since it is served anywhere."""
        base = re.sub(r"^https?://[^/]+", "", self.site_url) or "/"
        body = self.environment.get_template("not_found.html").render({"home": base + self.folder})
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
                "head": self.head(page, path),
                "body_class": "help-facing" if page.help_facing else "page",
                "exit": self.exit_control() if page.help_facing else "",
                "languages": self.language_links(root, path if alternates else ""),
                "crumbs": self.crumbs(page, home),
                "layout": page.layout,
                "body": with_contents(page, self.say("On this page")),
                "page_facts": page.page_facts,
                **hidden,
            }
        )

    def head_title(self, page, path):
        return page.title if path == "" else f"{page.title} – {self.say('Nordic-Baltic Hub')}"

    def head(self, page, path):
        """Policy, robots and canonical address."""
        lines = []
        if not self.development:
            lines.append(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">')
        if not page.claims:
            lines.append('<meta name="robots" content="noindex">')
        if path != "404.html":
            folder = self.folder if page.claims else ""
            lines.append(f'<link rel="canonical" href="{escape(self.site_url + folder + path)}">')
        return "\n".join(lines)

    def exit_control(self):
        target = self.library.project.exit_pages.get(self.language, self.library.project.exit_pages[SOURCE_LANGUAGE])
        return self.environment.get_template("_exit.html").render(target=target)

    def language_links(self, root, path):
        links = []
        for code in self.library.languages:
            folder = "" if code == SOURCE_LANGUAGE else f"{code}/"
            current = ' aria-current="true"' if code == self.language else ""
            links.append(f'<li><a href="{root}{folder}{path}" lang="{code}" hreflang="{code}"{current}>{escape(own_name(code))}</a></li>')
        return "".join(links)

    def crumbs(self, page, home):
        if not page.crumbs:
            return ""
        steps = [(self.say("Home"), ""), *page.crumbs]
        links = "".join(f'<li><a href="{home}{path}">{escape(label)}</a></li>' for label, path in steps)
        return f'<nav class="crumbs wrap" aria-label="{escape(self.say("You are here"))}"><ol>{links}</ol></nav>'


POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
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
