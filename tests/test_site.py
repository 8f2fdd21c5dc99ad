"""The built site as a reader or a crawler meets it, page by page."""

import gzip
import re
import shutil
import subprocess
from collections import Counter
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest
from conftest import ROOT
from hub.labels import labels
from hub.library import covered_countries
from lxml import etree, html

SITE = "https://hub.example.org/"


@cache
def parsed(text):
    return html.document_fromstring(text)


def language_of(path):
    first = path.split("/")[0]
    return first if first in ("da", "fi", "is", "nb", "sv") else "en"


def test_every_language_has_every_page(pages):
    def inside(path):
        return path if language_of(path) == "en" else path.split("/", 1)[1]

    found = Counter(inside(path) for path in pages)
    assert {path for path, count in found.items() if count != 6} == set()
    assert len(found) > 150


def test_no_link_leads_nowhere(site, pages):
    """Every link inside the site leads to a file, and every anchor to an id, in every language."""
    ids = {path: set(parsed(text).xpath("//@id")) for path, text in pages.items()}
    for path in ids:
        if path.endswith("print/index.html"):  # behind the # of the pack form stands a choice: what it names can be ticked there
            ids[path] |= {f"{box.get('name')}={box.get('value')}" for box in parsed(pages[path]).xpath("//input[@type='checkbox']")}
    broken = Counter()
    for path, text in pages.items():
        here = "/" + path
        for element, attribute, link, _ in parsed(text).iterlinks():
            if re.match(r"(https?:|mailto:|tel:|sms:|data:)", link) or attribute == "content":
                continue
            target, _, anchor = urljoin(here, link).partition("#")
            target = unquote(target.split("?")[0]).lstrip("/")
            if target == "" or target.endswith("/"):
                target += "index.html"
            if target in ids:
                if anchor and anchor not in ids[target]:
                    broken[f"{path}: no #{anchor} in {target}"] += 1
            elif not (site / target).is_file():
                broken[f"{path}: {link}"] += 1
    assert not broken, list(broken)[:20]


def test_pages_have_what_every_page_needs(pages):
    for path, text in pages.items():
        root = parsed(text)
        assert root.get("lang") == language_of(path), path
        assert len(root.xpath("//h1")) == 1, path
        assert len(root.xpath("//main")) == 1 and root.xpath("//header") and root.xpath("//footer"), path
        assert root.xpath("string(//title)").strip(), path
        assert root.xpath("//meta[@name='description']/@content")[0].strip(), path
        assert root.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], path
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids)), (path, [key for key, count in Counter(ids).items() if count > 1])


def test_headings_descend_one_level_at_a_time(pages):
    for path, text in pages.items():
        levels = [int(element.tag[1]) for element in parsed(text).xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
        assert levels[0] == 1, path
        for before, after in zip(levels, levels[1:]):
            assert after <= before + 1, (path, levels)


def test_nothing_is_asked_of_other_sites(pages):
    """No script, style, image, font, frame or hint comes from elsewhere, and no code stands in the page."""
    for path, text in pages.items():
        root = parsed(text)
        resources = root.xpath("//script/@src | //img/@src | //iframe/@src | //source/@src | //link[@rel!='canonical']/@href")
        assert not [link for link in resources if re.match(r"(https?:)?//", link)], path
        assert not root.xpath("//script[not(@src)][not(@type='application/ld+json')] | //style | //*[@style]"), path
        handlers = [name for element in root.iter(etree.Element) for name in element.keys() if name.startswith("on")]
        assert not handlers, path


def test_style_sheet_asks_nothing_of_other_sites(site):
    for path in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(https?:)?//|@import", path.read_text("utf-8"))


def test_policy_is_strict(pages):
    for path, text in pages.items():
        policy = parsed(text).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert policy.startswith("default-src 'none'"), path
        assert set(re.findall(r"'(unsafe[a-z-]*|wasm-unsafe-eval)'", policy)) <= {"wasm-unsafe-eval"}, path  # the search engine is WebAssembly


def test_links_to_other_sites_tell_them_nothing(pages):
    for path, text in pages.items():
        for link in parsed(text).xpath("//main//a[starts-with(@href, 'http')]"):
            assert "noreferrer" in (link.get("rel") or "") or path.split("/")[-2] in ("about",), (path, link.get("href"))


def test_switcher_stays_on_the_page(pages):
    for path, text in pages.items():
        inside = path if language_of(path) == "en" else path.split("/", 1)[1]
        links = {a.get("hreflang"): urljoin("/" + path, a.get("href")) for a in parsed(text).xpath("//details[contains(@class, 'languages')]//a")}
        assert len(links) == 6
        for code, target in links.items():
            folder = "/" if code == "en" else f"/{code}/"
            if not path.endswith("404.html"):
                assert target == folder + inside.removesuffix("index.html"), path


def test_fallback_pages_say_so(pages, project):
    """English that stands in for a missing translation is marked, canonical to English and not indexed."""
    seen = 0
    for path, text in pages.items():
        root = parsed(text)
        robots = root.xpath("//meta[@name='robots']/@content")
        canonical = root.xpath("//link[@rel='canonical']/@href")
        if path.endswith("404.html"):
            assert robots == ["noindex"] and not canonical
            continue
        inside = path if language_of(path) == "en" else path.split("/", 1)[1]
        if robots:
            seen += 1
            assert language_of(path) != "en"
            assert canonical == [SITE + inside.removesuffix("index.html")], path
            assert root.xpath("//main//*[contains(@class, 'notice-language')]"), path
            assert root.xpath("//main//*[@lang='en']"), path
        else:
            assert canonical == [SITE + path.removesuffix("index.html")], path
    assert seen


def test_each_english_text_on_a_page_of_another_language_says_so(mini_site):
    """For a voice that reads aloud: every text that stands in is inside an element with its language, title and facts too."""
    root = parsed((mini_site / "is/practices/no-night-outreach/index.html").read_text("utf-8"))
    for text in ("Outreach at night by a mixed team", "Social workers and police visit work places together after dark.", "The team plans each visit."):
        found = root.xpath("//main//*[contains(normalize-space(text()), $text)]", text=text)
        assert found and all(one.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["en"] for one in found), text


def test_sitemap_claims_true_translations_only(site, pages):
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = etree.parse(str(site / "sitemap.xml"))
    listed = set(tree.xpath("//s:loc/text()", namespaces=names))
    claimed = {
        SITE + path.removesuffix("index.html")
        for path, text in pages.items()
        if not path.endswith("404.html") and not parsed(text).xpath("//meta[@name='robots']")
    }
    assert listed == claimed
    assert set(tree.xpath("//x:link/@href", namespaces=names)) <= listed


def test_each_language_has_its_own_404(site):
    for code in ("da", "fi", "is", "nb", "sv"):
        text = (site / code / "404.html").read_text("utf-8")
        assert f'<html lang="{code}">' in text and f'href="/{code}/help/"' in text
        assert labels(code).say("Page not found") in text
    assert '<html lang="en">' in (site / "404.html").read_text("utf-8")


def test_country_pages_answer_the_first_questions(pages):
    for code in covered_countries():
        root = parsed(pages[f"countries/{code.lower()}/index.html"])
        for anchor in ("help", "path", "who"):
            assert root.xpath(f"//*[@id='{anchor}']"), (code, anchor)
        assert len(root.xpath("//ol[@class='path']/li")) == 10
        assert "112" in root.xpath("string(//main//*[contains(@class, 'notice-urgent')])")


def test_history_is_visibly_history(pages, project):
    """An entry whose newest facts are of 2014 or earlier carries a notice or a dated status before its first fact."""
    for path, text in pages.items():
        if path.startswith(("practices/", "shelters/", "networks/", "nrms/", "organisations/")) and path.count("/") == 2:
            root = parsed(text)
            status = root.xpath("string(//p[@class='entry-status'])")
            years = re.findall(r"\b(?:19|20)\d\d\b", status)
            assert years, path
            if int(years[-1]) <= 2014:
                assert not root.xpath("//p[@class='entry-status']//*[contains(@class, 'status-current')]"), path
                assert root.xpath("//*[contains(@class, 'notice-history')]"), path


def test_help_facing_pages_say_first_that_nobody_answers(pages):
    for path, text in pages.items():
        root = parsed(text)
        if root.xpath("//main//a[starts-with(@href, 'tel:')]"):
            assert root.xpath("//a[@data-exit]"), path
            words = root.xpath("string(//main)")
            first = min(words.index(match) for match in re.findall(r"\+\d\d[\d ]{6,}|116 ?\d{3}", words) or [words[-1]])
            assert "112" in words[:first] or "112" in words, path


def test_pages_are_light(site, pages):
    """First page at most 100 kB over the wire with everything it asks for; design contract, section 10."""
    shared = sum(len(gzip.compress((site / "assets" / name).read_bytes())) for name in ("hub.css", "hub.js", "icon.svg"))
    fonts = sum(path.stat().st_size for path in (site / "assets" / "fonts").glob("*.woff2"))
    for path in ("index.html", "help/index.html", "countries/no/index.html", "practices/no-lauras-house-practice/index.html"):
        assert len(gzip.compress(pages[path].encode())) + shared + fonts <= 100_000, path


@pytest.mark.parametrize("folder", ["", "sv"])
def test_html_is_valid(site, folder, tmp_path):
    """The Nu HTML Checker finds nothing on any page of the language."""
    jar = ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    assert jar.is_file(), "run: make test"
    assert shutil.which("java"), "the checker needs a Java runtime"
    for path in site.rglob("*.html"):
        inside = path.relative_to(site)
        if language_of(inside.as_posix()) == (folder or "en"):
            target = tmp_path / inside
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    run = subprocess.run(["java", "-jar", str(jar), "--errors-only", "--skip-non-html", str(tmp_path)], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr[:4000]


def test_nothing_of_the_work_shop_is_published(site):
    for path in site.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".js", ".css", ".xml", ".txt"):
            text = path.read_text("utf-8")
            assert str(ROOT) not in text and str(Path.home()) + "/" not in text, path


def test_terms_of_the_field_are_explained_but_names_are_not_cut_up(pages):
    lead = parsed(pages["sv/nrms/se-nrm/index.html"]).xpath("//p[@class='lead']//a")
    assert "../../glossary/#national-referral-mechanism" in [link.get("href") for link in lead] and all(link.get("title") for link in lead)
    finnish = parsed(pages["nrms/fi-nrm/index.html"]).xpath("//p[@class='lead']//a/text()")
    assert finnish and "Reception Centre" not in finnish
