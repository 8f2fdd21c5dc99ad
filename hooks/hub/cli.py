"""The `hub` command: one function for each subcommand, each a thin call into the library."""

import sys
from datetime import date
from pathlib import Path

import click

from hub.check import check_project
from hub.problem import ERROR
from hub.project import read_project
from hub.report import FORMATS


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nordic-baltic-hub", message="%(version)s")
def main():
    """The Nordic-Baltic Hub against Trafficking in Human Beings: check, build and edit it."""


def the_day(context, parameter, value):
    try:
        return date.fromisoformat(value) if value else date.today()
    except ValueError:
        raise click.BadParameter(f'"{value}" is not a day; write 2026-11-21') from None


root_option = click.option("--root", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".", show_default=True,
                           help="Folder with mkdocs.yml.")  # fmt: skip
as_of_option = click.option("--as-of", callback=the_day, metavar="DATE", help="Check and build as on this day (default: today).")


def open_project(root, as_of):
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"there is no mkdocs.yml in {root.resolve()}; change to the project's folder or name it with --root")
    return read_project(root, as_of)


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@root_option
@as_of_option
def check(paths, form, root, as_of):
    """List all problems of the entries, or of the files and folders at PATH only.

    Exit code 0: no errors (warnings never fail). 1: errors. 2: the command was called in a wrong way.
    """
    project = open_project(root, as_of)
    checked = check_project(project)
    problems, files = checked.problems, checked.files
    if paths:
        wanted = [relative(project.root, path) for path in paths]
        problems = [problem for problem in problems if within(problem.path, wanted)]
        files = sum(within(item.path, wanted) for item in (*checked.loaded.records.values(), *checked.loaded.translations.values()))
    click.echo(FORMATS[form](problems, files))
    sys.exit(1 if any(problem.severity == ERROR for problem in problems) else 0)


def relative(root, path):
    if not Path(path).exists():
        raise click.UsageError(f"there is no file or folder {path}")
    try:
        return Path(path).resolve().relative_to(Path(root).resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{path} lies outside the project") from None


def within(path, wanted):
    return any(place == "." or path == place or path.startswith(place + "/") for place in wanted)


if __name__ == "__main__":
    main()
