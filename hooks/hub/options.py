"""What several commands share: the project's folder and the day, as options."""

from datetime import date
from pathlib import Path

import click

from hub.project import read_project


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


def relative(root, path):
    """`path` as the project names it: relative to its root, with forward slashes."""
    if not Path(path).exists():
        raise click.UsageError(f"there is no file or folder {path}")
    try:
        return Path(path).resolve().relative_to(Path(root).resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{path} lies outside the project") from None
