"""The page on problem codes says what the rules say, and knows every code that a fault of the collection gives."""

import re

from conftest import ROOT
from hub.problem_guide import examples_in, meanings, pages, told

FAULTS = ROOT / "tests" / "problems"


def test_pages_are_in_step_with_the_rules(project):
    made = pages(examples_in(FAULTS))
    assert made.keys() == set(project.languages)
    for language, text in made.items():
        assert (ROOT / f"docs/{language}/problems.md").read_text("utf-8") == text, "run: hub problems"


def test_every_language_explains_every_code(project):
    for language in project.languages[1:]:
        codes = told(language)["codes"]
        assert codes.keys() == meanings().keys(), language
        assert all(len(meaning.split()) >= 4 for meaning in codes.values()), language


def test_editors_have_every_page_in_every_language(project):
    for name in ("contribute", "write-well", "purge", "problems", "safety", "about", "accessibility"):
        english = (ROOT / f"docs/en/{name}.md").read_text("utf-8")
        for language in project.languages[1:]:
            text = (ROOT / f"docs/{language}/{name}.md").read_text("utf-8")
            assert text.count("\n## ") == english.count("\n## "), (language, name)
            assert text.count("`hub ") >= english.count("`hub "), (language, name)


def test_every_code_that_is_found_is_explained():
    known = meanings()
    for path in FAULTS.glob("*.yml"):
        for code in re.findall(r"^# expect: \S+ \w+\[([\w-]+)\]", path.read_text("utf-8", "replace"), re.M):
            assert code in known, (path.name, code)
            assert known[code][1]


def test_most_say_what_to_do():
    said = [one for _, all_said in meanings().values() for one in all_said]
    assert sum(bool(hint) for _, hint in said) > len(said) * 0.6
