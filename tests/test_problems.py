"""Faults that people make: each file in problems/ stands alone in the miniature hub and must give exactly one problem.

The first two lines of a file say where it lies and what is expected:

    # at: practices/best-practices/no-case.yml
    # expect: 14:1 error[unknown-field] did you mean "success_factors"?
"""

import re
from datetime import date
from pathlib import Path

import pytest
from hub.check import check_project
from hub.project import read_project

CASES = sorted((Path(__file__).parent / "problems").glob("*.yml"))
DAY = date(2026, 11, 21)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_one_fault_gives_one_problem(case, mini):
    text = case.read_text("utf-8")
    at, expected = re.match(r"# at: (.+)\n# expect: (.+)\n", text).groups()
    place, code, hint = re.fullmatch(r"(\d+:\d+) (\w+\[[\w-]+\]) ?(.*)", expected).groups()
    target = mini / at
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8")
    problems = check_project(read_project(mini, DAY)).problems
    assert len(problems) == 1, problems
    found = problems[0]
    assert found.path == at
    assert f"{found.severity}[{found.code}]" == code, found
    assert f"{found.line}:{found.column}" == place, found
    assert hint in found.hint, found


def test_miniature_itself_is_sound(mini):
    assert check_project(read_project(mini, DAY)).problems == ()
