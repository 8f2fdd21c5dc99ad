"""Printed products, read back with pypdf and poppler: tagged, dated, whole, and never more than may be printed."""

import dataclasses
import os
import re
import subprocess
import sys
from datetime import date
from io import BytesIO

import icalendar
import pypdf
import pytest
import vobject
from click.testing import CliRunner
from conftest import DAY, ROOT, copy_mini
from hub.check import check_project
from hub.commands.pdf import pdf
from hub.library import Library
from hub.packs import KIND, load_packs
from hub.print import blocks, pick, ready, typesetting
from hub.print.document import document as make_document
from hub.print.edition import Edition
from hub.print.products import cards, country_pack, directory, entry_sheet, handbook, poster, recommendations, seminar_pack, theme_pack
from hub.print.typesetting import CannotPrint, typeset
from hub.project import read_project
from printed_pages import faults, pages_of

LANGUAGES = ("en", "da", "fi", "is", "nb", "sv")
SEMINAR = "nordic-baltic-labour-exploitation-2027"
PRODUCTS = (
    (entry_sheet, "no-lauras-house-practice"), (entry_sheet, "fi-nrm"), (country_pack, "IS"), (theme_pack, "compensation"), (poster, ""),
    (directory, ""), (cards, ""), (seminar_pack, SEMINAR),
)  # fmt: skip
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}


@pytest.fixture(scope="module")
def library(project):
    return Library(project, check_project(project).loaded)


def printed(library, product, subject, languages=("en",), **variant):
    return typeset(product.make(Edition(library, languages, **variant), subject))


def text_of(content):
    """All words of a PDF, as poppler reads them."""
    found = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=content, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", found)


def hub_pdf(*arguments, cwd=ROOT):
    return subprocess.run([sys.executable, "-m", "hub", "pdf", *arguments], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True)


# ------------------------------------------------------------------------------------------------- each product, each language


# The long ones are read back in one language, all others in all.
EACH = [(*pair, language) for pair in PRODUCTS for language in (("fi",) if pair[1] in ("fi-nrm", SEMINAR) else LANGUAGES)]


@pytest.mark.parametrize(("product", "subject", "language"), EACH, ids=lambda value: getattr(value, "NAME", value))
def test_every_product_is_tagged_dated_and_whole(library, product, subject, language, tmp_path):
    made = printed(library, product, subject, (language,))
    file = tmp_path / "made.pdf"
    file.write_bytes(made.content)
    told = subprocess.run(["pdfinfo", "-enc", "UTF-8", str(file)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Tagged: +yes", told) and re.search(r"Title: +\S", told)
    reader = pypdf.PdfReader(file)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
    assert len(reader.pages) == made.pages
    assert reader.trailer["/Root"]["/Lang"] == language
    structure = subprocess.run(["pdfinfo", "-enc", "UTF-8", "-struct-text", str(file)], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    assert re.search(r"^ *H1", structure, re.M)
    if product is not poster and product is not cards:
        assert reader.outline
    say = Edition(library, (language,)).say
    words = text_of(made.content)
    printed_on = say("Printed on %(date)s", date=Edition(library, (language,)).date(DAY))[0]
    assert printed_on in words
    if product in (directory, cards, country_pack) or product is seminar_pack:
        assert say("Contacts valid to %(date)s", date="")[0].strip() in words


def test_chapters_are_bookmarks_and_links_lead_somewhere(library):
    reader = pypdf.PdfReader(BytesIO(printed(library, country_pack, "FI").content))
    chapters = [item.title for item in reader.outline if not isinstance(item, list)]
    assert chapters[:4] == ["Contents", "Whom to contact", "The referral path, step by step", "Who does what"]
    assert chapters[-1] == "List of sources"
    inside = [link.get_object() for page in reader.pages for link in page.get("/Annots", ())]
    targets = [link["/A"]["/URI"] if "/A" in link and "/URI" in link["/A"] else link.get("/Dest") or link["/A"]["/D"] for link in inside]
    assert len(targets) > 100 and all(targets)
    assert "tel:+358295463177" in targets


LOOKED_AT = [
    (country_pack, "FI", ("fi",), {}), (country_pack, "IS", ("nb",), {"large": True}), (country_pack, "EE", ("en", "sv"), {}), (entry_sheet, "fi-nrm", ("is",), {"mono": True}),
    (poster, "", ("da",), {}), (poster, "", ("fi",), {"large": True}), (cards, "", ("is",), {}), (cards, "", ("fi",), {"large": True}), (recommendations, "", ("fi",), {}),
    (seminar_pack, SEMINAR, ("en",), {}), (seminar_pack, SEMINAR, ("fi",), {"large": True}), (entry_sheet, "baltic-cmp-residence-regimes", ("sv",), {}),
]  # fmt: skip


@pytest.mark.parametrize(("product", "subject", "languages", "variant"), LOOKED_AT, ids=lambda value: getattr(value, "NAME", None))
def test_nothing_sticks_out_or_overlaps_and_no_heading_stands_alone(library, product, subject, languages, variant):
    document = product.make(Edition(library, languages, **variant), subject)
    assert list(faults(document, typeset(document).content)) == []


def test_faults_of_a_page_are_seen(library):
    edition = Edition(library, ("en",))
    edition.begin()
    words = [edition.same("Unverständlichkeitsvermeidung")] * 14
    made = [
        blocks.table(words, [words], edition.part), blocks.heading(1, edition.say("Sources")), blocks.new_page(),
        *[blocks.paragraph(edition.same("Words of a page. " * 20))] * 2,
    ]  # fmt: skip
    document = make_document(edition, edition.same("A title"), made, cover=False)
    document.data["large"], document.data["paper"] = True, "a3"
    document.data["day"], found = [2026, 11, 22], list(faults(document, typeset(document).content))
    assert any("lie on each other" in fault for fault in found), found
    assert any(fault.endswith('the heading "Sources" is its last line') for fault in found), found


def test_tables_have_heads_of_columns_and_rows(library):
    """Read back from the structure: every cell names the head of its column and that of its row, and both are there."""
    reader = pypdf.PdfReader(BytesIO(printed(library, poster, "").content))
    cells, heads = [], {}

    def walk(element):
        element = element.get_object()
        if not isinstance(element, dict):
            return
        if element.get("/S") in ("/TH", "/TD"):
            told = {key: value for one in element["/A"] if one["/O"] == "/Table" for key, value in one.items()}
            cells.append((element["/S"], told))
            if element["/S"] == "/TH":
                heads[element["/ID"]] = told["/Scope"]
        inside = element.get("/K", [])
        for child in inside if isinstance(inside, list) else [inside]:
            walk(child)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    countries = len(library.of_kind("nrm"))
    assert list(heads.values()).count("/Row") == 2 * countries
    data = [[heads[key] for key in told["/Headers"]] for kind, told in cells if kind == "/TD"]
    assert len(data) > 15 * countries and all(scopes == ["/Column", "/Row"] for scopes in data)
    known, listed = set(heads), []
    names = [reader.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]]
    for node in names:
        names.extend(child.get_object() for child in node.get("/Kids", ()))
        listed.extend(node.get("/Names", ())[::2])
    assert known == set(listed) and listed == sorted(listed)


def test_every_card_is_one_page_and_the_poster_one_sheet(library):
    for language in LANGUAGES:
        for large in (False, True):
            document = cards.make(Edition(library, (language,), large), "")
            assert typeset(document).pages == len(document.data["blocks"])
        assert printed(library, poster, "", (language,)).pages == 1


def test_handbook_holds_every_country_and_practice(library):
    made = printed(library, handbook, "")
    titles = []

    def collect(items):
        for item in items:
            collect(item) if isinstance(item, list) else titles.append(item.title)

    collect(pypdf.PdfReader(BytesIO(made.content)).outline)
    assert made.pages > 200
    for record in library.of_kind("practice"):
        assert record.listed_in or record.entry.title in titles


def test_recommendations_booklet_names_who_is_asked(library):
    words = text_of(printed(library, recommendations, "").content)
    assert "Put forward by" in words and "Addressed to" in words


# ------------------------------------------------------------------------------------------------------ variants and languages


def test_languages_stand_side_by_side(library):
    made = printed(library, country_pack, "NO", ("en", "fi"))
    first = text_of(made.content)
    assert "Whom to contact" in first and Edition(library, ("fi",)).say("Whom to contact")[0] in first


def test_missing_translation_is_marked_as_english(project):
    loaded = check_project(project).loaded
    for held in (loaded.translations, loaded.matches):
        held.pop(("no-lauras-house-practice", "fi"), None)
    library = Library(project, loaded)
    edition, record = Edition(library, ("fi",)), library.records["no-lauras-house-practice"]
    assert edition.text(record, "title") == [{"t": record.entry.title, "l": "en"}]
    made = printed(library, entry_sheet, record.id, ("fi",))
    assert edition.say("This page has not been translated yet. It is shown in English.")[0][:30] in text_of(made.content)
    assert b"(en)" in pypdf_languages(made.content)


def pypdf_languages(content):
    """All language tags in the structure, as bytes."""
    reader = pypdf.PdfReader(BytesIO(content))
    found = set()
    for number in range(1, reader.trailer["/Size"]):
        item = reader.get_object(number)
        if isinstance(item, dict) and "/Lang" in item:
            found.add(f"({item['/Lang']})".encode())
    return b" ".join(sorted(found))


def test_large_print_is_large_and_black_and_white_is_grey(library, tmp_path):
    normal, large = (printed(library, entry_sheet, "no-lauras-house-practice", large=value).pages for value in (False, True))
    assert large > normal
    file = tmp_path / "grey.pdf"
    file.write_bytes(printed(library, country_pack, "FI", mono=True).content)
    picture = subprocess.run(["pdftoppm", "-r", "20", "-l", "4", str(file)], capture_output=True, check=True).stdout
    for page in picture.split(b"P6\n")[1:]:
        pixels = page.split(b"\n255\n", 1)[1]
        assert pixels[0::3] == pixels[1::3] == pixels[2::3]


def test_same_day_same_bytes(library):
    one = printed(library, country_pack, "EE").content
    typesetting.compiler.cache_clear()
    assert printed(library, country_pack, "EE").content == one


# -------------------------------------------------------------------------------------------------------------------- contacts


def test_expired_contact_is_never_printed(library, project):
    later = Library(dataclasses.replace(project, as_of=date(2029, 1, 1)), check_project(project).loaded)
    values = [channel.value for record in later.records.values() for channel in getattr(record.entry, "contacts", ()) if len(channel.value) > 4]
    for product, subject in ((directory, ""), (country_pack, "NO"), (entry_sheet, "dk-cmm")):
        words = text_of(printed(later, product, subject).content)
        assert [value for value in values if value in words] == []
    assert cards.make(Edition(later, ("en",)), "").data["blocks"] == []


def test_unverified_contact_says_so(library):
    document = directory.make(Edition(library, ("en",)), "")
    items = [item for block in document.data["blocks"] if block["is"] == "channels" for item in block["items"]]
    assert items and all(item["warning"] or item["state"] == "verified" for item in items)
    assert text_of(typeset(document).content).count("Unverified.") == sum(item["state"] == "unverified" for item in items)


# ------------------------------------------------------------------------------------------------------------------ bad wishes


def test_text_is_never_markup(tmp_path):
    root = copy_mini(tmp_path / "mini")
    path = root / "practices/best-practices/no-night-outreach.yml"
    bad = "A #panic(1) *title* $x$ <b> @here [y] {z}"
    text = re.sub(r"^title: .*$", f"title: '{bad}'", path.read_text("utf-8"), count=1, flags=re.M)
    path.write_text(text, "utf-8")
    project = read_project(root, DAY)
    made = printed(Library(project, check_project(project).loaded), entry_sheet, path.stem)
    assert bad in text_of(made.content)


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ({"entries": ["no-lauras-hous"]}, 'did you mean "no-lauras-house"?'),
        ({"countries": ["XX"]}, 'no page on "XX"'),
        ({"themes": ["labor-exploitation"]}, 'did you mean "labour-exploitation"?'),
        ({"seminars": ["nordic-baltic"]}, "there is no pack file"),
        ({"countries": ["FI"], "languages": ["xx"]}, 'the hub has no language "xx"'),
        ({}, "the pack is empty"),
    ],
)
def test_bad_selection_is_explained(library, wish, message):
    with pytest.raises(CannotPrint) as caught:
        pick.jobs_for(library, **wish)
    assert message in str(caught.value)


def test_bad_selection_writes_nothing(tmp_path):
    run = hub_pdf("--entry", "no-lauras-house", "--entry", "no-lauras-hous", "--as-of", str(DAY), "--out", str(tmp_path / "out"))
    assert run.returncode == 1 and 'did you mean "no-lauras-house"?' in run.stderr and "Traceback" not in run.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("out", ["taken", "taken/below", "taken/file.pdf"])
def test_place_that_cannot_be_written_is_explained(tmp_path, out):
    (tmp_path / "taken").write_text("a file", "utf-8")
    run = hub_pdf("--ready", "cards", "--as-of", str(DAY), "--out", str(tmp_path / out))
    assert run.returncode == 1 and f"cannot write {tmp_path / 'taken'}" in run.stderr and "Traceback" not in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_empty_pack_and_missing_font_write_nothing(monkeypatch, tmp_path):
    out = tmp_path / "out"
    typesetting.compiler.cache_clear()
    monkeypatch.setattr(typesetting, "FONTS", tmp_path)
    for wish, message in (([], "the pack is empty"), (["--ready", "cards"], "the font Atkinson Hyperlegible Next, Noto Sans is missing")):
        run = CliRunner().invoke(pdf, [*wish, "--root", str(ROOT), "--as-of", str(DAY), "--out", str(out)])
        assert run.exit_code == 1 and message in run.output and "Nothing was written" in run.output, run.output
    assert not out.exists()
    typesetting.compiler.cache_clear()


def test_language_without_translation_is_told(library):
    (job,) = pick.jobs_for(library, themes=["compensation"], languages=["fi"])
    told = list(pick.untranslated(library, job))
    missing = [record for record in pick.needed(library, job) if library.coverage(record, "fi") == "missing"]
    assert bool(told) == bool(missing)


def test_missing_font_is_explained(library, monkeypatch, tmp_path):
    typesetting.compiler.cache_clear()
    monkeypatch.setattr(typesetting, "FONTS", tmp_path)
    with pytest.raises(CannotPrint, match="the font Atkinson Hyperlegible Next, Noto Sans is missing"):
        printed(library, directory, "")
    typesetting.compiler.cache_clear()


def test_missing_glyph_stops_the_typesetter(library):
    document = directory.make(Edition(library, ("en",)), "")
    document.data["title"] = ["漢字"]
    with pytest.raises(CannotPrint, match="漢"):
        typeset(document)


def test_signs_of_all_languages_are_there(library):
    document = directory.make(Edition(library, ("en",)), "")
    document.data["title"] = ["þÞ ðÐ æÆ øØ åÅ äÄ öÖ őŐ ķĶ ļĻ ņŅ ģĢ šŠ žŽ ąĄ ęĘ łŁ õÕ ūŪ ėĖ đ ŋ ŧ Ждщюя Україна"]
    assert "Україна" in text_of(typeset(document).content)


def test_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    target = tmp_path / "a.pdf"
    pick.write_whole(target, b"good")
    monkeypatch.setattr(pick.os, "replace", lambda *paths: (_ for _ in ()).throw(OSError("no")))
    with pytest.raises(OSError):
        pick.write_whole(target, b"bad")
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"] and target.read_bytes() == b"good"


# -------------------------------------------------------------------------------------------------------------------- seminars


def test_seminar_pack_with_calendar_and_address_book(tmp_path):
    run = hub_pdf("--seminar", SEMINAR, "--as-of", str(DAY), "--out", str(tmp_path))
    assert run.returncode == 0, run.stderr
    assert {path.name for path in tmp_path.iterdir()} == {f"{SEMINAR}-{code}.{end}" for code in ("en", "fi") for end in ("pdf", "ics", "vcf")}
    calendar = icalendar.Calendar.from_ical((tmp_path / f"{SEMINAR}-en.ics").read_bytes())
    events = list(calendar.walk("VEVENT"))
    assert len(events) == 5 and events[0].start.isoformat() == "2027-03-10T09:00:00+02:00"
    bodies = list(vobject.readComponents((tmp_path / f"{SEMINAR}-en.vcf").read_text("utf-8")))
    assert bodies and all(card.org.value and "Unverified." in card.note.value or "Checked" in card.note.value for card in bodies)
    words = text_of((tmp_path / f"{SEMINAR}-en.pdf").read_bytes())
    for part in ("Programme", "Participants", "Chosen entries", "Compare", "Contact directory", "Feedback", "List of sources"):
        assert part in words


def test_pack_example_and_real_packs_are_sound(library):
    from hub.document import parse_document
    from hub.shape import validated

    raw = (ROOT / "seminars/packs/_example.yml").read_bytes()
    document = parse_document("seminars/packs/_example.yml", raw)
    validated(document.data, KIND, document.path, (), lambda: raw)
    assert set(document.data) == set(KIND.model.model_fields)
    assert load_packs(ROOT, {record.id: record.kind.name for record in library.records.values()}, LANGUAGES)[1] == []


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("entries: [no-lauras-hous]", "unknown-reference"), ("languages: [en, xx]", "unknown-language"), ("compare: [FR]", "unknown-country"),
        ("themes: [labor]", "unknown-term"), ("colour: red", "unknown-field"), ("date: tomorrow", "wrong-date"), ("entries: []", "empty-pack"),
    ],
)  # fmt: skip
def test_bad_pack_is_found_by_the_check(tmp_path, line, code):
    folder = tmp_path / "seminars/packs"
    folder.mkdir(parents=True)
    fields = {"title": "title: A", "date": "date: 2027-01-31", "languages": "languages: [en]", "entries": "entries: [no-lauras-house]"}
    fields[line.partition(":")[0]] = line
    (folder / "bad.yml").write_text("\n".join(fields.values()) + "\n", "utf-8")
    _, problems = load_packs(tmp_path, {"no-lauras-house": "shelter"}, LANGUAGES)
    assert [problem.code for problem in problems] == [code]
    assert problems[0].path == "seminars/packs/bad.yml"


# ----------------------------------------------------------------------------------------------------------------- ready packs


def test_only_what_changed_is_made_again(tmp_path):
    root = copy_mini(tmp_path / "mini")
    project = read_project(root, DAY)

    def made():
        ready.ready_packs(Library(project, check_project(project).loaded), "en", tmp_path / "kept")
        return {path.name: path.stat().st_mtime_ns for path in (tmp_path / "kept").glob("*.pdf")}

    first = made()
    assert made() == first
    path = root / "practices/best-practices/no-night-outreach.yml"
    path.write_text(path.read_text("utf-8").replace("summary:", "# looked at\nsummary:", 1), "utf-8")
    assert made() == first  # nothing that is printed has changed
    path.write_text(path.read_text("utf-8").replace("summary: ", "summary: Newly, ", 1), "utf-8")
    changed = {name for name, time in made().items() if time != first[name]}
    assert "country-no.pdf" in changed and "handbook.pdf" in changed and "theme-funding.pdf" not in changed and "poster.pdf" not in changed


def test_pages_link_their_packs_with_size_and_pages(site, pages):
    for page, pack in (("countries/fi/index.html", "print/country-fi-en.pdf"), ("sv/themes/funding/index.html", "sv/print/theme-funding-sv.pdf")):
        html = pages[page]
        file = site / pack
        size, number = round(file.stat().st_size / 1000), len(pypdf.PdfReader(file).pages)
        link = re.search(rf'href="[./]+{pack.removeprefix("sv/")}".*?</a> <span class="line-meta">(.*?)</span>', html)
        assert link and f"{size} kB" in link[1] and str(number) in link[1]
    listed = re.findall(r'href="\.\./(print/[^"]+\.pdf)"', pages["print/index.html"])
    assert sorted(listed) == sorted(path.relative_to(site).as_posix() for path in (site / "print").glob("*.pdf"))


def test_builder_makes_a_link_a_command_and_a_pack(visit, library):
    page = visit("print/#lang=en&pack=no-lauras-house-practice,country-no")
    page.wait_for_selector("form.pack-choice:not([hidden])")
    assert page.locator("input[value=no-lauras-house-practice]").is_checked()
    assert page.locator(".pack-command").inner_text() == "hub pdf --entry no-lauras-house-practice --country NO --lang en"
    page.locator("[data-show]").click()
    page.wait_for_selector(".pack-part:nth-of-type(2)")
    assert page.locator(".pack-part h2.was-h1").count() == 2
    page.locator("input[value=FI]").check()
    assert page.url.endswith("#lang=en&pack=no-lauras-house-practice,country-no,country-fi")
    file = page.locator(".pack-file").inner_text()
    assert "entries: [no-lauras-house-practice]" in file and "countries: [NO, FI]" in file and page.complaints == []


def test_builder_says_what_is_not_in_the_hub(visit):
    page = visit("print/#pack=no-lauras-hous,country-no")
    page.wait_for_selector("form.pack-choice:not([hidden])")
    assert page.locator(".pack-chosen").inner_text().endswith("Not in the hub: no-lauras-hous")
    page.locator("[data-show]").click()
    page.wait_for_selector(".pack-part")
    assert page.locator(".pack-part").count() == 1


def test_a_pack_is_put_together_while_browsing(visit, address):
    """Pieces are kept behind the # of the address alone: through links, a reload, another language and the page's own anchors."""
    page = visit("practices/no-lauras-house-practice/")
    assert not page.locator(".pack-bar").is_visible()
    page.get_by_role("button", name="Add to pack").click()
    page.wait_for_selector(".pack-bar:not([hidden])")
    page.locator(".contents a").first.click()
    page.wait_for_url("**#*&pack=no-lauras-house-practice")
    assert page.locator(":target").count() == 1
    page.locator(".brand").click()
    page.wait_for_selector(".pack-bar:not([hidden])")
    page.goto(f"{address}countries/#pack=no-lauras-house-practice")
    page.wait_for_selector(".pack-bar:not([hidden])")
    page.locator(".map a").nth(3).focus()
    page.keyboard.press("Enter")  # the map's links are no HTML links
    page.wait_for_url("**/countries/no/**")
    page.get_by_role("button", name="Add to pack").click()
    page.wait_for_url("**#pack=no-lauras-house-practice,country-no")
    page.reload()
    page.wait_for_selector(".pack-bar:not([hidden])")
    assert page.locator(".pack-bar output").inner_text() == "2"
    assert page.locator("button[data-pack]").inner_text() == "Take out of the pack"
    page.locator(".languages summary").click()
    page.get_by_role("link", name="Suomi").click()
    page.wait_for_url("**/fi/countries/no/#pack=no-lauras-house-practice,country-no")
    page.locator(".pack-bar:not([hidden]) a").click()
    page.wait_for_selector("form.pack-choice:not([hidden])")
    assert page.locator(".pack-choice input:checked:not([name=lang])").evaluate_all("boxes => boxes.map(box => box.value)") == ["NO", "no-lauras-house-practice"]
    page.locator(".pack-bar button").click()
    assert "pack=" not in page.url and not page.locator(".pack-bar").is_visible()
    assert page.locator(".pack-choice input:checked:not([name=lang])").count() == 0
    assert page.complaints == [] and page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length + window.name.length") == 0
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0
    assert not [url for url in page.requested if "pack=" in url.partition("#")[0] or not url.startswith(address)]


def test_a_pack_goes_to_the_anchor_of_another_page_and_to_no_other_site(visit, address):
    page = visit("help/no/#pack=country-no")
    page.wait_for_selector(".pack-bar:not([hidden])")
    outside = page.locator("[data-exit]").get_attribute("href")
    page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(address) else route.abort())
    page.locator("a[href$='#path']").click()
    page.wait_for_url("**/countries/no/#path&pack=country-no")
    assert page.locator(":target").get_attribute("id") == "path"
    page.goto(address + "help/#pack=country-no")
    page.wait_for_selector(".pack-bar:not([hidden])")
    page.locator("[data-exit]").click(button="right")
    assert page.locator("[data-exit]").get_attribute("href") == outside


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("colours", ["none", "active"])
def test_pack_bar_hides_nothing(visit, width, colours):
    for path in ("practices/no-lauras-house-practice/", "help/no/", "print/"):
        page = visit(path + "#pack=country-no,no-lauras-house-practice", viewport={"width": width, "height": 600}, forced_colors=colours)
        page.wait_for_selector(".pack-bar:not([hidden])")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        bar = page.locator(".pack-bar").bounding_box()
        assert bar["height"] <= 110 and bar["y"] + bar["height"] <= 600.5
        if path == "help/no/":
            leave = page.locator(".exit-bar").bounding_box()
            assert leave["y"] + leave["height"] <= bar["y"]
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        page.wait_for_function("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
        assert page.locator(".bottom .imprint").bounding_box()["y"] + page.locator(".bottom .imprint").bounding_box()["height"] <= page.locator(".pack-bar").bounding_box()["y"]


@pytest.mark.parametrize("path", ["practices/no-lauras-house-practice/", "nrms/fi-nrm/", "fi/countries/no/", "themes/compensation/", "help/se/exploited-at-work/"])
def test_pages_print_well_from_the_browser(visit, path):
    """Pages are full to more than their half but for the last, nothing sticks out, and no control is printed."""
    page = visit(path + "#pack=country-no")
    page.wait_for_selector(".pack-bar:not([hidden])")
    printed_pages = pages_of(page.pdf(prefer_css_page_size=True))
    assert len(printed_pages) > 1
    for width, height, words in printed_pages[:-1]:
        text = [word for word in words if word[3] < height - 45]
        assert max(word[3] for word in text) > height * 0.6
        assert all(word[0] > 15 and word[2] < width - 15 for word in text)
    told = " ".join(word[4] for _, _, words in printed_pages for word in words)
    assert not re.search("Leave this page|In your pack|Add to pack|Print this page", told)


def test_ready_packs_are_plain_links_without_a_script(visit):
    page = visit("print/", java_script_enabled=False)
    assert not page.locator("form.pack-choice").is_visible()
    assert page.locator("a[href$='print/country-fi-en.pdf']").is_visible()
