"""Each promise has one command that collects tests, and a way to break it that fits the code as it stands."""

import re
import subprocess
import sys

from break_promises import promises
from conftest import ROOT


def test_every_promise_has_a_command_that_runs_something():
    listed = subprocess.run([sys.executable, "-m", "pytest", "--collect-only", "-q", "-o", "addopts="], cwd=ROOT, capture_output=True, text=True).stdout.splitlines()
    for promise in promises():
        file, words = re.fullmatch(r'(\S+) -k "?([\w ]+)"?', promise["command"]).groups()
        found = [name for name in listed if name.startswith(f"{file}::") and chosen(words, name.lower())]
        assert found, promise["promise"]


def chosen(words, name):
    """Whether -k with these words, "and" and "or" takes a test of this name."""
    return any(all(word in name for word in each.split(" and ")) for each in words.lower().split(" or "))


def test_every_promise_can_be_broken():
    for promise in promises():
        name, old, new = promise["broken"]
        assert old in (ROOT / name).read_text("utf-8") and old != new, (promise["promise"], name)
