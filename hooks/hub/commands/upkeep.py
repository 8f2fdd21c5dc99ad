"""`hub due` and `hub links`: what is to be looked at again, each with a checklist ready for an issue."""

import sys

import click

from hub.link_check import GONE, SILENT, addresses, check_links
from hub.link_check import as_markdown as links_as_markdown
from hub.link_check import as_text as links_as_text
from hub.load import find_files, load_entries
from hub.options import as_of_option, open_project, root_option
from hub.store import Store
from hub.upkeep import SOON, as_markdown, as_text, lapses, reviews

format_option = click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
country_option = click.option("--country", "countries", multiple=True, metavar="CODE", help="Only entries of this country; may be repeated.")


def records_of(project, countries):
    loaded = load_entries(project.root, find_files(project.root), Store(project.root / ".cache" / "documents-en"))
    return [record for record in sorted(loaded.records.values(), key=lambda record: record.id) if not countries or {*countries} & {*record.entry.countries}]


@click.command()
@click.option("--within", type=click.IntRange(0, 3650), default=SOON, show_default=True, help="Days to look ahead.")
@format_option
@country_option
@root_option
@as_of_option
def due(within, form, countries, root, as_of):
    """List entries to be reviewed and contacts that lapse soon."""
    records = records_of(open_project(root, as_of), countries)
    found = reviews(records, as_of, within), lapses(records, as_of, within)
    click.echo(as_markdown(*found, as_of) if form == "markdown" else as_text(*found), nl=form == "text")


@click.command()
@format_option
@country_option
@click.option("--pause", type=float, default=1.0, show_default=True, help="Seconds between two questions to one host.")
@root_option
@as_of_option
def links(form, countries, pause, root, as_of):
    """Ask every web address that entries and pages name whether it still answers. Needs the internet; no build ever does this.

    Exit code 1: a page is gone or does not answer.
    """
    project = open_project(root, as_of)
    named = addresses(records_of(project, countries), project.root)
    answers = check_links(list(named), lambda answer: click.echo(f"  {answer.state:8} {answer.url}", err=True), pause)
    click.echo(links_as_markdown(answers, named) if form == "markdown" else links_as_text(answers, named), nl=form == "text")
    sys.exit(1 if any(answer.state in (GONE, SILENT) for answer in answers) else 0)
