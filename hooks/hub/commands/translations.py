"""`hub translate status`, `export` and `import`."""

import sys
from collections import Counter
from pathlib import Path

import click

from hub.check import check_project, within
from hub.exchange import judged, segments
from hub.exchange_formats import ENDINGS, FORMATS, Damaged
from hub.library import Library
from hub.options import as_of_option, open_project, root_option
from hub.progress import STATES, changes, counts, difference, states_of
from hub.store import Store
from hub.translation import DRAFT, MISSING, OUTDATED, REVIEWED

HEADINGS = {MISSING: "missing", "partial": "in part", OUTDATED: "outdated", DRAFT: "draft", REVIEWED: "reviewed"}


def loaded_project(root, as_of):
    project = open_project(root, as_of)
    return project, check_project(project, Store(project.root / ".cache" / "documents")).loaded


def known_language(project, language):
    if language not in project.languages[1:]:
        raise click.UsageError(f'"{language}" is not a language to translate into; there are {", ".join(project.languages[1:])}')


@click.command()
@click.argument("language", metavar="[LANG]", required=False)
@click.option("--changes", "show", is_flag=True, help="Show each outdated text with what changed in the English.")
@root_option
@as_of_option
def status(language, show, root, as_of):
    """Show for each language and kind how many entries are missing, outdated, draft or reviewed."""
    project, loaded = loaded_project(root, as_of)
    if language:
        known_language(project, language)
    library = Library(project, loaded)
    kinds = {record.id: record.kind.name for record in library.records.values()}
    for code in [language] if language else project.languages[1:]:
        table = counts(kinds, states_of(library, code))
        click.echo(f"{code:16}" + "".join(f"{HEADINGS[state]:>10}" for state in STATES))
        for name, row in [*table.items(), ("all", sum(table.values(), Counter()))]:
            click.echo(f"  {name:14}" + "".join(f"{row[state] or '-':>10}" for state in STATES))
        click.echo()
        for change in changes(library, code) if show else ():
            click.echo(f"{change.entry}/{change.path}\n  {in_print(change)}\n  {code}: {change.translated}\n")


def in_print(change):
    if not change.before:
        return f"English now: {change.now}"
    signs = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "English: " + " ".join(signs[how].format(words) for how, words in difference(change.before, change.now))


@click.command(name="export")
@click.argument("language", metavar="LANG")
@click.argument("wanted", nargs=-1, metavar="[ID|FOLDER...]")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File to write; .po, .xlf or .xliff says the format.")
@click.option("--only", type=click.Choice(["all", "open"]), default="all", show_default=True, help="open: missing and outdated texts only.")
@root_option
@as_of_option
def export(language, wanted, out, only, root, as_of):
    """Write the texts of entries (all, or those named by ID or FOLDER) to a file for translation tools, with the glossary's terms."""
    project, loaded = loaded_project(root, as_of)
    known_language(project, language)
    form = form_of(out)
    for name in wanted:
        if name not in loaded.records and not (project.root / name).exists():
            raise click.UsageError(f'there is no entry or folder "{name}"')

    def chosen(record):
        return not wanted or record.id in wanted or record.listed_in in wanted or within(record.path, [name.rstrip("/") for name in wanted])

    found = [one for one in segments(loaded, project.root, language, chosen) if only == "all" or one.state in (MISSING, OUTDATED)]
    out.write_bytes(FORMATS[form][0](found, language))
    states = Counter(one.state for one in found)
    click.echo(f"{out}: {len(found)} texts" + "".join(f", {states[state]} {state}" for state in STATES if states[state]))


def form_of(path):
    if path.suffix not in ENDINGS:
        raise click.UsageError(f"the file's name says the format: {', '.join(ENDINGS)}")
    return ENDINGS[path.suffix]


@click.command(name="import")
@click.argument("language", metavar="LANG")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reviewed-by", "reviewer", default="", metavar="ROLE", help="A person in this role has read all texts; never a name.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@root_option
@as_of_option
def import_(language, file, reviewer, dry_run, root, as_of):
    """Take the translations of FILE into the hub. A text that is stale, damaged or refused by the checks is left out and shown.

    Exit code 0: everything was taken. 1: something was refused.
    """
    project, loaded = loaded_project(root, as_of)
    known_language(project, language)
    try:
        received = FORMATS[form_of(file)][1](file.read_bytes())
    except Damaged as error:
        raise click.ClickException(f"{file}: {error}; nothing was changed") from None
    result = judged(loaded, project, language, received, reviewer)
    for path, text in result.files.items():
        if not dry_run:
            (project.root / path).write_text(text, "utf-8")
        click.echo(f"{'would write' if dry_run else 'written'}: {path}")
    for refused in result.refused:
        click.echo(f"\nrefused: {refused.segment.id}\n  {refused.reason}")
        if refused.now:
            click.echo(f"  in the file: {refused.segment.source if refused.now != refused.segment.source else ''}\n  in the hub:  {refused.now}")
        click.echo(f"  your text:   {refused.segment.target}")
    for one in result.left:
        click.echo(f"\nleft as it was (empty or marked as unfinished in the file): {one.id}" + (f"\n  your text:   {one.target}" if one.target else ""))
    for words in result.warnings:
        click.echo(f"\nwarning: {words}")
    click.echo(f"\n{len(result.taken)} taken, {result.unchanged} unchanged, {len(result.left)} left open, {len(result.refused)} refused")
    sys.exit(1 if result.refused else 0)
