"""hub export-docs: the built site as plain Markdown."""

from pathlib import Path

import click

from hub.options import as_of_option, open_project, root_option


@click.command("export-docs")
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--site", type=click.Path(file_okay=False, path_type=Path), default=None, help="The built site (default: site).")
@root_option
@as_of_option
def export_docs(out, site, root, as_of):
    """Write the built site as a tree of plain Markdown files to the folder OUT, for another generator or for reading.

    Each file begins with what is known of the page, as YAML; links between pages lead from file to file.
    """
    # Only here: no other command needs the converter.
    from hub.markdown_tree import NoSite, markdown_tree, write_tree

    project = open_project(root, as_of)
    if out.exists() and any(out.iterdir()):
        raise click.UsageError(f"{out} is not empty; name a new folder, so that nothing is mixed or lost")
    try:
        files = markdown_tree(site or project.root / "site", project.site_url, project.languages)
    except NoSite as error:
        raise click.UsageError(str(error)) from None
    click.echo(f"{write_tree(files, out)} files in {out}")
