"""What several tests need: the real project, a copy of the miniature hub, and sites built from both."""

import re
import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from hub.build import build  # noqa: E402
from hub.project import read_project  # noqa: E402

DAY = date(2026, 11, 22)


def copy_mini(folder):
    """A copy of the miniature hub that finds this project's hooks."""
    shutil.copytree(ROOT / "tests" / "mini", folder)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../hooks", (ROOT / "hooks").as_posix()), "utf-8")
    return folder


@pytest.fixture
def mini(tmp_path):
    """A fresh copy of the miniature hub."""
    return copy_mini(tmp_path / "mini")


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory):
    """The miniature hub, built once."""
    root = copy_mini(tmp_path_factory.mktemp("mini") / "hub")
    built = build(read_project(root, DAY), root / "site", 2)
    assert not built.failed
    return root / "site"


@pytest.fixture(scope="session")
def project():
    """The real project."""
    return read_project(ROOT, DAY)


@pytest.fixture(scope="session")
def site(tmp_path_factory, project):
    """The real site, built once for all tests."""
    out = tmp_path_factory.mktemp("real") / "site"
    built = build(project, out, 2)
    assert not built.failed, built.problems
    return out


@pytest.fixture(scope="session")
def pages(site):
    """{path: HTML} of every page of the real site."""
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}


def text_of(html):
    """The words of a page, tags taken out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
