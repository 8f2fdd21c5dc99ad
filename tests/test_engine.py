"""Engine insurance: the maintained successor of the generator builds the same tree into the same pages, and any generator the plain Markdown."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from conftest import DAY, copy_mini
from hub.build import build
from hub.project import read_project
from test_build import ENVIRONMENT, differing, hub, made


def test_properdocs_gives_the_same_pages(mini, tmp_path):
    """As the library's engine, and as the command that an operator would type."""
    site = made(mini)
    other = copy_mini(tmp_path / "other")
    built = build(read_project(other, DAY), other / "site", 1, command="properdocs")
    assert not built.failed
    assert differing(site, other / "site") == []
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "alone"],
        cwd=mini, env=ENVIRONMENT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    besides = ("api/v1/", "assets/search/", "downloads/", "feeds/", "is/feeds/", "sv/feeds/")  # made by hub build
    assert [path for path in differing(site, mini / "alone") if not path.startswith(besides)] == []

def markdown_links(text):
    return re.findall(r"\]\(<?([^)>\s]+)", text)


@pytest.fixture(scope="session")
def tree(mini_site, tmp_path_factory):
    """The miniature hub as plain Markdown."""
    out = tmp_path_factory.mktemp("tree") / "docs"
    run = hub("export-docs", str(out), cwd=mini_site.parent)
    assert run.returncode == 0, run.stderr
    return out


def test_plain_markdown_holds_every_page(tree, mini_site):
    """Every page that can be read without a script, with what is known of it; no mark-up of the site's own is left."""
    names = {path.relative_to(tree).as_posix() for path in tree.rglob("*.md")}
    for language in ("en", "is", "sv"):
        assert {f"{language}/README.md", f"{language}/about.md", f"{language}/practices/no-night-outreach.md", f"{language}/countries/no.md"} <= names
    assert len(names) > 300
    text = (tree / "sv/practices/no-night-outreach.md").read_text("utf-8")
    head = yaml.safe_load(text.split("---\n")[1])
    assert head | {"title": "Uppsökande arbete på natten", "language": "sv", "id": "no-night-outreach", "translation": "draft", "as_of": "2021"} == head
    assert "Gruppen träffade 120 personer." in text and "](../countries/no.md)" in text
    for path in tree.rglob("*.md"):
        assert not re.search(r"</?(div|span|svg|section|nav|button|script)\b", path.read_text("utf-8")), path


def test_links_between_pages_lead_from_file_to_file(tree):
    checked = 0
    for path in tree.rglob("*.md"):
        for link in markdown_links(path.read_text("utf-8")):
            if not re.match(r"[a-z]+:", link):
                assert (path.parent / link.partition("#")[0]).resolve().is_file(), (path, link)
                checked += 1
    assert checked > 3000


def test_another_generator_builds_the_plain_markdown(tree, tmp_path):
    """Two that know nothing of the hub: Hugo, and the bare MkDocs without theme, plugins or hooks."""
    pages = len(list(tree.rglob("*.md")))
    (tmp_path / "hugo/layouts/_default").mkdir(parents=True)
    (tmp_path / "hugo/layouts/_default/single.html").write_text("<title>{{ .Title }}</title>{{ .Content }}")
    (tmp_path / "hugo/hugo.toml").write_text(
        'baseURL = "https://x.example/"\ndisableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap"]\ncontentDir = "content"\n'
        '[markup.goldmark.renderHooks.link]\nuseEmbedded = "always"\n[markup.goldmark.renderer]\nunsafe = false\n'
    )
    shutil.copytree(tree, tmp_path / "hugo/content")
    run = subprocess.run([Path(sys.executable).parent / "hugo", "--quiet", "--panicOnWarning"], cwd=tmp_path / "hugo", capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    built = list((tmp_path / "hugo/public").rglob("index.html"))
    assert len(built) == pages
    told = (tmp_path / "hugo/public/sv/practices/no-night-outreach/index.html").read_text("utf-8")
    assert "Gruppen träffade 120 personer." in told and 'href="/sv/countries/no/"' in told

    shutil.copytree(tree, tmp_path / "mkdocs/docs")
    (tmp_path / "mkdocs/mkdocs.yml").write_text("site_name: Plain\nplugins: []\n")
    run = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=tmp_path / "mkdocs", env=ENVIRONMENT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert len(list((tmp_path / "mkdocs/site").rglob("index.html"))) == pages


def test_export_needs_a_built_site_and_an_empty_folder(mini, tmp_path):
    run = hub("export-docs", str(tmp_path / "out"), cwd=mini)
    assert run.returncode == 2 and "holds no built site; run hub build first" in run.stderr
    (tmp_path / "kept.txt").write_text("x")
    run = hub("export-docs", str(tmp_path), cwd=mini)
    assert run.returncode == 2 and "is not empty" in run.stderr and (tmp_path / "kept.txt").read_text() == "x"
