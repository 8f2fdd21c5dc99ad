"""`make bench`: this build against Hugo on the same number of pages of like weight, in one run on one machine.

Both commands run in turn (A B A B ...), so that a machine whose speed drifts slows both. What counts are the ratios; budgets
stand in brackets. `python tests/bench/run.py 200` measures a smaller hub.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(Path(__file__).parent)]

import generate  # noqa: E402
from hub.project import read_project  # noqa: E402
from hub.serve import Preview  # noqa: E402

RUNS = 5
DAY = "2026-11-21"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}


def measured(command, cwd):
    """(wall seconds, CPU seconds, peak megabytes of the largest process) of one run; a failed run ends the benchmark."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{said.decode()}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, values, unit="s"):
    print(f"  {name:<46} {statistics.median(values):8.2f} {unit:<3} (min {min(values):.2f}, max {max(values):.2f})")


def ratio(name, ours, theirs, budget):
    pairs = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(f"  {name:<46} {statistics.median(pairs):8.2f}     (min {min(pairs):.2f}, max {max(pairs):.2f})  [{budget}]")


def edit(path, number):
    text = path.read_text("utf-8").split("\n")
    text[0] = f"title: Edited for the {number}. time"
    path.write_text("\n".join(text), "utf-8")


def weights(site):
    sizes = [path.stat().st_size for path in site.rglob("*.html")]
    return len(sizes), sum(sizes) / len(sizes) / 1000


def main(number):
    hub_build = [sys.executable, "-m", "hub", "build", "--pages-only", "--quiet", "--as-of", DAY]
    with tempfile.TemporaryDirectory(prefix="hub-bench-") as temporary:
        ours, theirs = Path(temporary, "ours"), Path(temporary, "theirs")
        print(f"making {number} entries in six languages", flush=True)
        generate.project(ours, number)
        measured(hub_build, ours)
        generate.hugo(theirs, ours / "site")
        hugo = ["hugo", "--quiet", "--destination", "public"]
        measured(hugo, theirs)
        print("pages and mean kB: ours %d, %.1f; Hugo %d, %.1f" % (*weights(ours / "site"), *weights(theirs / "public")))

        cold, peer = [], []
        for _ in range(RUNS):
            for name in (".cache", "site", ".site.spare"):
                shutil.rmtree(ours / name, ignore_errors=True)
            cold.append(measured(hub_build, ours))
            shutil.rmtree(theirs / "public", ignore_errors=True)
            peer.append(measured(hugo, theirs))
        entry = sorted((ours / "practices/best-practices").glob("*-00000.yml"))[0]
        measured(hub_build, ours)
        warm = []
        for turn in range(RUNS):
            edit(entry, turn)
            warm.append(measured(hub_build, ours))
        checks = [measured([sys.executable, "-m", "hub", "check", "--as-of", DAY], ours) for _ in range(RUNS)]
        single = [measured([sys.executable, "-m", "hub", "check", "--as-of", DAY, str(entry)], ours) for _ in range(RUNS)]
        preview = Preview(read_project(ours, date.fromisoformat(DAY)), ours / ".cache" / "preview", print)
        preview.refresh()
        refreshes = []
        for turn in range(RUNS):
            edit(entry, turn + 100)
            started = time.perf_counter()
            preview.refresh()
            refreshes.append(time.perf_counter() - started)

        print(f"\n{number} entries x 6 languages, {RUNS} runs in turn, medians")
        row("hub build, cold", [wall for wall, _, _ in cold])
        row("Hugo, cold", [wall for wall, _, _ in peer])
        row("hub build after one edited entry", [wall for wall, _, _ in warm])
        row("preview refresh after one edited entry", refreshes)
        row("hub check, everything", [wall for wall, _, _ in checks])
        row("hub check, one file", [wall for wall, _, _ in single])
        row("hub build, cold, peak memory", [memory for _, _, memory in cold], "MB")
        row("Hugo, cold, peak memory", [memory for _, _, memory in peer], "MB")
        print("ratios, pair by pair")
        ratio("time, cold / Hugo cold", [x[0] for x in cold], [x[0] for x in peer], "at most 0.8, better 0.6")
        ratio("CPU, cold / Hugo cold", [x[1] for x in cold], [x[1] for x in peer], "no budget")
        ratio("memory, cold / Hugo cold", [x[2] for x in cold], [x[2] for x in peer], "at most 0.3")
        ratio("time, one edit / Hugo cold", [x[0] for x in warm], [x[0] for x in peer], "at most 0.35")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
