"""`hub forms`, `hub form` and `hub changes`: what the workflows on GitHub run; each runs here just the same."""

import json
import sys
from pathlib import Path

import click

from hub.check import check_files
from hub.github.changes import NoSuchCommit
from hub.github.changes import changes as changes_between
from hub.github.filled_form import Unclear, outcome
from hub.github.issue_forms import form_files
from hub.github.owners import owners
from hub.load import find_files, load_entries
from hub.options import as_of_option, open_project, root_option
from hub.problem import ERROR
from hub.report import as_text
from hub.store import Store


@click.command()
@root_option
@as_of_option
def forms(root, as_of):
    """Write the issue forms and CODEOWNERS for GitHub, made from the kinds and the languages."""
    project = open_project(root, as_of)
    for path, text in (form_files() | {".github/CODEOWNERS": owners(project)}).items():
        target = project.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        click.echo(path)


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--event", is_flag=True, help="FILE is GitHub's event, as JSON, not the issue's text.")
@click.option("--answer", type=click.Path(dir_okay=False, path_type=Path), help="Write the words for the person who filled the form in here.")
@root_option
@as_of_option
def form(file, event, answer, root, as_of):
    """Turn a filled issue form (its text in FILE) into a checked file of the hub. Prints the file's path.

    Exit code 0: written, or nothing to write. 1: the form has to be changed first; the answer says how, and no file is left behind.
    """
    project = open_project(root, as_of)
    body = file.read_text("utf-8")
    if event:
        body = json.loads(body)["issue"]["body"] or ""
    loaded = load_entries(project.root, find_files(project.root), Store(project.root / ".cache" / "documents-en"))
    try:
        made = outcome(project, loaded, body)
    except Unclear as error:
        tell(answer, f"Thank you. Before this can become a page, one thing is needed. Edit the issue, and it is tried again.\n\n{error}")
        sys.exit(1)
    if not made.path:
        tell(answer, made.says)
        return
    target = project.root / made.path
    before = target.read_bytes() if target.exists() else None
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(made.text, "utf-8")
    checked = check_files(project, [made.path])
    if any(problem.severity == ERROR for problem in checked.problems):
        if before is None:
            target.unlink()
        else:
            target.write_bytes(before)
        tell(answer, "Thank you. The check found something. Edit the issue, and it is tried again.\n\n```\n" + as_text(checked.problems, checked.files).replace("```", "'''") + "\n```")
        sys.exit(1)
    tell(answer, made.says)
    click.echo(made.path)


def tell(answer, words):
    if answer:
        answer.write_text(words + "\n", "utf-8")
    click.echo(words, err=True)


@click.command()
@click.argument("base")
@click.argument("head", required=False, default="")
@root_option
@as_of_option
def changes(base, head, root, as_of):
    """Say in words what changed from the commit BASE to HEAD, or to the files as they are now: pages, translations, review dates."""
    try:
        click.echo(changes_between(open_project(root, as_of), base, head), nl=False)
    except NoSuchCommit as error:
        raise click.UsageError(f'git knows no commit "{error}"') from None
