"""Recipes of deploy/: valid for the service they are for, and what the matrix runs, run here."""

import os
import shutil
import subprocess
import sys

import pytest
import yaml
from check_jsonschema.cli import main as check_schema
from click.testing import CliRunner
from conftest import DAY, ROOT, copy_mini
from hub.build import build
from hub.project import read_project
from test_build import ENVIRONMENT, differing

DEPLOY = ROOT / "deploy"
MATRIX = yaml.safe_load((DEPLOY / "github-matrix.yml").read_text("utf-8"))


@pytest.mark.parametrize("name", ["github-pages", "github-matrix", "gitlab-pages"])
def test_recipes_are_valid_for_their_service(name):
    schema = "vendor.gitlab-ci" if name.startswith("gitlab") else "vendor.github-workflows"
    result = CliRunner().invoke(check_schema, ["--builtin-schema", schema, str(DEPLOY / f"{name}.yml")])
    assert result.exit_code == 0, result.output


def test_matrix_draws_every_language(project):
    assert MATRIX["jobs"]["language"]["strategy"]["matrix"]["language"] == list(project.languages)


def step(job, name):
    return next(step["run"] for step in MATRIX["jobs"][job]["steps"] if step.get("name") == name)


def run(command, folder, **variables):
    """A step as the service runs it: bash that stops at the first fault, in the checkout."""
    (folder / ".venv/bin").mkdir(parents=True, exist_ok=True)
    hub = folder / ".venv/bin/hub"
    hub.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hub "$@"\n')
    hub.chmod(0o755)
    done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", command], cwd=folder, env=ENVIRONMENT | variables, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_matrix_makes_the_site_that_one_machine_makes(mini, tmp_path):
    whole = build(read_project(mini, DAY), mini / "site", 2)
    assert not whole.failed
    last = copy_mini(tmp_path / "last")
    for language in read_project(mini, DAY).languages:
        machine = copy_mini(tmp_path / f"machine-{language}")
        run(step("language", "Draw one language"), machine, LANGUAGE=language, AS_OF=DAY.isoformat())
        shutil.copytree(machine / f"part-{language}", last / "parts" / f"part-{language}", copy_function=shutil.copyfile)
    run(step("site", "Put the languages together"), last, AS_OF=DAY.isoformat())
    assert differing(mini / "site", last / "site") == []


def test_container_recipe_names_files_that_are_there():
    lines = (DEPLOY / "Containerfile").read_text("utf-8").splitlines()
    copied = [line.split()[1] for line in lines if line.startswith("COPY deploy/")]
    assert copied and all((ROOT / path).is_file() for path in copied)
    assert all(os.access(DEPLOY / name, os.X_OK) for name in ["release.sh"])
