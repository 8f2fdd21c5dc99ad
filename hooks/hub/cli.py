"""The `hub` command: one function for each subcommand, each a thin call into the library."""

import json
import os
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import click

from hub import catalogue
from hub.admin import PACKAGES, NotInstalled
from hub.build import build as build_site
from hub.check import check_files, check_project, within
from hub.diff import NotData, differences, read_published
from hub.engine import EngineFailed
from hub.handover import CannotMerge
from hub.commands import COMMANDS, TRANSLATE
from hub.options import as_of_option, open_project, relative, root_option
from hub.problem import ERROR
from hub.report import FORMATS
from hub.serve import Preview
from hub.serve import serve as serve_preview
from hub.shape import closest
from hub.stamping import skeleton, stamped


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nordic-baltic-hub", message="%(version)s")
def main():
    """The Nordic-Baltic Hub against Trafficking in Human Beings: check, build and edit it."""


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
    checked = check_files(project, [relative(project.root, path) for path in paths]) if paths else check_project(project)
    click.echo(FORMATS[form](checked.problems, checked.files))
    sys.exit(1 if any(problem.severity == ERROR for problem in checked.problems) else 0)


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Folder for the site (default: site).")
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, show_default=True, help="Languages drawn at once.")
@click.option("--lang", "languages", multiple=True, metavar="LANG", help="Draw this language alone, as a part for --parts; may be repeated.")
@click.option("--parts", multiple=True, type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="FOLDER", help="Put the site together from a part made with --lang; repeated until all languages are there.")
@click.option("--admin", is_flag=True, help="Put the web form for editors beside the site, under admin/.")
@click.option("--pages-only", is_flag=True, help="Leave search index, printed packs and open data out, for a quick look.")
@click.option("--quiet", is_flag=True, help="Say nothing but problems.")
@root_option
@as_of_option
def build(out, jobs, languages, parts, admin, pages_only, quiet, root, as_of):
    """Build the whole site. When anything fails, the last good site stays where it is."""
    project = open_project(root, as_of)
    unknown = [language for language in languages if language not in project.languages]
    if unknown:
        raise click.UsageError(f'"{unknown[0]}" is not a language of this hub; there are {", ".join(project.languages)}')
    if languages and (parts or pages_only):
        raise click.UsageError("--lang draws a part for --parts; it goes with neither --parts nor --pages-only")
    out = out or project.root / (f"part-{'-'.join(languages)}" if languages else "site")
    if languages and (out / "index.html").exists():
        raise click.UsageError(f"{out} holds a site, and a part would take its place; name another folder with --out")
    say = (lambda text: None) if quiet else (lambda text: click.echo(f"  {text}", err=True))
    try:
        built = build_site(project, out, jobs, say, pages_only=pages_only, languages=languages, parts=parts, admin=project.root / PACKAGES if admin else None)
    except NotInstalled:
        raise click.ClickException("the program of the web form is not installed; run: make admin") from None
    except CannotMerge as error:
        raise click.ClickException(f"{error}\nNothing was built; the last good site is untouched.") from None
    except EngineFailed as error:
        raise click.ClickException(f"the site generator stopped; the last good site is untouched.\n{error}") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename or 'to the disk'}: {error.strerror}; the last good site is untouched") from None
    if built.failed:
        click.echo(FORMATS["text"](built.problems, built.files), err=True)
        raise click.ClickException("nothing was built; the last good site is untouched")
    warnings = f", {len(built.problems)} warnings (hub check lists them)" if built.problems else ""
    if not quiet:
        click.echo(f"{built.pages} pages in {built.out} after {built.seconds:.1f} s{warnings}")
    sys.stdout.flush()
    os._exit(0)  # everything is written; taking a million objects apart one by one would cost a fifth of a warm build


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@root_option
@as_of_option
def serve(port, root, as_of):
    """Show the site in a browser and keep it in step with the files while you edit."""
    project = open_project(root, as_of)
    preview = Preview(project, project.root / ".cache" / "preview", click.echo)

    def report(checked, changes=()):
        for path in changes:
            click.echo(f"changed: {relative(project.root, path) if Path(path).exists() else path}")
        shown = [problem for problem in checked.problems if problem.severity == ERROR or changes]
        click.echo(FORMATS["text"](shown, checked.files))

    try:
        report(preview.refresh())
        serve_preview(preview, "127.0.0.1", port)
        click.echo(f"http://127.0.0.1:{port}/  (Ctrl-C ends it)")
        preview.follow(report)
    except EngineFailed as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        pass


@main.command()
@click.argument("old", type=click.Path(exists=True, path_type=Path))
@click.argument("new", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def diff(old, new, form):
    """List what was added, changed, translated, moved and withdrawn between two published data sets.

    OLD and NEW are built sites, their api/v1 folders, or hub-data.zip files. Exit code 1: an id vanished without a word.
    """
    try:
        found = differences(read_published(old), read_published(new))
    except NotData as error:
        raise click.UsageError(str(error)) from None
    click.echo(json.dumps(found.as_data(), ensure_ascii=False, indent=1) if form == "json" else found.as_text())
    sys.exit(1 if found.vanished else 0)


@main.group()
def translate():
    """Start translations and keep them in step with the English text."""


@translate.command()
@click.argument("language", metavar="LANG")
@click.argument("entry_id", metavar="ID")
@root_option
def start(language, entry_id, root):
    """Write a translation file for the entry ID, with the English texts as comments."""
    project = open_project(root, date.today())
    records = check_project(project).loaded.records
    if language not in project.languages[1:]:
        raise click.UsageError(f'"{language}" is not a language to translate into; there are {", ".join(project.languages[1:])}')
    if entry_id not in records:
        raise click.UsageError(f'there is no entry "{entry_id}". {closest(entry_id, records)}')
    record = records[entry_id]
    path = project.root / f"{record.path.removesuffix('.yml')}.{language}.yml"
    if path.exists():
        raise click.UsageError(f"{path} is there already")
    members = [other for other in records.values() if other.listed_in == entry_id]
    path.write_text(skeleton(record, members), "utf-8")
    click.echo(f"{path}\nFill it in, then run: hub translate stamp {path}")


@translate.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--accept", is_flag=True, help="Also for texts whose English has changed: they have been looked at again.")
@root_option
def stamp(paths, accept, root):
    """Note in the translation files at PATH which English text each text translates."""
    project = open_project(root, date.today())
    loaded = check_project(project).loaded
    wanted = [relative(project.root, path) for path in paths]
    files = defaultdict(list)
    for (entry_id, _), translation in loaded.translations.items():
        if within(translation.path, wanted):
            files[translation.path].append((loaded.records[entry_id], translation))
    for path, held in sorted(files.items()):
        old = (project.root / path).read_text("utf-8")
        new = stamped(old, held, accept)
        if new != old:
            (project.root / path).write_text(new, "utf-8")
            click.echo(f"{path}: {sum(len(translation.texts) for _, translation in held)} texts")


@translate.command()
@click.option("--update", is_flag=True, help="Bring the catalogues up to date first.")
@root_option
def labels(update, root):
    """Show how many words of the interface each language lacks."""
    for language in open_project(root, date.today()).languages[1:]:
        missing = catalogue.update(language) if update else len(catalogue.untranslated(catalogue.read(language)))
        click.echo(f"{language}: {missing} words missing")


for command in COMMANDS:
    main.add_command(command)
for command in TRANSLATE:
    translate.add_command(command)


if __name__ == "__main__":
    main()
