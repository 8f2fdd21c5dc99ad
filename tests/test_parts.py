"""What the site is built with: pinned with hashes, under licences that somebody has looked at, and listed for security tools."""

import json
import re
import shutil
import subprocess
from importlib.metadata import distribution

import pytest
from conftest import ROOT

SITE = (ROOT / "requirements/site.txt").read_text("utf-8")
# Free to use and to pass on. translate-toolkit (GPL 3 or later) only runs for hub translate export and import; nothing of it is in the site.
LOOKED_AT = {
    "0BSD", "Apache Software License", "Apache-2.0", "Artistic License", "BSD License", "BSD-2-Clause", "BSD-3-Clause", "ISC License (ISCL)", "MIT", "MIT License",
    "MIT-CMU", "Mozilla Public License 2.0 (MPL 2.0)", "MPL-2.0", "PSF-2.0", "MIT AND PSF-2.0", "Apache-2.0 OR BSD-2-Clause", "GPL-3.0-or-later",
}  # fmt: skip


def names():
    return re.findall(r"^([A-Za-z0-9._-]+)==", SITE, re.M)


def licence(name):
    known = distribution(name).metadata
    told = [line.split(" :: ")[-1] for line in known.get_all("Classifier", []) if line.startswith("License ::")]
    return known.get("License-Expression") or next((one for one in told if one != "OSI Approved"), None) or known.get("License") or ""


@pytest.mark.parametrize("file", ["site", "test", "bench"])
def test_every_part_is_pinned_with_hashes(file):
    text = (ROOT / f"requirements/{file}.txt").read_text("utf-8")
    pinned = re.findall(r"^([A-Za-z0-9._-]+)==\S+ \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, re.M)
    named = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pinned) == len(named) > 30
    assert "://" not in text  # no address of an index


def test_every_licence_was_looked_at():
    assert {name: licence(name) for name in names() if licence(name) not in LOOKED_AT} == {}


def test_the_list_of_parts_is_whole(tmp_path):
    """As `make parts` writes it."""
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "pyproject.toml").touch()
    run = subprocess.run(["make", "-s", "-o", ".venv/test", "parts"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    sbom = json.loads((tmp_path / "parts/sbom.json").read_bytes())
    assert {part["name"] for part in sbom["components"]} == set(names())
    licences = (tmp_path / "parts/licences.md").read_text("utf-8").lower().replace("_", "-")
    assert all(f"| {name.lower()} " in licences for name in names())
