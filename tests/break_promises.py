"""Break each promise once and see its test fail: `python tests/break_promises.py [WORD...]`, for all or those whose promise has the words.

Each change of promises.yml is made in a copy of the project, its command runs there, and the copy is put right again. Takes half an hour.
"""

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
LIST = ROOT / "tests" / "promises.yml"
SHARED = (".venv", "tests/node_modules", "admin/node_modules")


def promises():
    return yaml.safe_load(LIST.read_text("utf-8"))


def copied(folder):
    """The project as git knows it, with the installed tools and a copy of the caches."""
    for name in subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    for name in SHARED:
        (folder / name).symlink_to(ROOT / name)
    if (ROOT / ".cache").is_dir():
        shutil.copytree(ROOT / ".cache", folder / ".cache")
    return folder


def run(folder, command):
    """(exit code, the line with the numbers) of a test command."""
    done = subprocess.run(
        [folder / ".venv/bin/python", "-m", "pytest", "-x", "-q", "-o", "addopts=", "--no-header", "-p", "no:cacheprovider", *shlex.split(command)],
        cwd=folder, capture_output=True, text=True,
    )  # fmt: skip
    numbers = [line for line in done.stdout.splitlines() if re.search(r"\d+ (passed|failed|error)", line)]
    return done.returncode, numbers[-1] if numbers else done.stdout[-200:]


def main(words):
    unseen = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = copied(Path(temporary) / "hub")
        for promise in promises():
            if words and not any(word.lower() in promise["promise"].lower() for word in words):
                continue
            name, old, new = promise["broken"]
            path = folder / name
            whole = path.read_text("utf-8")
            assert old in whole, (promise["promise"], name)
            started = time.monotonic()
            path.write_text(whole.replace(old, new, 1), "utf-8")
            try:
                code, said = run(folder, promise["command"])
            finally:
                path.write_text(whole, "utf-8")
            seen = code == 1 and re.search(r"\d+ (failed|error)", said)
            unseen += not seen
            print(f"{'failed as it should' if seen else 'NOT SEEN'}  {promise['promise']}  [{name}]  {said}  {time.monotonic() - started:.0f} s", flush=True)
    sys.exit(1 if unseen else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
