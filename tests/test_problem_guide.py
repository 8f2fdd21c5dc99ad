"""The page on problem codes says what the rules say, and knows every code that a fault of the collection gives."""

import re

from conftest import ROOT
from hub.problem_guide import examples_in, meanings, page

FAULTS = ROOT / "tests" / "problems"


def test_page_is_in_step_with_the_rules():
    assert (ROOT / "docs/en/problems.md").read_text("utf-8") == page(examples_in(FAULTS)), "run: hub problems"


def test_every_code_that_is_found_is_explained():
    known = meanings()
    for path in FAULTS.glob("*.yml"):
        for code in re.findall(r"^# expect: \S+ \w+\[([\w-]+)\]", path.read_text("utf-8", "replace"), re.M):
            assert code in known, (path.name, code)
            assert known[code][1]


def test_most_say_what_to_do():
    said = [one for _, all_said in meanings().values() for one in all_said]
    assert sum(bool(hint) for _, hint in said) > len(said) * 0.6
