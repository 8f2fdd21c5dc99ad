"""Builds: the same every time, only what changed, and never at the cost of the last good site."""

import filecmp
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from conftest import DAY, ROOT, copy_mini
from hub.build import build
from hub.project import read_project
from hub.publish import publish

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1", "HUB_AS_OF": DAY.isoformat()}


# Pagefind numbers and names its pieces anew in each run; the words it is given are the same (test_search.py holds that).
INDEX = re.compile(r"assets/search/[a-z]+/(pagefind|wasm|fragment/|index/|filter/)")


def files_of(folder):
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    return {path: content for path, content in found.items() if not INDEX.match(path)}


def differing(a, b):
    left, right = files_of(a), files_of(b)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


def hub(*arguments, cwd, **options):
    return subprocess.run([sys.executable, "-m", "hub", *arguments], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, **options)


def made(root, jobs=1, day=DAY):
    built = build(read_project(root, day), root / "site", jobs)
    assert not built.failed, built.problems
    return root / "site"


def test_number_of_jobs_makes_no_difference(tmp_path):
    one = made(copy_mini(tmp_path / "one"), jobs=1)
    four = made(copy_mini(tmp_path / "four"), jobs=4)
    assert differing(one, four) == []


def test_real_site_is_the_same_twice(site, project, tmp_path):
    again = build(project, tmp_path / "again", 1)
    assert not again.failed
    assert differing(site, tmp_path / "again") == []


def test_hash_seed_locale_and_time_zone_make_no_difference(tmp_path):
    sites = []
    for name, extra in (("a", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"}), ("b", {"PYTHONHASHSEED": "77", "TZ": "Pacific/Kiritimati"})):
        root = copy_mini(tmp_path / name)
        run = subprocess.run([sys.executable, "-m", "hub", "build", "--as-of", DAY.isoformat()], cwd=root, env=ENVIRONMENT | extra)
        assert run.returncode == 0
        sites.append(root / "site")
    assert differing(*sites) == []


EDITS = {
    "edit": lambda root: edit(root / "practices/best-practices/no-night-outreach.yml", "after dark", "after sunset"),
    "translate": lambda root: edit(root / "practices/best-practices/no-night-outreach.sv.yml", "på natten", "nattetid"),
    "remove": lambda root: [path.unlink() for path in (root / "practices/best-practices").glob("se-training*")],
    "add": lambda root: shutil.copy(root / "practices/best-practices/se-training.yml", root / "practices/best-practices/se-course.yml"),
    "write": lambda root: edit(root / "docs/en/about.md", "A page", "One page"),
    "rename": lambda root: edit(root / "contacts/organisations/no-agency.yml", "Agency of Examples", "Office of Examples"),
}


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("change", EDITS)
def test_warm_build_equals_cold_build(mini, tmp_path, change):
    for _ in range(3):  # both folders that take turns hold an older site
        made(mini)
    EDITS[change](mini)
    warm = made(mini)
    shutil.copytree(mini, tmp_path / "cold", ignore=shutil.ignore_patterns(".cache", "site", ".site.spare"))
    cold = made(tmp_path / "cold")
    assert differing(warm, cold) == []


def test_warm_build_touches_only_what_changed(mini):
    made(mini)
    made(mini)
    before = {path: path.stat().st_mtime_ns for path in (mini / ".site.spare").rglob("*.html")}
    edit(mini / "practices/tools/no-indicators.yml", "An invented list", "A made-up list")
    site = made(mini)
    spare = mini / ".site.spare"
    touched = {path.relative_to(spare).as_posix() for path, time in before.items() if (site / path.relative_to(spare)).stat().st_mtime_ns != time}
    assert "tools/no-indicators/index.html" in touched
    assert "organisations/no-agency/index.html" not in touched
    assert "shelters/no-house/index.html" not in touched


def test_damaged_file_is_written_again(mini):
    for _ in range(2):
        site = made(mini)
    page = mini / ".site.spare" / "index.html"
    good = (site / "index.html").read_bytes()
    page.write_bytes(b"damaged")
    assert (made(mini) / "index.html").read_bytes() == good


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"version": 1}', b'{"version": 1, "documents": 3}', b"\0\1\2"])
def test_damaged_caches_heal(mini, damage):
    site = made(mini)
    good = files_of(site)
    for path in (mini / ".cache").iterdir():
        if path.is_file():
            path.write_bytes(damage)
    assert files_of(made(mini)) == good


BAD = {
    "unknown field": b"titel: x\n",
    "binary": bytes(range(256)),
    "five megabytes": b"title: " + b"x" * 5_000_000,
    "alias bomb": b"a: &a [x]\nb: [*a, *a]\n",
    "latin-1": "title: Blåbær\n".encode("latin-1"),
}


@pytest.mark.parametrize("sort", BAD)
def test_bad_entry_leaves_the_last_good_site(mini, sort):
    site = made(mini)
    good = files_of(site)
    (mini / "practices/best-practices/no-bad.yml").write_bytes(BAD[sort])
    run = hub("build", cwd=mini)
    assert run.returncode == 1
    assert "practices/best-practices/no-bad.yml:1:" in run.stderr
    if sort != "unknown field":  # that file lacks all other fields too
        assert run.stderr.count("error[") == 1
    assert files_of(site) == good
    engine = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict"], cwd=mini, env=ENVIRONMENT, capture_output=True, text=True)
    assert engine.returncode == 1 and "no-bad.yml:1:" in engine.stderr
    assert files_of(site) == good


def test_link_out_of_the_tree_is_refused(mini, tmp_path):
    site = made(mini)
    good = files_of(site)
    (tmp_path / "secret.yml").write_text("title: secret\n")
    (mini / "practices/tools/no-link.yml").symlink_to(tmp_path / "secret.yml")
    run = hub("build", cwd=mini)
    assert run.returncode == 1 and "practices/tools/no-link.yml:1:1: error[link]" in run.stderr
    assert "secret" not in run.stderr.replace("secret.yml", "")
    assert files_of(site) == good


def test_broken_theme_leaves_the_last_good_site(mini):
    site = made(mini)
    good = files_of(site)
    edit(mini / "mkdocs.yml", "static_templates: [frame.html]", "static_templates: [no-frame.html]")
    run = hub("build", cwd=mini)
    assert run.returncode == 1 and "the last good site is untouched" in run.stderr
    assert files_of(site) == good


def test_generator_alone_makes_the_same_pages(mini):
    site = made(mini)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "alone"], cwd=mini, env=ENVIRONMENT, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    besides = ("api/v1/", "assets/search/", "downloads/", "feeds/", "is/feeds/", "sv/feeds/")  # made by hub build
    assert [path for path in differing(site, mini / "alone") if not path.startswith(besides)] == []


def test_publish_exchanges_in_one_step(tmp_path):
    fresh, out = tmp_path / "fresh", tmp_path / "out"
    fresh.mkdir()
    (fresh / "page").write_text("new")
    publish(fresh, out)
    assert (out / "page").read_text() == "new" and not fresh.exists()
    fresh.mkdir()
    (fresh / "page").write_text("newer")
    publish(fresh, out)
    assert (out / "page").read_text() == "newer" and (fresh / "page").read_text() == "new"


def test_check_exit_codes_and_formats(mini):
    assert hub("check", cwd=mini).returncode == 0
    bad = mini / "practices/tools/no-bad.yml"
    bad.write_text("titel: x\n")
    run = hub("check", "--format", "json", cwd=mini)
    assert run.returncode == 1
    report = json.loads(run.stdout)
    assert report["errors"] == len(report["problems"]) > 0
    run = hub("check", "--format", "github", str(bad), cwd=mini)
    assert "::error file=practices/tools/no-bad.yml,line=1,col=1,title=unknown-field::" in run.stdout
    assert hub("check", "contacts", cwd=mini).returncode == 0
    for wrong in (["check", "nothing-here"], ["check", "--as-of", "soon"], ["check", "--format", "xml"], ["nonsense"], ["check", "/"]):
        assert hub(*wrong, cwd=mini).returncode == 2, wrong
    assert hub("check", cwd=mini.parent).returncode == 2


def test_a_new_language_is_configuration_and_a_catalogue(mini):
    """Lithuanian with an empty catalogue: pages, switcher and dates are there; words fall back to English."""
    edit(mini / "mkdocs.yml", "- {locale: is, name: Íslenska}", "- {locale: is, name: Íslenska}\n        - {locale: lt, name: Lietuvių}")
    site = made(mini)
    page = (site / "lt/practices/no-night-outreach/index.html").read_text("utf-8")
    assert '<html lang="lt">' in page and 'lang="en"' in page
    assert 'hreflang="lt"' in (site / "index.html").read_text("utf-8")
    assert "Norvegija" in page


def test_old_contacts_disappear_with_time(mini):
    page = "organisations/no-agency/index.html"
    today = (made(mini) / page).read_text("utf-8")
    assert "+47 22 33 44 55" in today and "+47 22 99 88 77" not in today and "+4722998877" not in today
    later = (made(mini, day=date(2027, 11, 21)) / page).read_text("utf-8")
    assert "+47 22 33 44 55" not in later and "+4722334455" not in later
    assert "https://agency.example.org/contact" in later


def test_compared_folders_are_really_compared(tmp_path):
    """The helper of this file sees a difference of one byte."""
    for name, content in (("a", b"x"), ("b", b"y")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "f").write_bytes(content)
    assert differing(tmp_path / "a", tmp_path / "b") == ["f"]
    assert not filecmp.cmp(tmp_path / "a" / "f", tmp_path / "b" / "f", shallow=False)
    assert Path(tmp_path / "a").is_dir()


def test_languages_drawn_apart_make_the_same_site(mini, tmp_path):
    whole = made(mini)
    root = copy_mini(tmp_path / "apart")
    parts = []
    for language in read_project(root, DAY).languages:
        # As on machines of their own: nothing kept from the part before.
        shutil.rmtree(root / ".cache", ignore_errors=True)
        run = hub("build", "--lang", language, "--out", str(tmp_path / f"part-{language}"), "--as-of", DAY.isoformat(), cwd=root)
        assert run.returncode == 0, run.stderr
        parts.append(tmp_path / f"part-{language}")
    shutil.rmtree(root / ".cache")
    named = [argument for part in parts for argument in ("--parts", str(part))]
    run = hub("build", *named, "--as-of", DAY.isoformat(), cwd=root)
    assert run.returncode == 0, run.stderr
    assert differing(whole, root / "site") == []


def test_a_part_never_takes_the_place_of_a_site(mini):
    (mini / "site").mkdir()
    (mini / "site/index.html").write_text("the last good site")
    run = hub("build", "--lang", "sv", "--out", "site", "--as-of", DAY.isoformat(), cwd=mini)
    assert run.returncode == 2 and "a part would take its place" in run.stderr
    assert files_of(mini / "site") == {"index.html": b"the last good site"}


def shorten(path):
    path.write_bytes(path.read_bytes()[:-1])


PART_FAULTS = {
    "another day": (lambda part: None, "2026-11-21", "made from other files"),
    "no word": (lambda part: (part / "handover.json").unlink(), None, "was not made by hub build --lang"),
    "damaged word": (lambda part: shorten(part / "handover.json"), None, "is damaged"),
    "short file": (lambda part: shorten(part / "site" / "index.html"), None, "missing or damaged"),
    "missing file": (lambda part: (part / "site" / "index.html").unlink(), None, "missing or damaged"),
    "link": (lambda part: link_out(part / "site" / "index.html"), None, "missing or damaged"),
    "path outside": (lambda part: edit(part / "handover.json", '"index.html"', '"../index.html"'), None, "outside itself"),
    "languages missing": (lambda part: None, None, "no part holds"),
}


def link_out(path):
    other = path.with_name("other")
    path.rename(other)
    path.symlink_to(other)


@pytest.fixture(scope="session")
def english_part(tmp_path_factory):
    root = copy_mini(tmp_path_factory.mktemp("part") / "hub")
    built = build(read_project(root, DAY), root / "part-en", 1, languages=("en",))
    assert not built.failed
    return root


@pytest.mark.parametrize("fault", PART_FAULTS)
def test_parts_that_do_not_fit_are_refused(english_part, tmp_path, fault):
    damage, day, message = PART_FAULTS[fault]
    root = shutil.copytree(english_part, tmp_path / "hub", symlinks=True)
    site = root / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site")
    damage(root / "part-en")
    run = hub("build", "--parts", "part-en", "--as-of", day or DAY.isoformat(), cwd=root)
    assert run.returncode == 1 and message in run.stderr
    assert files_of(site) == {"index.html": b"the last good site"}
    assert not (root.parent / "index.html").exists() and not (root / "index.html").exists()
