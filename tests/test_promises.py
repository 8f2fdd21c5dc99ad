"""Each promise has one command that collects tests, and a way to break it that fits the code as it stands."""

import shlex
import subprocess
import sys

from break_promises import promises
from conftest import ROOT


def test_every_promise_has_a_command_that_runs_something():
    for promise in promises():
        run = subprocess.run([sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *shlex.split(promise["command"])], cwd=ROOT, capture_output=True, text=True)
        assert run.returncode == 0, (promise["promise"], run.stdout[-300:])


def test_every_promise_can_be_broken():
    for promise in promises():
        name, old, new = promise["broken"]
        assert old in (ROOT / name).read_text("utf-8") and old != new, (promise["promise"], name)
