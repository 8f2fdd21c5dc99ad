"""hub pdf: print products, any choice of them, in any languages."""

from pathlib import Path

import click

from hub.check import check_project
from hub.library import Library
from hub.options import as_of_option, open_project, root_option
from hub.problem import ERROR
from hub.report import FORMATS
from hub.store import Store

WHOLE = ("poster", "recommendations", "directory", "cards", "handbook")


@click.command()
@click.option("--entry", "entries", multiple=True, metavar="ID", help="An entry; its file's name without .yml.")
@click.option("--country", "countries", multiple=True, metavar="CC", help="A country, such as FI.")
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="A theme, such as labour-exploitation.")
@click.option("--seminar", "seminars", multiple=True, metavar="ID", help="A pack file of seminars/packs/.")
@click.option("--ready", "whole", multiple=True, type=click.Choice(WHOLE), help="A product that needs no choice.")
@click.option("--all", "everything", is_flag=True, help="The whole handbook.")
@click.option("--lang", "languages", multiple=True, metavar="LANG", help="A language; several stand side by side in one pack.")
@click.option("--large-print", is_flag=True, help="16 points, ragged, no broken words.")
@click.option("--black-and-white", is_flag=True, help="Lines instead of coloured grounds.")
@click.option("--out", type=click.Path(path_type=Path), default=Path("."), help="A folder, or a file that ends in .pdf (default: here).")
@root_option
@as_of_option
def pdf(entries, countries, themes, seminars, whole, everything, languages, large_print, black_and_white, out, root, as_of):
    """Print entries, countries, themes or a seminar's pack as PDF. Several choices together make one pack."""
    # Only here: the typesetter takes a moment to load, and no other command needs it.
    from hub.print import pick
    from hub.print.typesetting import CannotPrint

    def say(text):
        click.echo(f"  {text}", err=True)

    project = open_project(root, as_of)
    say("reading entries")
    checked = check_project(project, Store(project.root / ".cache" / "documents"))
    errors = [problem for problem in checked.problems if problem.severity == ERROR]
    if errors:
        click.echo(FORMATS["text"](errors, checked.files), err=True)
        raise click.ClickException("nothing was printed")
    library = Library(project, checked.loaded)
    try:
        jobs = pick.jobs_for(library, entries, countries, themes, seminars, (*whole, *(["handbook"] if everything else [])), languages)
        if out.suffix == ".pdf" and len(jobs) > 1:
            raise click.UsageError(f"this makes {len(jobs)} files: name a folder with --out")
        for job in jobs:
            for sentence in pick.untranslated(library, job):
                say(sentence)
            say(f"setting {job.name} ({', '.join(job.languages)})")
            files, pages = pick.run(library, job, large_print, black_and_white)
            for name, content in files:
                target = out.with_suffix(Path(name).suffix) if out.suffix == ".pdf" else out / name
                pick.write_whole(target, content)
                click.echo(f"{target}: {pages} pages, {max(1, len(content) // 1000)} kB" if target.suffix == ".pdf" else str(target))
    except CannotPrint as error:
        raise click.ClickException(f"{error}\nNothing was written for it.") from None
    except OSError as error:
        raise click.ClickException(f"cannot write {error.filename}: {error.strerror}") from None
