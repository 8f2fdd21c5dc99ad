"""The public page on translations: the same figures whoever draws it, and the change itself for what is outdated."""

import re
import subprocess

from conftest import DAY, text_of
from hub.build import build
from hub.check import check_project
from hub.library import Library
from hub.progress import counts, difference, states_of
from hub.project import read_project

PAGE = "translations/index.html"


def test_figures_are_those_of_the_library(pages, project):
    library = Library(project, check_project(project).loaded)
    kinds = {record.id: record.kind.name for record in library.records.values()}
    english = text_of(pages[PAGE])
    for language in project.languages[1:]:
        drafts = sum(row["draft"] for row in counts(kinds, states_of(library, language)).values())
        missing = sum(row["missing"] for row in counts(kinds, states_of(library, language)).values())
        own = text_of(pages[f"{language}/{PAGE}"])
        for text in (english, own):
            assert re.search(rf"(?<!\S){missing or '–'} \S+ \S+ {drafts or '–'} ", text), (language, missing, drafts)


def test_parallel_and_single_runs_give_the_same_page_and_show_the_change(mini):
    def git(*words):
        subprocess.run(["git", "-C", mini, "-c", "user.name=T", "-c", "user.email=t@t.invalid", *words], check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    entry = mini / "practices/best-practices/no-night-outreach.yml"
    entry.write_text(entry.read_text("utf-8").replace("120", "130"), "utf-8")
    found = []
    for jobs in (1, 2):
        assert not build(read_project(mini, DAY), mini / f"site{jobs}", jobs).failed
        found.append({path: (mini / f"site{jobs}" / path).read_text("utf-8") for path in (PAGE, f"sv/{PAGE}", f"is/{PAGE}")})
    assert found[0] == found[1]
    for path in (PAGE, f"sv/{PAGE}"):
        assert "<del>120</del>" in found[0][path] and "<ins>130</ins>" in found[0][path] and "Gruppen träffade 120 personer." in found[0][path]
    assert "<del>" not in found[0][f"is/{PAGE}"], "each language shows its own texts"


def test_difference_is_by_words():
    assert difference("a b c", "a x c d") == [("same", "a"), ("gone", "b"), ("new", "x"), ("same", "c"), ("new", "d")]


