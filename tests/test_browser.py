"""The site in a real browser: Debian's Chromium. A missing browser fails the tests; it never skips them."""

import pytest
from conftest import DESKTOP, PHONE, ROOT

AXE = ROOT / "tests" / "node_modules" / "axe-core" / "axe.min.js"
PAGE_TYPES = [
    "", "help/", "countries/", "countries/no/", "themes/", "themes/labour-exploitation/", "practices/", "shelters/", "sources/",
    "practices/no-lauras-house-practice/", "nrms/fi-nrm/", "organisations/dk-cmm/", "shelters/no-lauras-house/",
    "networks/nordic-coordinators-network/", "seminars/nordic-seminar-2021-11-18/", "sources/cbss-unodc-2010/", "about/", "safety/",
    "contribute/", "accessibility/", "404.html", "search/", "help/no/", "help/se/exploited-at-work/", "counterparts/",
    "counterparts/police/", "compare/", "coverage/", "glossary/", "comparisons/baltic-cmp-residence-regimes/",
    "recommendations/nordic-seminar-2022-workshops-list/", "forms/labour/", "target-groups/", "print/", "translations/", "corrections/", "api/",
    "models/intl-multi-agency-referral-steps-2006/", "instruments/intl-coe-convention/", "tools/", "statuses/historical/", "situations/", "problems/", "write-well/", "purge/",
]  # fmt: skip
OTHERS = ["da", "fi", "is", "nb", "sv"]


@pytest.mark.parametrize("path", PAGE_TYPES)
@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_nothing(visit, path, look):
    page = visit(path, color_scheme=look, bypass_csp=True)
    page.add_script_tag(path=str(AXE))
    result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    found = [(rule["id"], [node["target"] for node in rule["nodes"]][:3]) for rule in result["violations"]]
    assert found == []


@pytest.mark.parametrize("language", OTHERS)
def test_axe_finds_nothing_in_other_languages(visit, language):
    """Every type of page in two or three of these languages; light and dark in turn, as the languages share one style sheet."""
    for number, path in enumerate(PAGE_TYPES[OTHERS.index(language) % 2 :: 2]):
        page = visit(f"{language}/{path}", color_scheme=("light", "dark")[number % 2], bypass_csp=True)
        page.add_script_tag(path=str(AXE))
        result = page.evaluate("axe.run()")
        assert [(path, rule["id"], rule["nodes"][0]["target"]) for rule in result["violations"]] == []
        page.close()


def test_nothing_moves_for_readers_who_asked_for_less_motion(visit):
    moving = """[...document.querySelectorAll("*")].filter(one => { const style = getComputedStyle(one)
      return parseFloat(style.transitionDuration) > 0.01 || (style.animationName != "none" && parseFloat(style.animationDuration) > 0.01)
        || style.scrollBehavior == "smooth" }).map(one => one.className)"""
    for path in ("", "help/no/", "search/", "compare/", "print/", "nrms/fi-nrm/"):
        assert visit(path, reduced_motion="reduce").evaluate(moving) == [], path


def test_what_acts_can_be_told_apart_in_forced_colours(visit):
    """Where the system chooses the colours, a button keeps an edge, a link its line, and the focus a ring."""
    edgeless = """[...document.querySelectorAll("button, select, input, summary, .button")].filter(one => { const box = one.getBoundingClientRect()
      const style = getComputedStyle(one), around = getComputedStyle(one.closest("details") || one)
      return box.width > 1 && style.visibility == "visible" && one.tagName != "SUMMARY" && ["checkbox", "radio"].indexOf(one.type) < 0
        && style.borderStyle == "none" && style.textDecorationLine == "none" && around.borderStyle == "none" }).map(one => one.outerHTML.slice(0, 120))"""
    for path in ("", "help/no/", "search/", "compare/", "print/", "nrms/fi-nrm/", "practices/no-lauras-house-practice/"):
        page = visit(path, forced_colors="active")
        assert page.evaluate(edgeless) == [], path
        plain = "[...document.querySelectorAll('main p a')].filter(one => getComputedStyle(one).textDecorationLine == 'none').length"
        assert page.evaluate(plain) == 0, path
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") not in ("none", ""), path


@pytest.mark.parametrize("path", PAGE_TYPES)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_nothing_sticks_out(visit, path, width):
    page = visit(path, viewport={"width": width, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_at_200_percent_fits(visit):
    for path in ("", "countries/no/", "help/no/", "nrms/fi-nrm/", "compare/", "search/", "print/", "practices/no-lauras-house-practice/"):
        page = visit(path, viewport={"width": 640, "height": 700})
        page.evaluate("document.documentElement.style.setProperty('font-size', '212.5%')")
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, path


def test_no_request_leaves_the_site_and_nothing_is_stored(visit, address):
    for path in PAGE_TYPES:
        page = visit(path)
        assert [url for url in page.requested if not url.startswith(address)] == []
        assert page.complaints == [] or path == "404.html", (path, page.complaints)
        assert page.context.cookies() == []
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_number_is_one_tap_from_the_home_page(visit):
    page = visit("")
    page.get_by_role("link", name="Norway").first.click()
    assert page.url.endswith("help/no/")
    assert page.locator("a[href='tel:+4722331160']").is_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_menu_leads_on(visit, viewport, script):
    page = visit("practices/", viewport=viewport, java_script_enabled=script)
    if viewport is PHONE:
        page.locator(".main-nav summary").click()
    page.locator(".main-nav").get_by_role("link", name="Countries").click()
    assert page.url.endswith("/countries/")


def test_language_switch_stays_on_the_page_without_script(visit):
    page = visit("nrms/fi-nrm/", java_script_enabled=False)
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Suomi").click()
    assert page.url.endswith("/fi/nrms/fi-nrm/")
    assert page.locator("html").get_attribute("lang") == "fi"


def test_keyboard_reaches_content_and_menu(visit):
    page = visit("countries/", viewport=DESKTOP)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.locator(".languages summary").focus()
    page.keyboard.press("Enter")
    assert page.locator(".languages ul").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".languages ul").is_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_map_is_an_index_for_the_keyboard(visit):
    page = visit("countries/", viewport=DESKTOP)
    links = page.locator(".map a")
    assert links.count() == 11
    links.nth(3).focus()
    page.keyboard.press("Enter")
    assert "/countries/" in page.url and page.locator("h1").inner_text() == "Norway"


@pytest.mark.parametrize("way", ["click", "keyboard"])
def test_leave_this_page_replaces_it(visit, address, way):
    page = visit("about/")
    page.goto(address + "help/")
    target = page.locator("[data-exit]").get_attribute("href")
    page.route(target, lambda route: route.fulfill(body="<p>Weather</p>", content_type="text/html"))
    if way == "click":
        page.locator("[data-exit]").click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")
    page.wait_for_url(target)
    page.go_back()
    assert page.url == address + "about/"


def test_pages_without_contacts_have_no_exit(visit):
    page = visit("practices/se-national-referral-mechanism/")
    assert page.locator("[data-exit]").count() == 0


def test_print_hides_what_paper_cannot_use(visit):
    page = visit("countries/no/")
    page.emulate_media(media="print")
    assert not page.locator(".exit-bar").is_visible()
    assert not page.locator(".main-nav").is_visible()
    assert page.locator("h1").is_visible()
