"""Faults that people make: each file in problems/ stands alone in the miniature hub and must give exactly one problem.

The first two lines of a file say where it lies and what is expected:

    # at: practices/best-practices/no-case.yml
    # expect: 14:1 error[unknown-field] did you mean "success_factors"?
"""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml
from hub.check import check_project
from hub.project import read_project

HINTS = yaml.load((Path(__file__).parent / "hints.yml").read_text("utf-8"), yaml.BaseLoader)
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


def problems_of(root):
    return check_project(read_project(root, DAY)).problems


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_following_the_hint_mends_the_fault(case, mini):
    """Every fault has a hint, and an editor who does what it says has a sound file; "did you mean" is followed to the letter."""
    text = case.read_text("utf-8")
    at = mini / re.match(r"# at: (.+)\n", text)[1]
    at.parent.mkdir(parents=True, exist_ok=True)
    at.write_text(text, "utf-8")
    (found,) = problems_of(mini)
    assert found.hint, found
    todo = HINTS.get(case.stem)
    if todo is None:
        quoted = re.findall(r'"([^"]+)"', found.message)
        wrong = quoted[-1] if "has no field" in found.message else quoted[0]
        todo = [wrong, re.search(r'did you mean "([^"]+)"', found.hint)[1]]
    command = None
    if isinstance(todo, dict):
        at.unlink()
        at, command = mini / todo["name"], todo.get("run")
    else:
        old, new, command = (*todo, None)[:3]
        assert text.count(old), old
        lines = text.split("\n")
        start = 0 if "\n" in old or old not in lines[found.line - 1] else found.line - 1  # the line that the problem names, where it stands there
        text = "\n".join(lines[:start]) + ("\n" if start else "") + "\n".join(lines[start:]).replace(old, new, 1)
    at.write_text(text, "utf-8")
    if command:
        subprocess.run([sys.executable, "-m", *command.split(), str(at), "--root", str(mini)], check=True, capture_output=True)
    assert problems_of(mini) == ()


def test_every_hint_that_is_told_belongs_to_a_fault():
    assert HINTS.keys() <= {case.stem for case in CASES}
