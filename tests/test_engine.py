"""Engine insurance: the maintained successor of the generator builds the same tree into the same pages."""

import subprocess
import sys

from conftest import DAY, copy_mini
from hub.build import build
from hub.project import read_project
from test_build import ENVIRONMENT, differing, made


def test_properdocs_gives_the_same_pages(mini, tmp_path):
    """As the library's engine, and as the command that an operator would type."""
    site = made(mini)
    other = copy_mini(tmp_path / "other")
    built = build(read_project(other, DAY), other / "site", 1, command="properdocs")
    assert not built.failed
    assert differing(site, other / "site") == []
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "alone"],
        cwd=mini, env=ENVIRONMENT, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    besides = ("api/v1/", "assets/search/", "downloads/", "feeds/", "is/feeds/", "sv/feeds/")  # made by hub build
    assert [path for path in differing(site, mini / "alone") if not path.startswith(besides)] == []
