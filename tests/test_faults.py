"""Faults done for real: builds that are killed, a full disk, an output nobody may write to, damaged caches, two builds at once.
After each the last good site is whole, and the next build is right."""

import gzip
import os
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest
from test_build import EDITS, ENVIRONMENT, edit, files_of, hub, made


def begun(root, *arguments):
    """A build in a process group of its own, so that a kill takes its helpers too, as the kernel's would on a small machine."""
    command = [sys.executable, "-m", "hub", "build", "--jobs", "2", "--root", str(root), *arguments]
    return subprocess.Popen(command, cwd=root, env=ENVIRONMENT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def when(condition, process):
    """Wait until something has happened, or the build is over."""
    while not condition() and process.poll() is None:
        time.sleep(0.002)


def moments(root):
    """{name: what is seen at that moment of a build}."""
    spare, cache = root / ".site.spare", root / ".cache"
    old = {path: path.stat().st_mtime_ns for path in (cache, spare / "index.html", spare / "sv" / "index.html", spare / "sitemap.xml") if path.exists()}

    def changed(path):
        return lambda: path.exists() and path.stat().st_mtime_ns != old.get(path)

    return {
        "at once": lambda: True,
        "engine runs": lambda: not (cache / "frame" / "key").exists(),
        "first page is drawn": changed(spare / "index.html"),
        "search is made": lambda: any((cache / "search").glob("*/pages")),
        "other languages are drawn": changed(spare / "sv" / "index.html"),
        "files beside the pages": changed(spare / "sitemap.xml"),
    }


@pytest.mark.parametrize("moment", ["at once", "engine runs", "first page is drawn", "search is made", "other languages are drawn", "files beside the pages"])
def test_kill_leaves_the_last_good_site(mini, moment, tmp_path):
    for _ in range(2):
        site = made(mini)
    good = files_of(site)
    EDITS["rename"](mini)
    edit(mini / "docs/en/about.md", "A page", "One page")
    seen = moments(mini)[moment]
    process = begun(mini)
    when(seen, process)
    still_running = process.poll() is None
    os.killpg(process.pid, signal.SIGKILL) if still_running else None
    process.wait()
    process.stderr.close()
    now = files_of(site)
    if still_running:
        assert now == good or "Office of Examples" in now["organisations/no-agency/index.html"].decode()  # the exchange is one step
    after = files_of(made(mini))
    shutil.copytree(mini, tmp_path / "cold", ignore=shutil.ignore_patterns(".cache", "site", ".site.spare"))
    assert after == files_of(made(tmp_path / "cold"))


def test_kills_at_any_moment_never_mix_two_sites(mini):
    """Ten kills after ten spans spread over a build: what is published is always one of the two sites, whole."""
    old = files_of(made(mini))
    EDITS["rename"](mini)
    shutil.copytree(mini, mini.with_name("other"), ignore=shutil.ignore_patterns(".cache", "site", ".site.spare"))
    new = files_of(made(mini.with_name("other")))
    spans, killed = random.Random(8), 0
    for _ in range(10):
        process = begun(mini)
        try:
            process.wait(spans.uniform(0.05, 1.2))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
            process.wait()
        process.stderr.close()
        assert files_of(mini / "site") in (old, new)
    assert killed
    assert files_of(made(mini)) == new


# ------------------------------------------------------------------------------------------------- disks full and read-only


def mounted(mini, script):
    """Run a shell script where `$HUB build` builds the hub and mounts of its own are possible and vanish with it."""
    prefix = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    if subprocess.run([*prefix, "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    environment = ENVIRONMENT | {"HUB": f"{sys.executable} -m hub"}
    return subprocess.run([*prefix, "sh", "-c", script], cwd=mini, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("size", ["64k", "600k", "3m", "9m"])
def test_full_disk_says_so_and_the_old_site_stays(mini, size):
    """The disk of the output is full early, in the middle and late; the folder holds the site from before, whole."""
    (mini / "out").mkdir()
    run = mounted(mini, f"mount -t tmpfs -o size={size} none out && mkdir out/site && echo last good > out/site/index.html && "
                        "{ $HUB build --jobs 2 --out out/site; echo code $?; cat out/site/index.html; }")  # fmt: skip
    assert "code 1" in run.stdout and "last good\n" in run.stdout, run.stderr
    assert "No space left on device" in run.stderr and "the last good site is untouched" in run.stderr
    assert "Traceback" not in run.stderr and "None" not in run.stderr
    assert not hub("build", cwd=mini).returncode


def test_full_disk_of_the_caches_says_so(mini):
    site = made(mini)
    good = files_of(site)
    shutil.rmtree(mini / ".cache")
    (mini / ".cache").mkdir()
    EDITS["rename"](mini)
    run = mounted(mini, "mount -t tmpfs -o size=40k none .cache && $HUB build")
    assert run.returncode == 1 and "the last good site is untouched" in run.stderr, run.stderr
    assert files_of(site) == good
    assert not hub("build", cwd=mini).returncode


@pytest.mark.parametrize("place", ["out", ".cache"])
def test_read_only_folders_say_so(mini, place):
    site = made(mini)
    good = files_of(site)
    EDITS["rename"](mini)
    (mini / "out").mkdir()
    run = mounted(mini, f"mount -t tmpfs -o ro none {place} && $HUB build --out {'out/site' if place == 'out' else 'site'}")
    assert run.returncode == 1 and "Read-only file system" in run.stderr and "cannot write" in run.stderr, run.stderr
    assert "Traceback" not in run.stderr and "None" not in run.stderr
    assert files_of(site) == good


# ------------------------------------------------------------------------------------------------------- caches and rivals


def test_every_damaged_cache_file_heals(mini):
    """Each file of the caches, one half after the other, is cut, overwritten or swapped for a folder."""
    good = files_of(made(mini))
    chance = random.Random(3)
    files = [path for path in sorted((mini / ".cache").rglob("*")) if path.is_file() and path.name != "build.lock"]
    assert len(files) > 8
    assert any("search" in path.parts for path in files)
    for turn in range(4):
        for path in files:
            if not path.is_file() or chance.random() < 0.5:
                continue
            raw = path.read_bytes()
            path.write_bytes([raw[: len(raw) // 2], b"\xff" * len(raw), b"", raw[::-1]][(turn + len(raw)) % 4])
        site = made(mini)
        assert files_of(site) == good, turn
        for piece in (site / "assets" / "search").rglob("*.pf_*"):
            gzip.decompress(piece.read_bytes())


def test_two_builds_at_once_do_not_mix(mini):
    """Four builds start together, for two output folders: each folder ends up whole, and nobody fails."""
    good = files_of(made(mini))
    rivals = [begun(mini, "--out", str(mini / out)) for out in ("one", "two", "one", "two")]
    for rival in rivals:
        _, said = rival.communicate()
        assert rival.returncode == 0, said
    assert files_of(mini / "one") == files_of(mini / "two") == good


def test_clock_makes_no_difference(mini):
    """The day is given: files dated in the future or in 1980 give the same site."""
    good = files_of(made(mini))
    for stamp in (315532800, 4102444800):
        for path in [*(mini / "practices").rglob("*.yml"), *(mini / "docs").rglob("*.md")]:
            os.utime(path, (stamp, stamp))
        assert files_of(made(mini)) == good
