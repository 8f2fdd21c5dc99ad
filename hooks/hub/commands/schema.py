"""`hub schema` and `hub problems`: what is made from the kinds and the rules, for text editors and for people."""

from pathlib import Path

import click

from hub.editor_schemas import editor_files
from hub.options import root_option
from hub.problem_guide import examples_in, pages


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Folder to write to (default: the project).")
@root_option
def schema(out, root):
    """Write the JSON Schemas for editors such as VS Code to schemas/, and the workspace settings that use them."""
    for path, text in editor_files(root).items():
        target = (out or root) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        click.echo(target)


@click.command()
@root_option
def problems(root):
    """Write the pages on what each problem code means, docs/<language>/problems.md, from the rules themselves."""
    for language, text in pages(examples_in(root / "tests" / "problems")).items():
        target = root / "docs" / language / "problems.md"
        target.write_text(text, "utf-8")
        click.echo(target)
