"""Hostile and broken input: markup in every text field of every kind is harmless wherever it is shown, whatever bytes a file
holds give a record or problems, and the worst file of one megabyte stays within bounds."""

import csv
import gzip
import io
import json
import os
import re
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import icalendar
import markdown
import pypdf
import pytest
import yaml
from conftest import DAY, ROOT, copy_mini
from hub.build import build
from hub.document import MAX_BYTES, parse, parse_document
from hub.exports.csv_tables import harmless
from hub.fields import TRANSLATABLE
from hub.kinds import KINDS
from hub.load import load
from hub.markdown_tree import markdown_tree
from hub.problem import Unusable
from hub.project import read_project
from hub.rules import check
from hub.rules.material import Material
from hub.shape import kind_of, shape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html

# ---------------------------------------------------------------------------------------------------------- markup in texts

# Breaks out of cells, text, attributes, comments, scripts, styles, templates, typesetting and our own slots; `{mark}` tells where it came from.
PAYLOAD = "=1+{mark}\"'><script>boom()</script><img src=x onerror=boom()><!--opening ends-->@@body@@{{{{7*7}}}}%(x)s<b onclick=boom()>#panic()"
SCHEMES = ("javascript:boom()", "data:text/html,<script>boom()</script>", "vbscript:boom()")


def free_texts(model, prefix=()):
    """Paths of all fields of a kind whose type lets any text through."""
    for name, field in model.model_fields.items():
        yield from walk_type(field.annotation, field.metadata, (*prefix, name))


def walk_type(annotation, metadata, path):
    if hasattr(annotation, "model_fields"):
        yield from free_texts(annotation, path)
    for part in getattr(annotation, "__args__", ()):
        yield from walk_type(part, getattr(part, "__metadata__", ()), path)
    if TRANSLATABLE in metadata or TRANSLATABLE in getattr(annotation, "__metadata__", ()):
        yield path


def poison(value, path, marks):
    """`value` with the payload in each text that is no id, term, date or address."""
    if isinstance(value, dict):
        return {name: poison(inner, (*path, name), marks) for name, inner in value.items()}
    if isinstance(value, list):
        return [poison(inner, path, marks) for inner in value]
    if path[-1] in FREE:
        marks.append((path, len(marks)))
        return PAYLOAD.format(mark=f"mark{marks[-1][1]}z")
    if path[-1] == "cite":
        marks.append((path, len(marks)))
        return f"{value.partition(',')[0]}, {PAYLOAD.format(mark=f'mark{marks[-1][1]}z')}"
    return value


# Free text wherever it stands: titles, texts, names, places in sources. The name "value" of a channel is free text, too.
FREE = {
    "title", "summary", "text", "label", "hours", "note", "name", "role", "organisation", "place", "at", "time", "figure",
    "first_column", "keywords", "organiser_names", "verified_by_role", "publisher", "reviewed_by_role",
    "addressee", "made_by", "proposed_by", "area", "audience_note",
}  # fmt: skip


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory):
    """(site, {mark: (file, path)}) of the miniature hub with the payload in every free text of every file."""
    root = copy_mini(tmp_path_factory.mktemp("hostile") / "hub")
    marks = []
    for top in ("practices", "contacts", "seminars", "sources", "comparisons"):
        for file in sorted((root / top).rglob("*.yml")):
            data = parse(file.read_bytes())
            prints = data.pop("fingerprints", None)
            poisoned_data = poison(data, (file.name,), marks)
            if prints:
                poisoned_data["fingerprints"] = prints
            file.write_text(yaml.dump(poisoned_data, default_style='"', allow_unicode=True, sort_keys=False, width=10_000).replace("!!str ", ""), "utf-8")
    built = build(read_project(root, DAY), root / "site", 2)
    assert not built.failed, built.problems
    return root / "site", {f"mark{number}z": path for path, number in marks}


def test_every_sort_of_text_field_is_poisoned(poisoned):
    """A new field for readers' texts joins this test by itself, or fails here."""
    known = {path[-1] for kind in KINDS.values() for path in free_texts(kind.model)}
    assert len(known) > 8
    assert known <= FREE, f"name these in FREE: {known - FREE}"
    files = {path[0].split(".")[0] for path in poisoned[1].values()}
    assert files == {path.name.split(".")[0] for path in (ROOT / "tests/mini").glob("*/**/*.yml")}


def test_markup_in_entries_is_only_text_on_every_page(poisoned):
    """No page has an element, an attribute or an address that an entry brought in; the text is there as text."""
    site, marks = poisoned
    shown, pages = set(), sorted(site.rglob("*.html"))
    assert len(pages) > 600
    for page in pages:
        source = page.read_text("utf-8")
        shown.update(re.findall(r"mark\d+z", source))
        if "boom" not in source:
            continue
        tree = html.fromstring(source.encode())
        for element in tree.iter():
            if not isinstance(element.tag, str):
                assert "boom" not in (element.text or ""), page
                continue
            assert not [name for name in element.attrib if name.lower().startswith("on")], page
            assert element.tag not in ("b", "base", "iframe", "object", "embed") or "boom" not in html.tostring(element).decode(), page
            for name in ("href", "src", "action", "data", "formaction"):
                assert not re.match(r"\s*(javascript|data|vbscript):", element.get(name, ""), re.I), page
            if element.tag == "script":
                assert element.get("src") or element.get("type", "").startswith("application/"), page
                if element.text:
                    json.loads(element.text)  # data, and whole
            assert element.get("src") != "x", page
        assert not re.search(r"<!--(?!opening ends-->|\[if).*boom", source)
        assert "{{7*7}}" in source or "7*7" not in source, page
    missing = {marks[mark] for mark in marks.keys() - shown}
    assert {path[-1] for path in missing} <= NOT_SHOWN, missing


NOT_SHOWN = {"keywords", "verified_by_role", "value", "reviewed_by_role", "note", "label", "hours", "at", "name", "title", "text", "cite", "summary"}


def test_markup_in_entries_is_only_text_in_the_search_index(poisoned):
    """What the index hands to the page is told as text: the payload stands there as it was written, and escaped in excerpts."""
    site, _ = poisoned
    found = 0
    for file in sorted((site / "assets" / "search").rglob("*.pf_fragment")):
        data = json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd"))
        found += "boom" in json.dumps(data)
        assert "<script" not in data["url"]
    assert found > 10
    for file in sorted((site / "assets" / "search").rglob("*.json")):
        json.loads(file.read_text("utf-8"))


def test_search_shows_markup_as_text(poisoned, browser):
    """In a real browser: the poisoned hub is searched, and nothing of it runs."""
    import functools
    import threading
    from http.server import ThreadingHTTPServer

    from conftest import Quiet

    site, _ = poisoned
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page()
    wrong = []
    page.expose_function("boom", lambda: wrong.append("boom"))
    page.on("console", lambda message: wrong.append(message.text) if "Content Security Policy" in message.text else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/search/#q=boom")
        page.get_by_role("searchbox").first.fill("boom script")
        page.locator("main").get_by_text("<script>boom()").locator("visible=true").first.wait_for()
        assert page.locator("main b[onclick], main img[src=x], main script").count() == 0
        page.goto(f"http://127.0.0.1:{server.server_port}/practices/no-night-outreach/")
        assert page.locator("b[onclick], img[src=x]").count() == 0
    finally:
        page.close()
        server.shutdown()
    assert wrong == []


def exported(poisoned, pattern):
    found = sorted(path for path in poisoned[0].glob(pattern) if path.is_file())
    assert found, pattern
    return found


def test_no_cell_of_a_table_is_a_formula(poisoned):
    """What a spreadsheet would run at its start is written behind an apostrophe; numbers stay numbers."""
    cells = 0
    for path in exported(poisoned, "api/v1/**/*.csv"):
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))):
            for cell in row:
                assert not re.match(r"[=@\t\r]|[+-](?![\d ().-]*$)", cell), (path, cell)
                cells += "mark" in cell
    assert cells > 50


@pytest.mark.parametrize(("text", "written"), [("+47 22 33 44 55", "+47 22 33 44 55"), ("-5", "-5"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"), ("@SUM(1)", "'@SUM(1)"), ("=1", "'=1"), ("-2+3+cmd|'x'!A0", "'-2+3+cmd|'x'!A0")])
def test_what_counts_as_a_formula(text, written):
    assert harmless(text) == written


def test_no_cell_of_a_workbook_is_a_formula(poisoned):
    """Read as files, not through the library that wrote them: no formula, no link, and the payload is a text."""
    told = 0
    for path in exported(poisoned, "api/v1/**/*.xlsx"):
        with zipfile.ZipFile(path) as book:
            for name in book.namelist():
                content = book.read(name)
                assert not re.search(rb"<f[ >]|externalLink|vbaProject|ddeLink", content), (path, name)
                if name.endswith(".rels"):
                    assert b"boom" not in content and b"javascript:" not in content
            told += b"boom" in book.read("xl/sharedStrings.xml")
    assert told > 5


def test_feeds_tell_markup_as_text(poisoned):
    import feedparser

    told = 0
    for path in exported(poisoned, "**/feeds/**/*.xml"):
        feed = feedparser.parse(path.read_bytes(), sanitize_html=False, resolve_relative_uris=False)
        assert not feed.bozo, (path, feed.get("bozo_exception"))
        for entry in feed.entries:
            assert entry.title_detail.type == "text/plain" and entry.link.startswith("https://mini.example.org/hub/"), path
            told += "<script>boom()" in entry.title
            # A summary is HTML to readers of Atom unless it says otherwise.
            assert entry.summary_detail.type == "text/plain" or "<script" not in entry.summary, path
    assert told > 10
    for path in exported(poisoned, "**/feeds/**/*.json"):
        assert not any("content_html" in item for item in json.loads(path.read_bytes())["items"])


def test_calendars_and_address_books_gain_no_line(poisoned, tmp_path):
    """A text cannot end its line and start one of its own."""
    site = poisoned[0]
    for path in exported(poisoned, "api/v1/seminars/*.ics"):
        names = {name for part in icalendar.Calendar.from_ical(path.read_bytes()).walk() for name in part}
        assert not any("BOOM" in name or name in ("ATTACH", "URL;X") for name in names), path
        assert b"boom" in path.read_bytes()
    root = site.parent
    packs = root / "seminars/packs"
    packs.mkdir(parents=True, exist_ok=True)
    text = json.dumps(PAYLOAD.format(mark="mark").replace("mark", ";X-BOOM=1:"))
    (packs / "x-2027.yml").write_text(
        f"title: {text}\ndate: 2027-03-10\ntimezone: Europe/Oslo\nplace: {text}\norganiser: {text}\nlanguages: [en]\nprogramme:\n"
        f"  - {{title: {text}, start: '9:00', end: '9:30', note: {text}}}\ndirectory: ['NO']\nquestions: [{text}]\n", "utf-8"
    )  # fmt: skip
    run = subprocess.run(
        [sys.executable, "-m", "hub", "pdf", "--seminar", "x-2027", "--out", str(tmp_path), "--as-of", DAY.isoformat()],
        cwd=root, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    (calendar,), (book,) = tmp_path.glob("*.ics"), tmp_path.glob("*.vcf")
    names = {name for part in icalendar.Calendar.from_ical(calendar.read_bytes()).walk() for name in part}
    assert names and not any("BOOM" in name for name in names)
    lines = book.read_text("utf-8").replace("\n ", "").splitlines()
    assert lines and {re.split(r"[;:]", line)[0] for line in lines} <= {"BEGIN", "VERSION", "KIND", "UID", "FN", "N", "ORG", "TEL", "EMAIL", "URL", "NOTE", "REV", "PRODID", "END", "LANG", "CATEGORIES", "SOURCE", "ADR"}
    (printed,) = tmp_path.glob("*.pdf")
    assert "<script>boom()" in pdf_text(printed.read_bytes())


def test_plain_markdown_tells_markup_as_text(poisoned):
    """Turned back into HTML by a library that lets raw HTML through, no element and no address is there that an entry brought in."""
    told = 0
    for name, text in markdown_tree(poisoned[0], "https://mini.example.org/hub/", ["en", "sv", "is"]).items():
        text = text.partition("\n---\n")[2]
        if "boom" in text:
            tree = html.fromstring(f"<div>{markdown.markdown(text)}</div>")
            assert not tree.xpath("//script | //img | //b | //@onclick | //@onerror"), name
            assert not [link for link in tree.xpath("//@href") if not re.match(r"https?:|mailto:|tel:|sms:|[^:]+$", link)], name
            told += "<script>boom()" in tree.text_content()
    assert told > 20


def pdf_text(content):
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return re.sub(r"[\s\u00ad-]", "", found)


def test_printed_packs_tell_markup_as_text(poisoned):
    """No action, no script, no file and no address but web, mail and telephone in any PDF; the payload is read as it was written."""
    told = 0
    for path in exported(poisoned, "**/print/*.pdf"):
        reader = pypdf.PdfReader(path)
        assert not {"/OpenAction", "/AA", "/AcroForm"} & reader.trailer["/Root"].keys() and not reader.attachments, path
        for page in reader.pages:
            for annotation in page.get("/Annots", ()):
                action = annotation.get_object().get("/A", {})
                assert action.get("/S", "/URI") in ("/URI", "/GoTo"), path
                assert re.match(r"https?://|mailto:|tel:", action.get("/URI", "tel:")), path
        told += "<script>boom()" in pdf_text(path.read_bytes())
    assert told > 10


@pytest.mark.parametrize("scheme", SCHEMES)
def test_addresses_are_web_addresses(mini, scheme):
    path = "contacts/organisations/no-agency.yml"
    raw = (mini / path).read_bytes().replace(b"https://agency.example.org/\n", scheme.encode() + b"\n")
    with pytest.raises(Unusable) as caught:
        shape(parse_document(path, raw), kind_of(path), lambda: raw)
    assert {problem.code for problem in caught.value.problems} <= {"wrong-value", "yaml-syntax"}


@pytest.mark.parametrize("name", ["../../../evil", "..", "a/../../b", "/etc/x", "x\0y", "%2e%2e", "a" * 5000])
def test_an_earlier_id_leads_to_no_file_outside_the_site(mini, name):
    """Old ids become folders of the site: none may climb out of it."""
    file = mini / "practices/tools/no-indicators.yml"
    file.write_text(file.read_text("utf-8") + f"was: [{json.dumps(name)}]\n", "utf-8")
    project = read_project(mini, DAY)
    loaded = load(mini, project.languages)
    problems = [*loaded.problems, *check(mini, Material(loaded.records, loaded.translations, loaded, DAY))]
    assert any(problem.path == "practices/tools/no-indicators.yml" and problem.severity == "error" for problem in problems)


# --------------------------------------------------------------------------------------------------------------- any bytes

CORPUS = sorted(path for path in (ROOT / "tests").glob("mini/*/**/*.yml")) + sorted(ROOT.glob("*/*/_example*.yml"))
PATHS = sorted({path.relative_to(ROOT / "tests/mini").as_posix() for path in CORPUS if "mini" in path.parts})
pieces = st.sampled_from([
    b"\n", b": ", b"- ", b"  ", b"\t", b"{", b"}", b"[", b"]", b"'", b'"', b"|\n", b">-\n", b"#", b"&a ", b"*a", b"!!str ", b"!", b"%", b"@", b"\0",
    b"\xff", b"\xef\xbb\xbf", b"\r\n", b"~", b"null", b"yes", b"-1", b"1e999", b"0" * 40, b"9" * 5000, b"2026-02-30", b"+" * 9, b"x" * 2000, b"NO",
    "\u202e\u2028\U0001f600".encode(), b"fingerprints: {}\n", b"translation: {state: reviewed}\n", b"records: [{}]\n", b"sources: []\n", b"title:\n", b"layers: [[]]\n",
    b"steps: ~\n", b"cite: [x]\n", b"- - -\n", b"? a\n", b"---\n", b"...\n",
])  # fmt: skip


@st.composite
def mutated(draw):
    """(path, bytes): a file of the corpus under the name of any, with some places cut out, doubled or overwritten."""
    raw = draw(st.sampled_from(CORPUS)).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(raw)))
        end = min(len(raw), start + draw(st.sampled_from([0, 0, 1, 3, 30, 300])))
        raw = raw[:start] + draw(st.one_of(pieces, st.binary(max_size=6), st.just(raw[start:end] * 2))) + raw[end:]
    return draw(st.sampled_from(PATHS)), raw


@settings(max_examples=int(os.environ.get("HUB_FUZZ", "300")), deadline=None, suppress_health_check=list(HealthCheck))
@given(mutated())
def test_any_file_gives_records_or_problems(tmp_path_factory, case):
    """Loading, shaping, rules: never another exception, and every problem has a place and words. HUB_FUZZ=20000 looks longer."""
    path, raw = case
    root = fuzz_root(tmp_path_factory)
    kept = (root / path).read_bytes()
    (root / path).write_bytes(raw)
    try:
        loaded = load(root, ("en", "sv", "is"))
        problems = [*loaded.problems, *check(root, Material(loaded.records, loaded.translations, loaded, DAY))]
    finally:
        (root / path).write_bytes(kept)
    for problem in problems:
        assert problem.path and problem.line > 0 and problem.column > 0 and problem.message and problem.code
    if path.count(".") == 1:
        stem = Path(path).stem
        assert any(record.path == path for record in loaded.records.values()) or any(problem.path == path for problem in problems), stem


_roots = {}


def fuzz_root(factory):
    if "root" not in _roots:
        _roots["root"] = copy_mini(factory.mktemp("fuzz") / "hub")
    return _roots["root"]


# ------------------------------------------------------------------------------------------------------- the worst megabyte


def filled(start, line):
    """As many lines as fit below the limit."""
    lines, size = [start], len(start)
    for number in range(MAX_BYTES):
        piece = line % {b"n": number}
        if size + len(piece) > MAX_BYTES:
            return b"".join(lines)
        lines.append(piece)
        size += len(piece)


WORST = {
    "unknown fields": filled(b"title: x\n", b"f%(n)d: x\n"),
    "unknown terms": filled(b"title: x\nthemes:\n", b"- t%(n)d\n"),
    "bad facts": filled(b"title: x\nnotes:\n", b"- x\n"),
    "bad citations": filled(b"title: x\nnotes:\n", b"- {text: xx, cite: q}\n"),
    "flow lists": b"a: [" + b"[],." * 199_000,
    "one long text": b"title: " + b"x 1" * 333_000,
    "long street": b"summary: " + b"a" * 999_000,
    "digits": b"summary: '" + b"1 " * 499_000 + b"'",
    "at signs": b"summary: '" + b"a.@" * 333_000 + b"'",
    "keywords": filled(b"title: x\nkeywords:\n", b"- k%(n)d\n"),
    "sources": filled(b"title: x\nsources:\n", b"- {id: s%(n)d, at: p}\n"),
    "escapes": b'title: "' + b"\\u00e9" * 166_000 + b'"',
    "comments": b"#" + b"\n#" * 499_000,
    "line breaks": b"title: x" + b"\n" * 999_000 + b"@",
}

BOUNDED = """
import resource, sys
from datetime import date
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from pathlib import Path
from hub.check import check_project
from hub.project import read_project
from hub.report import FORMATS
checked = check_project(read_project(Path(sys.argv[1]), date(2026, 11, 22)))
print(FORMATS["text"](checked.problems, checked.files)[-2000:])
print("checked", len(checked.problems))
"""


@pytest.mark.parametrize("sort", WORST)
def test_the_worst_megabyte_stays_within_bounds(mini, sort):
    """One file of a megabyte is judged with at most a minute of processor time and 1.5 GB: the kernel ends what takes more."""
    assert len(WORST[sort]) <= MAX_BYTES
    (mini / "practices/best-practices/no-worst.yml").write_bytes(WORST[sort])
    run = subprocess.run(
        [sys.executable, "-c", BOUNDED, str(mini)], env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-500:]
    assert "no-worst.yml" in run.stdout and re.search(r"checked \d+", run.stdout)
