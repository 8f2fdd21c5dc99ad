"""A built site as a tree of plain Markdown files that any generator can build: the way out, should the one in use end.

It is made from the built pages, so that whatever they withhold or mark is withheld and marked here too, and from the published records
beside them. `practices/no-x/index.html` becomes `en/practices/no-x.md`, a home page `en/README.md`; links between pages lead from file to file, all others to the site.
Pages that only work with a script, and those that only say that an entry moved, are left out.
"""

import json
import os
import posixpath
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

import yaml
from html_to_markdown import ConversionOptions, PreprocessingOptions, convert

from hub.site_files import SiteFiles

MAIN = re.compile(r'<main id="main"[^>]*>(.*?)</main>', re.S)
HEAD = {
    "title": re.compile(r"<h1[^>]*>(.*?)</h1>", re.S),
    "description": re.compile(r'<meta name="description" content="([^"]*)">'),
    "language": re.compile(r'<html lang="([^"]+)">'),
}
GONE = re.compile(r'<meta http-equiv="refresh"')
SCRIPTED = ("search", "print", "404.html")
LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)(")')
TAGS = re.compile(r"<[^>]+>")
# Places on the same page have other names elsewhere; the numbers of sources stay.
SAME_PAGE = ((re.compile(r'<a\b[^>]*\shref="#note-\d+"[^>]*>(\d+)</a>,?'), r" [\1]"), (re.compile(r'<a\b[^>]*\shref="(?:#[^"]*)?"[^>]*>(.*?)</a>', re.S), r"\1"))
# A list of key facts is told as a list; links that stand side by side as a row.
PLAINER = (
    (re.compile(r"</dd>\s*<dd[^>]*>"), "; "), (re.compile(r"<dl[^>]*>"), "<ul>"), (re.compile("</dl>"), "</ul>"), (re.compile(r"<dt[^>]*>"), "<li><strong>"),
    (re.compile("</dt>"), ":</strong> "), (re.compile(r"<dd[^>]*>"), ""), (re.compile("</dd>"), "</li>"), (re.compile(r"</a>(?=<a )"), "</a>, "),
    (re.compile(r"(?<=</dt>)\s+|\s+(?=</?(?:dt|dd)\b)"), " "),
)  # fmt: skip
PIECES = re.compile(r"(<(?:code|pre)\b.*?</(?:code|pre)>|<[^>]+>)|[^<]+", re.S)
OPTIONS = ConversionOptions(
    exclude_selectors=["svg", "nav", "button", "form", "script", "input", "select", "template", ".contents", ".pack-links", ".anchor"], escape_asterisks=True,
    escape_underscores=True, skip_images=True, extract_metadata=False, preprocessing=PreprocessingOptions(enabled=False, remove_navigation=False, remove_forms=False),
)  # fmt: skip
RECORD = ("id", "kind", "countries", "scope", "themes", "status", "as_of", "reviewed", "review_due")


class NoSite(Exception):
    """The folder holds no built site; the message says which."""


def markdown_tree(site, address, languages):
    """{path: text} of every page of the folder `site`, which is served at `address`. The first of `languages` has no folder of its own there."""
    site = Path(site)
    if not (site / "index.html").is_file():
        raise NoSite(f"{site} holds no built site; run hub build first")
    pages = {}
    for file in sorted(site.rglob("index.html")):
        parts = file.parent.relative_to(site).parts
        language = parts[0] if parts and parts[0] in languages[1:] else languages[0]
        path = parts[1:] if language != languages[0] else parts
        if path and path[0] in (*SCRIPTED, "admin"):
            continue
        html = file.read_text("utf-8")
        if MAIN.search(html) and not GONE.search(html):
            pages["/".join((*parts, ""))] = (language, f"{language}/{'/'.join(path) or 'README'}.md", html)
    names = {place: name for place, (_, name, _) in pages.items()}
    return {name: as_markdown(site, place, name, html, names, address, languages) for place, (_, name, html) in pages.items()}


def as_markdown(site, place, name, html, names, address, languages):
    """One page: what is known of it as YAML, then its text."""
    body = LINK.sub(lambda link: link[1] + target(unescape(link[2]), place, name, names, address) + link[3], MAIN.search(html)[1])
    for found, plain in SAME_PAGE:
        body = found.sub(plain, body)
    for found, plain in PLAINER:
        body = found.sub(plain, body)
    text = convert(PIECES.sub(as_text, body), OPTIONS).content
    head = {key: unescape(TAGS.sub("", found[1])).strip() for key, pattern in HEAD.items() if (found := pattern.search(html))}
    head["address"] = address + place
    head.update(published(site, place, head["language"], languages))
    return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)}---\n\n{text.strip()}\n"


def as_text(piece):
    """A piece of text in which what Markdown would take for HTML or a link stays written as an entity; the converter does the rest."""
    return piece[0] if piece[1] else piece[0].replace("&lt;", "&amp;lt;").replace("[", "&amp;#91;")


def target(href, place, name, names, address):
    """Where a link of the page at `place` leads from the file `name`."""
    if href.startswith("#") or re.match(r"[a-z]+:", href):
        return href
    path, _, fragment = href.partition("#")
    wanted = posixpath.normpath(posixpath.join(place, unquote(path)))
    wanted = "" if wanted == "." else wanted.removesuffix("index.html").rstrip("/") + "/"
    if wanted in names:
        return posixpath.relpath(names[wanted], posixpath.dirname(name)) + (f"#{fragment}" if fragment else "")
    return urljoin(address + place, href)


def published(site, place, language, languages):
    """What the published record says of an entry's page; nothing for other pages."""
    file = site / "api/v1/entries" / f"{Path(place).name}.json"
    if not file.is_file():
        return {}
    record = json.loads(file.read_bytes())
    if not any(url.endswith("/" + place) for url in record.get("urls", {}).values()):
        return {}
    known = {key: record[key] for key in RECORD if record.get(key)}
    if language != languages[0]:
        known["translation"] = record["translation"][language]
    return known


def write_tree(files, out):
    """Write {path: text} below the folder `out`, which must be empty or new."""
    writer = SiteFiles(out, {}, {})
    os.makedirs(out, exist_ok=True)
    for path, text in files.items():
        writer.write(path, text.encode())
    return len(files)
