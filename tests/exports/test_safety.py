"""What must never get out does not, in any byte; and ids and addresses hold whatever editors do."""

import gzip
import io
import json
import shutil
import subprocess
import zipfile
from datetime import date

import pytest
from conftest import DAY, copy_mini
from hub.build import build
from hub.diff import differences, read_published
from hub.exports import EXPORTS
from hub.exports.material import Material
from hub.exports.parts import part
from hub.library import Library
from hub.load import load
from hub.project import read_project

EXPIRED = ("+47 22 99 88 77", "+4722998877", "22 99 88 77", "4722998877")
PLANTED = {"in a manual": "zanzibar-manual", "in a comment": "zanzibar-comment", "in a hidden file": "zanzibar-hidden", "of an expired mailbox": "zanzibar-mailbox",
           "in hours of an expired line": "zanzibar-hours"}  # fmt: skip


def made(root, day=DAY):
    built = build(read_project(root, day), root / "site", 1)
    assert not built.failed, built.problems
    return root / "site"


def contents(content, name):
    """(name, bytes) of a file and of all that is packed in it, at any depth; PDFs as text too."""
    yield name, content
    if content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inside in archive.namelist():
                yield from contents(archive.read(inside), f"{name}!{inside}")
    elif content[:2] == b"\x1f\x8b":
        yield from contents(gzip.decompress(content), f"{name}!gz")
    elif content[:5] == b"%PDF-":
        run = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)
        yield f"{name}!text", run.stdout


def everything(folder):
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield from contents(path.read_bytes(), path.relative_to(folder).as_posix())


def forms(secret):
    """A secret as formats write it."""
    return {secret.encode(), secret.encode("utf-16-le"), json.dumps(secret).strip('"').encode(), secret.replace("@", "&#64;").encode()}


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """The miniature hub with secrets where none may get out, built."""
    root = copy_mini(tmp_path_factory.mktemp("planted") / "hub")
    (root / "practices/tools/_example.yml").write_text(f"# {PLANTED['in a manual']}\ntitle: {PLANTED['in a manual']}\n")
    (root / "practices/tools/.draft.yml").write_text(f"title: {PLANTED['in a hidden file']}\n")
    agency = root / "contacts/organisations/no-agency.yml"
    old_mailbox = (
        f"  - type: email\n    label: Old mailbox\n    value: {PLANTED['of an expired mailbox']}@agency.example.org\n"
        f"    hours: {PLANTED['in hours of an expired line']}\n"
        '    page: {url: "https://agency.example.org/old", taken_on: 2024-01-01}\n'
    )
    agency.write_text(f"# {PLANTED['in a comment']}\n" + agency.read_text("utf-8") + old_mailbox, "utf-8")
    return made(root)


def test_secrets_are_in_no_byte_of_the_output(planted):
    """Pages, search index, open data, zips and what is packed in them."""
    wanted = {form: secret for secret in (*EXPIRED, *PLANTED.values()) for form in forms(secret)}
    found, names = [], []
    for name, content in everything(planted):
        names.append(name)
        found += [f"{secret} in {name}" for form, secret in wanted.items() if form in content]
    assert not found, found
    assert any("pf_fragment!gz" in name for name in names) and any("hub-site.zip!" in name for name in names)
    assert any(".xlsx!xl/sharedStrings.xml" in name for name in names) and any("hub-data.zip!" in name and ".xlsx!" in name for name in names)


def test_the_search_for_secrets_finds_what_is_there(planted):
    """The same search finds a line that may be shown in pages, JSON, tables, HSDS and zips, so that it would find others."""
    places = {name.split("!")[0].split("/")[0] + ("!" if "!" in name else "") for name, content in everything(planted) if b"+47 22 33 44 55" in content}
    assert {"organisations", "api", "api!", "downloads!"} <= places
    told = [name for name, content in everything(planted) if b"+47 22 33 44 55" in content]
    for part_of_name in ("entries/no-agency.json", "organisation.json", "tables/contacts.csv", "hsds/services.json", "hsds/phones.csv", "contacts.xlsx!"):
        assert any(part_of_name in name for name in told), part_of_name


def test_a_year_later_no_line_is_left(planted, tmp_path):
    root = tmp_path / "later"
    shutil.copytree(planted.parent, root, ignore=shutil.ignore_patterns("site", ".site.spare", ".cache"))
    for name, content in everything(made(root, date(2028, 1, 1))):
        assert b"22 33 44 55" not in content and b"4722334455" not in content and b"info@agency.example.org" not in content, name


def exported(root):
    """{path: bytes} of every export of what the files say, whether or not the rules would let it through."""
    project = read_project(root, DAY)
    library = Library(project, load(project.root, project.languages))
    material = Material(library, {language: part(library, language) for language in library.languages})
    return {file.path: file.make() for export in EXPORTS for file in export(material)}


@pytest.mark.parametrize(("level", "hidden"), [("not-published", ("AREA", "CALL", "site")), ("region-only", ("CALL", "site")), ("front-gate", ())])
def test_places_keep_their_level_even_without_the_rules(mini, level, hidden):
    shelter = mini / "contacts/shelters/no-house.yml"
    text = shelter.read_text("utf-8").replace("publication: not-published", f"publication: {level}")
    shelter.write_text(text + 'area: PLANTED-AREA\nwebsite: "https://planted-site.example.org/"\ncontacts:\n  - type: phone\n    label: Line\n'
                       '    value: PLANTED-CALL\n    page: {url: "https://planted-page.example.org/", taken_on: 2026-10-01}\n', "utf-8")  # fmt: skip
    together = b"".join(content for path, content in exported(mini).items() if not path.endswith(".xlsx"))
    for word in ("AREA", "CALL", "site"):
        planted = f"PLANTED-{word}" if word.isupper() else f"planted-{word}"
        assert (planted.encode() in together) == (word not in hidden), (level, word)
    assert b"House of Examples" in together


def test_what_is_taken_back_is_gone_from_every_output_in_one_build(mini):
    """An entry with its translations and a contact, in a build on top of the last: no byte still tells them, but the ids stay and say so."""
    edit(mini / "practices/best-practices/no-night-outreach.yml", "People had nobody", "Zanzibar-fact people had nobody")
    edit(mini / "practices/best-practices/no-night-outreach.yml", "title: Outreach", "title: Zanzibar-title outreach")
    edit(mini / "practices/best-practices/no-night-outreach.sv.yml", "title: Uppsökande", "title: Zanzibar-titel uppsökande")
    secrets = [b"Zanzibar-fact", b"Zanzibar-title", b"Zanzibar-titel", b"+47 22 33 44 55", b"+4722334455"]
    first = [(name, content) for name, content in everything(made(mini))]
    for secret in secrets:
        told = {name for name, content in first if secret in content}
        assert len({name.split("!")[0].split("/")[0] for name in told}) > 2 and any("!text" in name or secret[:1] == b"+" for name in told), (secret, told)
    edit(mini / "practices/best-practices/se-training.yml", "title: ", "title: Better ")
    made(mini)  # now the folder of the build before holds them too
    for path in (mini / "practices/best-practices").glob("no-night-outreach*"):
        path.unlink()
    agency = mini / "contacts/organisations/no-agency.yml"
    agency.write_text(agency.read_text("utf-8").partition("contacts:")[0], "utf-8")
    for path in mini.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("no-night-outreach, ", "").replace(", no-night-outreach]", "]").replace("[no-night-outreach]", "[]"), "utf-8")
    (mini / "withdrawn.yml").write_text("withdrawn:\n  - {id: no-night-outreach, kind: practice, on: 2026-11-20, reason: It named a place.}\n", "utf-8")
    site = made(mini)
    found = [(secret, name) for name, content in everything(site) for secret in secrets if secret in content]
    assert not found
    page = (site / "corrections/index.html").read_text("utf-8")
    assert "no-night-outreach" in page and "It named a place." in page and "20 November 2026" in page
    assert "It named a place." in (site / "practices/no-night-outreach/index.html").read_text("utf-8")


def test_corrections_are_told_on_the_entry_and_in_one_list(mini_site):
    for path, words in (("practices/no-night-outreach", "the report says 120"), ("corrections", "the report says 120"), ("sv/corrections", "i rapporten står 120")):
        assert words in (mini_site / path / "index.html").read_text("utf-8"), path
    full = json.loads((mini_site / "api/v1/entries/no-night-outreach.json").read_bytes())
    assert full["corrections"] == [{"on": "2026-11-03", "text": {"en": "The entry said 210 people; the report says 120.", "sv": "Här stod 210 personer; i rapporten står 120."}}]
    feed = json.loads((mini_site / "feeds/all.json").read_bytes())
    (item,) = [item for item in feed["items"] if item["url"].endswith("practices/no-night-outreach/")]
    assert item["date_modified"].startswith("2026-11-03")


# --------------------------------------------------------------------------------------------------- stable ids and addresses


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_addresses_hold_through_renaming_languages_and_withdrawal(mini, tmp_path):
    site = made(mini)
    shutil.copytree(site, tmp_path / "old")
    before = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    old = read_published(tmp_path / "old")

    edit(mini / "practices/tools/no-indicators.yml", "title: ", "title: Renamed, ")
    edit(mini / "mkdocs.yml", "- {locale: is, name: Íslenska}", "- {locale: lt, name: Lietuvių}")
    (mini / "practices/best-practices/se-training.yml").rename(mini / "practices/best-practices/se-course.yml")
    with (mini / "practices/best-practices/se-course.yml").open("a") as file:
        file.write("was: [se-training]\n")
    (mini / "practices/instruments/no-plan-2006.yml").unlink()
    (mini / "withdrawn.yml").write_text(
        "withdrawn:\n  - {id: no-plan-2006, kind: instrument, on: 2026-11-20, reason: It was listed twice., instead: no-nrm}\n", "utf-8"
    )
    site = made(mini)
    after = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    # A pack of a theme or country ends with its last entry; pages and data never do.
    kept = {path for path in before if not path.startswith(("is/", "assets/search/")) and not path.endswith(".pdf")}
    citations_of_the_withdrawn = {f"api/v1/citations/no-plan-2006.{ending}" for ending in ("bib", "ris")}
    assert kept - after == citations_of_the_withdrawn  # what is withdrawn is no longer to be cited

    new = read_published(site)
    assert new.entries["no-indicators"]["titles"]["en"].startswith("Renamed, ")
    assert new.entries["no-indicators"]["urls"]["en"] == old.entries["no-indicators"]["urls"]["en"]
    moved = json.loads((site / "api/v1/entries/se-training.json").read_bytes())
    assert moved["moved_to"] == "se-course" and moved["api"].endswith("entries/se-course.json")
    gone = json.loads((site / "api/v1/entries/no-plan-2006.json").read_bytes())
    assert gone == gone | {"withdrawn": "2026-11-20", "reason": "It was listed twice.", "instead": "no-nrm"}
    page = (site / "instruments/no-plan-2006/index.html").read_text("utf-8")
    assert "20 November 2026" in page and "It was listed twice." in page and 'content="noindex"' in page and "nrms/no-nrm/" in page
    assert "se-course" in (site / "practices/se-training/index.html").read_text("utf-8")

    found = differences(old, new)
    assert found.added == () and found.vanished == () and found.withdrawn == ("no-plan-2006",) and found.moved == {"se-training": "se-course"}
    assert found.changed == {"no-indicators": ["titles"]}


def test_diff_sees_what_changed_and_what_vanished(mini, tmp_path):
    site = made(mini)
    shutil.copytree(site, tmp_path / "old")
    edit(mini / "practices/best-practices/no-night-outreach.yml", "after dark", "after sunset")
    edit(mini / "practices/best-practices/no-night-outreach.sv.yml", "på natten", "nattetid")
    shutil.copy(mini / "practices/tools/no-indicators.yml", mini / "practices/tools/no-new.yml")
    (mini / "practices/instruments/no-plan-2006.yml").unlink()
    site = made(mini)
    found = differences(read_published(tmp_path / "old/downloads/hub-data.zip"), read_published(site))
    assert found.added == ("no-new",) and found.vanished == ("no-plan-2006",)
    assert "no-night-outreach" in found.changed and found.translated.get("no-night-outreach") == ["sv"]
    assert "VANISHED   no-plan-2006" in found.as_text()
    assert differences(read_published(site), read_published(site)).as_text().endswith("no difference")


@pytest.mark.parametrize(
    ("text", "code"),
    [("- {id: no-agency, kind: organisation, on: 2026-11-20, reason: Closed.}", "withdrawn-in-use"),
     ("- {id: no-x, kind: organisation, on: 2026-11-20, reason: Closed., instead: no-such}", "unknown-reference"),
     ("- {id: no-x, kind: nonsense, on: 2026-11-20, reason: Closed.}", "unknown-kind"), ("- {id: no-x, kind: practice}", "wrong-value")],
)  # fmt: skip
def test_a_wrong_withdrawal_stops_the_build(mini, text, code):
    (mini / "withdrawn.yml").write_text(f"withdrawn:\n  {text}\n", "utf-8")
    problems = load(mini, ("en", "sv", "is")).problems
    assert code in {problem.code for problem in problems} and {problem.path for problem in problems} == {"withdrawn.yml"}
