"""Translations out to tools and back: nothing changes by itself, nothing wrong gets in, nothing is lost."""

import re
import subprocess
from dataclasses import replace

import pytest
from click.testing import CliRunner
from conftest import DAY, ROOT
from hub.check import check_project
from hub.cli import main
from hub.document import parse
from hub.exchange import judged, segments
from hub.exchange_formats import FORMATS, Damaged
from hub.patching import replaced, with_field, without_field
from hub.project import read_project
from hub.translation import CURRENT, fingerprint
from hypothesis import given, settings
from hypothesis import strategies as st

LANGUAGES = read_project(ROOT, DAY).languages[1:]
NIGHT = "practices/best-practices/no-night-outreach.sv.yml"


@pytest.fixture(scope="module")
def loaded():
    return check_project(read_project(ROOT, DAY)).loaded


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_round_trip_of_every_translation_changes_no_byte(loaded, project, language, form):
    write, read = FORMATS[form]
    texts = list(segments(loaded, ROOT, language, lambda record: (record.id, language) in loaded.translations))
    assert len(texts) > 500
    raw = write(texts, language)
    assert write(texts, language) == raw
    result = judged(loaded, project, language, read(raw))
    assert (result.files, result.refused, result.left) == ({}, [], []) and result.unchanged == len(texts)


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_brings_lost_files_back_word_for_word(loaded, project, form):
    """All Icelandic files are thought away; the export alone makes them again, with every text current."""
    language = "is"
    write, read = FORMATS[form]
    had = {key: one for key, one in loaded.translations.items() if key[1] == language}
    raw = write(segments(loaded, ROOT, language, lambda record: (record.id, language) in had), language)
    keys = loaded.translations.keys() - had.keys()
    bare = replace(loaded, translations={key: loaded.translations[key] for key in keys}, matches={key: loaded.matches[key] for key in keys})
    result = judged(bare, replace(project, root=ROOT / "nowhere"), language, read(raw))
    assert not result.refused, result.refused[:3]
    assert set(result.files) == {one.path for one in had.values()}
    for (entry_id, _), one in had.items():
        if loaded.records[entry_id].kind.name == "list" or one.at:
            continue
        data = parse(result.files[one.path].encode())
        for path, text in one.texts.items():
            assert text_at(data, path) == text
            assert loaded.matches[entry_id, language].states[path] != CURRENT or data["fingerprints"][path] == one.fingerprints[path]


def text_at(data, path):
    for step in path.split("."):
        data = data[int(step)] if step.isdigit() else data[step]
    return data


# ------------------------------------------------------------------------------------------------- in the miniature hub


@pytest.fixture
def hub(mini):
    def run(*words, code=0):
        result = CliRunner().invoke(main, ["translate", *words, "--root", str(mini), "--as-of", DAY.isoformat()])
        assert result.exit_code == code, result.output
        return result.output

    run.root = mini
    return run


@pytest.fixture
def exported(hub, tmp_path):
    """The Swedish texts of one practice as a PO file: (path, text)."""
    file = tmp_path / "sv.po"
    hub("export", "sv", "no-night-outreach", "--out", str(file))
    return file, file.read_text("utf-8")


def states(root):
    found = check_project(read_project(root, DAY)).loaded.matches["no-night-outreach", "sv"]
    return found.states, found.texts


def test_a_file_saved_by_poedit_imports(hub, exported):
    """Poedit wraps lines elsewhere, orders the header its own way and puts its name in it."""
    file, text = exported
    before = (hub.root / NIGHT).read_text("utf-8")
    text = text.replace('"X-Generator: hub translate export\\n"', '"X-Generator: Poedit 3.4.2\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"')
    text = re.sub(r'msgstr "Gruppen planerar varje besök\."', 'msgstr ""\n"Gruppen planerar "\n"varje besök i förväg."', text)
    file.write_text(text, "utf-8")
    output = hub("import", "sv", str(file))
    assert "1 taken" in output
    after = (hub.root / NIGHT).read_text("utf-8")
    assert after == before.replace("Gruppen planerar varje besök.", "Gruppen planerar varje besök i förväg."), "only that text changes"
    assert hub("import", "sv", str(file)).count("0 taken") == 1, "a second import finds nothing to do"


def test_an_edited_xliff_imports_and_a_reader_can_be_named(hub, tmp_path):
    file = tmp_path / "sv.xlf"
    hub("export", "sv", "no-night-outreach", "--out", str(file))
    file.write_text(file.read_text("utf-8").replace("Gruppen träffade 120 personer.", "Gruppen mötte 120 personer."), "utf-8")
    hub("import", "sv", str(file), "--reviewed-by", "legal translator")
    data = parse((hub.root / NIGHT).read_bytes())
    assert data["results"] == [{"text": "Gruppen mötte 120 personer."}]
    assert data["translation"] == {"state": "reviewed", "reviewed_by_role": "legal translator"}
    hub("export", "sv", "no-night-outreach", "--out", str(file))
    assert 'approved="yes"' in file.read_text("utf-8")
    file.write_text(file.read_text("utf-8").replace("Gruppen mötte 120", "Gruppen såg 120"), "utf-8")
    hub("import", "sv", str(file))
    assert parse((hub.root / NIGHT).read_bytes())["translation"] == {"state": "draft"}, "a changed text has not been reviewed"


def test_a_new_language_starts_from_an_export(hub, tmp_path):
    file = tmp_path / "is.po"
    hub("export", "is", "practices/best-practices", "--out", str(file))
    text = file.read_text("utf-8")
    text = text.replace('msgid "Outreach at night by a mixed team"\nmsgstr ""', 'msgid "Outreach at night by a mixed team"\nmsgstr "Vettvangsstarf að nóttu: teymi"')
    file.write_text(text, "utf-8")
    hub("import", "is", str(file))
    made = hub.root / NIGHT.replace(".sv.", ".is.")
    assert parse(made.read_bytes())["title"] == "Vettvangsstarf að nóttu: teymi"
    assert not [problem for problem in check_project(read_project(hub.root, DAY)).problems if problem.path.endswith(made.name)]


def test_missing_texts_join_a_file_and_its_remarks_stay(hub, exported):
    file, text = exported
    path = hub.root / NIGHT
    old = path.read_text("utf-8")
    path.write_text("# Terms as agreed with the translators' group\n" + re.sub(r"results:\n.*?\n(?=\w)", "", old, flags=re.S), "utf-8")
    assert states(hub.root)[0]["results.0.text"] == "missing"
    hub("import", "sv", str(file))
    found, texts = states(hub.root)
    assert set(found.values()) == {CURRENT} and texts["results.0.text"] == "Gruppen träffade 120 personer."
    assert "# Terms as agreed" in path.read_text("utf-8")


def change_english(root, old, new):
    path = root / NIGHT.replace(".sv.", ".")
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_stale_text_is_refused_and_nothing_is_lost(hub, exported):
    file, text = exported
    file.write_text(text.replace("Gruppen träffade 120 personer.", "Gruppen mötte 120 personer.").replace("Uppsökande arbete på natten", "Uppsökande om natten"), "utf-8")
    english = re.search(r'msgctxt "no-night-outreach/results.0.text"\nmsgid "(.+)"', text)[1]
    change_english(hub.root, english, english.replace("120", "130"))
    output = hub("import", "sv", str(file), code=1)
    assert "refused: no-night-outreach/results.0.text" in output and "Gruppen mötte 120 personer." in output and "130" in output
    found, texts = states(hub.root)
    assert found["results.0.text"] == "outdated" and texts["results.0.text"] == "Gruppen träffade 120 personer."
    assert texts["title"] == "Uppsökande om natten", "the sound ones are taken"


def test_outdated_texts_are_marked_and_come_back_current(hub, tmp_path):
    file = tmp_path / "sv.po"
    english = parse((hub.root / NIGHT.replace(".sv.", ".")).read_bytes())["results"][0]["text"]
    change_english(hub.root, english, english.replace("120", "130"))
    hub("export", "sv", "no-night-outreach", "--only", "open", "--out", str(file))
    text = file.read_text("utf-8")
    assert text.count("msgctxt") == 1 and "#, fuzzy" in text
    assert "1 left open" not in hub("import", "sv", str(file)) and states(hub.root)[0]["results.0.text"] == "outdated", "as it was exported, it is still to be done"
    file.write_text(text.replace("Gruppen träffade 120", "Gruppen träffade 130"), "utf-8")
    assert "1 left open" in hub("import", "sv", str(file)), "changed, but still marked as unfinished"
    file.write_text(text.replace("#, fuzzy\n", "").replace("Gruppen träffade 120", "Gruppen träffade 130"), "utf-8")
    hub("import", "sv", str(file))
    found, texts = states(hub.root)
    assert found["results.0.text"] == CURRENT and "130" in texts["results.0.text"]


DAMAGE = {
    "english changed in the tool": (lambda text: text.replace('msgid "Outreach at night', 'msgid "Outreach by night').replace("på natten", "om natten"), "not the one that was exported"),
    "id changed": (lambda text: text.replace("no-night-outreach/title", "no-night-outreach/titel"), "no such text"),
    "twice": (lambda text: text + "\n" + re.search(r'#:[^\n]*\nmsgctxt "no-night-outreach/title".*?\n\n', text, re.S)[0], "came twice"),
    "damaged letters": (lambda text: text.replace("på natten", "p\ufffd natten"), "damaged characters"),
    "a telephone number": (lambda text: text.replace("Gruppen träffade 120 personer.", "Ring +46 8 123 456 78."), "looks like"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damaged_and_unsafe_texts_are_refused(hub, exported, name):
    file, text = exported
    damage, reason = DAMAGE[name]
    before = (hub.root / NIGHT).read_text("utf-8")
    assert damage(text) != text
    file.write_text(damage(text), "utf-8")
    output = hub("import", "sv", str(file), code=1)
    assert reason in output and "1 refused" in output
    assert (hub.root / NIGHT).read_text("utf-8") == before


def test_an_emptied_text_leaves_the_translation_alone(hub, exported):
    file, text = exported
    file.write_text(text.replace('msgstr "Uppsökande arbete på natten"', 'msgstr ""'), "utf-8")
    assert "1 left open" in hub("import", "sv", str(file))
    assert states(hub.root)[1]["title"] == "Uppsökande arbete på natten"


def test_somebody_elses_work_is_not_written_over(hub, exported):
    file, text = exported
    path = hub.root / NIGHT
    path.write_text(path.read_text("utf-8").replace("Uppsökande arbete på natten", "Nattligt uppsökande arbete"), "utf-8")
    file.write_text(text.replace("Uppsökande arbete på natten", "Uppsökande om natten"), "utf-8")
    output = hub("import", "sv", str(file), code=1)
    assert "somebody else has changed" in output and states(hub.root)[1]["title"] == "Nattligt uppsökande arbete"


@pytest.mark.parametrize("raw", [b"", b"garbage", b'msgctxt "x"\nmsgid "a', b"<xliff><file>", b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><xliff/>"])
def test_files_that_are_none_are_refused_whole(raw):
    for form in FORMATS:
        try:
            assert FORMATS[form][1](raw) == []
        except Damaged:
            pass


# ----------------------------------------------------------------------------------------------------- one value changed

SAMPLE = (ROOT / "practices/best-practices/no-lauras-house-practice.sv.yml").read_text("utf-8")
PATHS = [("title",), ("summary",), ("notes", 1, "text"), ("approach", 5, "text"), ("funding", 0, "text"), ("translation", "state"), ("fingerprints", "title")]


@settings(deadline=None, max_examples=80)
@given(st.sampled_from(PATHS), st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=300).map(str.strip).filter(bool))
def test_one_value_changes_and_all_else_stays(path, new):
    changed = replaced(SAMPLE, path, new)
    old_lines, new_lines = SAMPLE.splitlines(), changed.splitlines()
    data, before = parse(changed.encode()), parse(SAMPLE.encode())
    assert text_at(data, ".".join(map(str, path))) == new
    holder = before
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = new
    assert data == before
    same = sum(a == b for a, b in zip(old_lines, new_lines, strict=False)) + sum(a == b for a, b in zip(reversed(old_lines), reversed(new_lines), strict=False))
    assert same >= len(old_lines) - 8


def test_fields_come_and_go_without_a_trace():
    text = "a: 1 # one\nb:\n  - x\n  - y\n\n# about c\nc: {d: e}\n"
    assert without_field(text, ("b",)) == "a: 1 # one\n\n# about c\nc: {d: e}\n"
    assert with_field(text, "b", ["z"]) == "a: 1 # one\nb: [z]\n\n# about c\nc: {d: e}\n"
    assert with_field(text, "n", "new") == text + "n: new\n"
    assert replaced(text, ("c", "d"), "a, b") == text.replace("e}", '"a, b"}')
    assert fingerprint("a  b") == fingerprint("a b")


def test_status_counts_and_shows_the_change_from_git(hub):
    def git(*words):
        subprocess.run(["git", "-C", hub.root, "-c", "user.name=T", "-c", "user.email=t@t.invalid", *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    english = parse((hub.root / NIGHT.replace(".sv.", ".")).read_bytes())["results"][0]["text"]
    change_english(hub.root, english, english.replace("120", "130"))
    output = hub("status", "sv", "--changes")
    heads, row = output.splitlines()[0].split()[1:], next(line.split()[1:] for line in output.splitlines() if line.startswith("  practice"))
    assert row[-3:] == ["1", "-", "-"] and heads[-3:] == ["outdated", "draft", "reviewed"]
    assert "[-120-] {+130+}" in output and "Gruppen träffade 120 personer." in output
    assert not output.startswith("is ") and "\nis " not in output, "one language was asked for"
