"""Search in a real browser: what people type leads to what they mean, and nothing of it leaves the page."""

import re

import pytest
import yaml
from conftest import ROOT
from hub.search.word_forms import WordForms, plain

QUERIES = yaml.safe_load((ROOT / "tests" / "search_queries.yml").read_text("utf-8"))
ALLOWED = 10  # per cent of the queries of each language that may have no expected page among their first three results


@pytest.fixture
def search(visit):
    """search(language): a function that types words and gives the addresses of the results, on an open page."""

    def open_page(language, path="search/", **options):
        page = visit(f"{'' if language == 'en' else f'{language}/'}{path}", **options)
        page.locator("form.search:not([hidden])").wait_for()

        def ask(words):
            page.evaluate("document.querySelector('.search-status').textContent = ''")
            page.fill("input[type=search]", words)
            page.locator(".search-status", has_text=re.compile(".")).wait_for()
            links = page.eval_on_selector_all(".results h3 a", "links => links.map(link => link.href)")
            home = page.evaluate("new URL('../', location.href).href")
            return [link.removeprefix(home) for link in links]

        return page, ask

    return open_page


def test_there_are_enough_queries_in_every_language(project):
    assert set(QUERIES) == set(project.languages)
    assert all(len(queries) >= 20 for queries in QUERIES.values())


@pytest.mark.parametrize("language", QUERIES)
def test_the_right_page_is_among_the_first_three(search, language):
    page, ask = search(language)
    missed = {query["ask"]: found[:4] for query in QUERIES[language] if not set(query["expect"]) & set((found := ask(query["ask"]))[:3])}
    assert 100 * len(missed) <= ALLOWED * len(QUERIES[language]), missed
    assert not page.complaints


def test_what_is_typed_enters_no_address_and_no_request(search):
    page, ask = search("en")
    before = page.evaluate("[location.href, history.length]")
    assert ask("confidential words about a shelter")
    assert page.evaluate("[location.href, history.length]") == before
    assert not [url for url in page.requested if re.search("confidential|about|words%20|\\?(?!ts=[0-9]+$)", url)]
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


def test_nothing_of_search_is_loaded_before_it_is_opened(visit):
    page = visit("countries/no/")
    assert not [url for url in page.requested if "search" in url]


def test_facets_narrow_results(search):
    page, ask = search("en")
    everywhere = ask("shelter")
    page.locator(".facets > summary").click()
    page.locator("input[name=country][value=NO]").check()
    page.locator("input[name=kind][value=shelter]").check()
    page.wait_for_timeout(400)
    narrowed = page.eval_on_selector_all(".results h3 a", "links => links.map(link => link.getAttribute('href'))")
    assert narrowed and all("/shelters/no-" in link for link in narrowed) and len(narrowed) != len(everywhere)
    assert page.inner_text(".facets-chosen") == "(2)"


def test_facets_alone_list_entries(search):
    page, _ = search("sv")
    page.locator(".facets > summary").click()
    page.locator("input[name=kind][value=nrm]").check()
    page.locator(".results h3 a").first.wait_for()
    assert page.locator(".results h3").count() == 8  # of eleven: the rest comes on request
    page.locator(".more-results").click()
    page.locator(".results h3").nth(10).wait_for()


@pytest.mark.parametrize("width", [360, 1280])
def test_search_opens_on_every_page_by_keyboard(visit, width):
    page = visit("nb/countries/is/", viewport={"width": width, "height": 740})
    page.locator(".search-open").focus()
    page.keyboard.press("Enter")
    page.locator("dialog.search-dialog[open]").wait_for()
    page.keyboard.type("menneskehandel")
    page.locator("dialog .results h3 a").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.className") == "search-open"


def test_without_a_script_the_same_ways_in_are_links(visit):
    page = visit("search/", java_script_enabled=False)
    assert page.locator("form.search").is_hidden()
    assert page.locator(".ways-in a").count() >= 6


def test_compounds_are_found_by_their_parts():
    forms = WordForms({"människo", "handel", "offer", "arbets", "börn"})
    assert forms.parts("människohandel") == {"människo", "handel"}
    assert forms.parts("handelsoffer") == {"handel", "offer"}
    assert forms.parts("handel") == set()
    assert forms.hidden(["gæsla", "handelsoffer"]) == ["gaesla", "handel", "offer"]


@pytest.mark.parametrize(("word", "folded"), [("bjarkarhlíð", "bjarkarhlid"), ("umþóttun", "umthottun"), ("gæsla", "gaesla"), ("tjänst", "tjanst")])
def test_letters_of_other_keyboards(word, folded):
    assert plain(word) == folded
