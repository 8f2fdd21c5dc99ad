"""Whom do I contact? From the home page of a phone to the right card in at most three taps, without a script too."""

import pytest
from pypdf import PdfReader

# Who asks, in which language, the country, the situation, and a body that the card must name.
QUESTIONS = [
    ("a suspected child victim in Norway", "en", "no", "child", "organisations/no-"),
    ("a suspected child victim in Norway", "nb", "no", "child", "organisations/no-"),
    ("an exploited berry picker in Sweden", "en", "se", "exploited-at-work", "organisations/se-"),
    ("an exploited berry picker in Sweden", "sv", "se", "exploited-at-work", "organisations/se-"),
    ("a woman who wants to return to Latvia", "en", "lv", "wants-to-return", "organisations/lv-"),
]


@pytest.mark.parametrize(("question", "language", "country", "situation", "body"), QUESTIONS)
@pytest.mark.parametrize("script", [True, False])
def test_three_taps_lead_to_the_card(visit, question, language, country, situation, body, script):
    page = visit("" if language == "en" else f"{language}/", java_script_enabled=script)
    taps = 0
    for target in (f"help/{country}/", f"{situation}/"):
        link = page.locator(f"main a[href$='{target}']").first
        link.scroll_into_view_if_needed()
        link.click()
        taps += 1
    assert taps <= 3 and page.url.endswith(f"help/{country}/{situation}/")
    assert page.locator("html").get_attribute("lang") == language
    assert "112" in page.locator(".notice-urgent").inner_text()
    assert page.locator(f"main a[href*='{body}']").count()
    assert page.locator("#do-not").is_visible()
    assert page.locator("[data-exit]").is_visible()


def test_every_country_has_a_card_for_every_situation(pages, project):
    situations = {path.split("/")[2] for path in pages if path.startswith("help/no/") and path.count("/") == 3}
    assert len(situations) >= 9
    for path in [path for path in pages if path.startswith("help/") and path.count("/") == 2]:
        for situation in situations:
            assert f"{path.removesuffix('index.html')}{situation}/index.html" in pages


def test_card_prints_on_a6(visit, tmp_path):
    page = visit("help/no/child/")
    page.pdf(prefer_css_page_size=True, path=tmp_path / "card.pdf")
    box = PdfReader(tmp_path / "card.pdf").pages[0].mediabox
    assert abs(float(box.width) - 297.6) < 2 and abs(float(box.height) - 419.5) < 2


def test_counterpart_is_two_taps_away(visit):
    page = visit("fi/counterparts/")
    page.locator("a[href$='counterparts/police/#ee']").click()
    assert page.url.endswith("fi/counterparts/police/#ee") and page.locator("#ee").is_visible()


def test_two_countries_side_by_side_in_a_link(visit):
    page = visit("compare/#countries=FI,SE&parts=reflection,figures", viewport={"width": 1280, "height": 800})
    page.locator("form.compare-choice:not([hidden])").wait_for()
    assert page.locator("section[data-part]:visible").count() == 2
    assert page.locator(".compare-cell:visible").count() == 2
    page.locator("input[name=countries][value=NO]").check()
    assert page.url.endswith("#countries=FI,NO,SE&parts=figures,reflection")
    with page.expect_download() as started:
        page.locator("[data-csv]").click()
    text = started.value.path().read_text("utf-8-sig")
    assert started.value.suggested_filename == "compare-fi-no-se.csv" and "Norway" in text and "Denmark" not in text


def test_figures_sort_with_the_unknown_last(visit):
    page = visit("compare/", viewport={"width": 1280, "height": 800})
    page.locator("form.compare-choice:not([hidden])").wait_for()
    button = page.locator(".figures-table thead button").nth(3)
    for wanted in ("ascending", "descending"):
        button.click()
        assert page.locator(".figures-table thead th").nth(3).get_attribute("aria-sort") == wanted
        values = page.eval_on_selector_all(".figures-table tbody tr", "rows => rows.map(row => row.cells[3]?.dataset.sort ?? '')")
        stated = [int(value) for value in values if value]
        assert values[: len(stated)] == [str(value) for value in stated] and stated == sorted(stated, reverse=wanted == "descending")
