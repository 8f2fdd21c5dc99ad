"""`hub admin`: the web form for editors, built only when it is asked for."""

from pathlib import Path

import click

from hub.admin import PACKAGES, NotInstalled, write_admin
from hub.options import as_of_option, open_project, root_option


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("site/admin"), show_default=True, help="Folder to write to.")
@click.option("--packages", type=click.Path(path_type=Path), default=PACKAGES, show_default=True, help="Where npm put its packages.")
@root_option
@as_of_option
def admin(out, packages, root, as_of):
    """Write the web form for editors (Sveltia CMS), to be served at /admin/ beside the site. First: npm ci in admin/."""
    try:
        write_admin(open_project(root, as_of), packages, out)
    except NotInstalled:
        raise click.ClickException("the form's program is not installed; run: make admin") from None
    click.echo(f"{out}/index.html")
