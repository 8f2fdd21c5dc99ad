"""`hub new KIND`: asks for what an entry needs, warns of what may be the same thing, writes the file and checks it."""

import sys

import click

from hub.check import check_files
from hub.document import Fault, parse
from hub.kinds import KINDS
from hub.labels import labels
from hub.load import find_files, load_entries
from hub.new_entry import SAME, entry_text, faults, near_duplicates, proposed_id, questions, review_dates
from hub.options import as_of_option, open_project, root_option
from hub.problem import ERROR
from hub.report import as_text
from hub.shape import closest
from hub.store import Store
from hub.vocabulary import vocabulary

HISTORY_UNTIL = 2014


@click.command()
@click.argument("kind_name", metavar="[KIND]", required=False, type=click.Choice(list(KINDS)))
@click.argument("entry_id", metavar="[ID]", required=False)
@click.option("--title", help="At most 15 words.")
@click.option("--summary", help="What it is and why it matters; at most 100 words.")
@click.option("--country", "countries", multiple=True, help="Code such as NO; may be repeated.")
@click.option("--scope", help="Where it belongs when it is not one country's.")
@click.option("--theme", "themes", multiple=True, help="May be repeated.")
@click.option("--status", help="current, historical, proposed or ended.")
@click.option("--facts-of", "facts_of", help="The date the facts describe: 2021, 2021-11 or 2021-11-18.")
@click.option("--source", "sources", multiple=True, metavar='"ID, PLACE"', help='Such as "nordic-seminar-2022, p. 33"; may be repeated.')
@click.option("--set", "others", multiple=True, metavar="FIELD=VALUE", help="Any other field, its value as in YAML; may be repeated.")
@click.option("--no-input", is_flag=True, help="Ask nothing: what is missing is an error.")
@click.option("--anyway", is_flag=True, help="Write the entry although one of the same name is there.")
@click.option("--bare", is_flag=True, help="Only the fields that were given, without the empty ones as comments.")
@root_option
@as_of_option
def new(kind_name, entry_id, title, summary, countries, scope, themes, status, facts_of, sources, others, no_input, anyway, bare, root, as_of):
    """Write a new entry of a KIND, from an interview or from the options.

    ID is the file's name; without one, a fitting one is proposed.
    """
    project = open_project(root, as_of)
    ask = not no_input
    kind_name = kind_name or (asked_kind() if ask else fail(f"name a kind: {', '.join(KINDS)}"))
    kind = KINDS[kind_name]
    loaded = load_entries(project.root, find_files(project.root), Store(project.root / ".cache" / "documents-en"))
    given = {"title": title, "summary": summary, "countries": list(countries), "scope": scope, "themes": list(themes), "status": status,
             "as_of": facts_of, "sources": [source_note(text) for text in sources]}  # fmt: skip
    answers = {name: value for name, value in given.items() if value} | dict(map(other_field, others))
    sources_there = sorted(key for key, name in loaded.kinds.items() if name == "source")
    for question in questions(kind):
        if question.name == "scope" and answers.get("countries") and len(answers["countries"]) == 1:
            continue
        if question.name not in answers and ask:
            answer = asked(kind, question, answers, sources_there)
            if answer:
                answers[question.name] = answer
        if question.name in ("countries", "scope") and "title" in answers and (answers.get("countries") or question.name == "scope"):
            confirm_new(loaded, answers, ask, anyway)
            anyway = True  # asked once
    answers = review_dates(kind, as_of) | answers
    wrong = faults(kind, answers)
    if wrong:
        fail("\n".join(f"{flag_of(name)}: {words}" for name, words in wrong.items()))
    entry_id = entry_id or named(project.root, kind, answers, loaded.kinds, ask)
    if entry_id in loaded.kinds:
        fail(f'the id "{entry_id}" is taken')
    path = f"{kind.folder}/{entry_id}.yml"
    ordered = {name: answers[name] for name in kind.model.model_fields if name in answers}
    (project.root / path).write_text(entry_text(project.root, kind, ordered, path, bare), "utf-8")
    checked = check_files(project, [path])
    say_next(project, kind, path, entry_id, checked)
    sys.exit(1 if any(problem.severity == ERROR for problem in checked.problems) else 0)


def fail(words):
    raise click.UsageError(words)


def flag_of(name):
    flags = {"countries": "--country", "themes": "--theme", "as_of": "--facts-of", "sources": "--source"}
    return flags.get(name, f"--{name}" if name in ("title", "summary", "scope", "status") else f"--set {name}=...")


def source_note(text):
    """{"id": ..., "at": ...} from "id, place"."""
    source, comma, at = text.partition(",")
    if not comma or not at.strip():
        fail(f'"{text}" does not name a source and a place in it, such as: nordic-seminar-2022, p. 33')
    return {"id": source.strip(), "at": at.strip()}


def other_field(text):
    name, sign, value = text.partition("=")
    try:
        return name, parse(f"x: {value}\n".encode())["x"]
    except (Fault, KeyError):
        fail(f'cannot read "{text}"; write FIELD=VALUE, lists in brackets: roles=[police, helpline]')


# --------------------------------------------------------------------------------------------------------------- asking


def asked_kind():
    for name in KINDS:
        click.echo(f"  {name:15} {labels('en').definition('kinds', name) or labels('en').plural('kinds', name)}")
    return click.prompt("What is it", type=click.Choice(list(KINDS)), show_choices=False)


def asked(kind, question, answers, sources):
    """The answer to one question, asked until it is right."""
    click.echo()
    if question.vocabulary:
        click.echo(terms_of(question.vocabulary))
    while True:
        answer = read_answer(question, answers, sources)
        if not answer:
            if question.name in ("countries", "scope"):
                return None
            continue
        wrong = faults(kind, answers | {question.name: answer}).get(question.name)
        if not wrong and question.name == "sources":
            wrong = next((f'There is no source "{note["id"]}". {closest(note["id"], sources)}' for note in answer if note["id"] not in sources), None)
        if not wrong:
            return answer
        click.echo(f"  {wrong}")


def read_answer(question, answers, sources):
    label = f"{question.name.replace('_', ' ')} ({question.help.rstrip('.')})" if question.help else question.name.replace("_", " ")
    if question.name == "sources":
        click.echo(f"  Sources: {', '.join(sources)}")
        return several(f"{label}: one in a line, as ID, PLACE; an empty line ends", lambda text: source_note_or_nothing(text))
    if question.name == "countries":
        label = "countries (codes, or nothing when it is no country's)"
    if question.name == "cite":
        label = "cite (the source's id, a comma and the place in it)"
    if question.name in ("columns", "rows", "layers"):
        return structure(question.name, answers)
    default = {"status": "historical" if str(answers.get("as_of", "9999"))[:4] <= str(HISTORY_UNTIL) else "current", "countries": "", "scope": ""}.get(question.name)
    text = click.prompt(label, default=default, show_default=bool(default)).strip()
    if question.name == "countries":
        return [code.strip().upper() for code in text.split(",") if code.strip()]
    return [item.strip() for item in text.split(",") if item.strip()] if question.many else text


def several(label, read):
    click.echo(label)
    items = []
    while text := click.prompt(">", default="", show_default=False).strip():
        item = read(text)
        if item:
            items.append(item)
    return items


def source_note_or_nothing(text):
    try:
        return source_note(text)
    except click.UsageError as error:
        click.echo(f"  {error.message}")
        return None


def structure(name, answers):
    """The least that the parts of a table or a mechanism need; their texts are filled in later, in the file."""
    if name == "layers":
        return [{"as_of": answers["as_of"]}]
    if name == "columns":
        return several("columns: the heading of each, beside the first; an empty line ends", lambda text: {"label": text})
    labels_given = several("rows: the name of each, or a country's code; an empty line ends", lambda text: text)
    empty = [{"text": "not stated"} for _ in answers["columns"]]
    return [{"country" if len(text) == 2 and text.isupper() else "label": text, "cells": empty} for text in labels_given]


def terms_of(name):
    """The allowed terms, each with what it means, in the groups of the vocabulary."""
    words = labels("en")
    lines, group = [], None
    for term in vocabulary(name).terms.values():
        if term.group != group and term.group:
            lines.append(f"  {words.group(name, term.group)}")
        group = term.group
        lines.append(f"    {term.id:34} {words.term(name, term.id)}")
    return "\n".join(lines)


def confirm_new(loaded, answers, ask, anyway):
    """Stop before the same thing is written a second time."""
    near = near_duplicates(loaded.records.values(), answers)
    if not near or anyway:
        return
    click.echo("\nThese entries may be about the same thing:")
    for score, record in near:
        click.echo(f"  {score:3} %  {record.path}\n         {record.entry.title} ({', '.join(record.entry.countries) or record.entry.scope})")
    if ask:
        if not click.confirm("Go on with a new entry (no: correct the one that is there)", default=near[0][0] < SAME):
            raise click.ClickException("nothing was written")
    elif near[0][0] >= SAME:
        fail("an entry of that name is there; correct it, or write a second one with --anyway")


def named(root, kind, answers, taken, ask):
    proposal = proposed_id(root, kind, answers, taken)
    if not ask:
        return proposal
    click.echo("\nThe file's name is the entry's id and part of its address. It never changes.")
    return click.prompt("id", default=proposal).strip()


def say_next(project, kind, path, entry_id, checked):
    errors = [problem for problem in checked.problems if problem.severity == ERROR]
    click.echo(f"\nWritten: {path}\n")
    if checked.problems:
        click.echo(as_text(checked.problems, checked.files) + "\n")
    others = " or ".join(project.languages[1:])
    click.echo("Next:")
    steps = [
        *(["Mend what the check found, above."] if errors else []),
        f"Open {path} and fill in what you know; every fact needs its cite.",
        f"hub check {path}",
        f"hub serve, then look at http://127.0.0.1:8000/{kind.section}/{entry_id}/",
        f"hub translate start LANG {entry_id}   (LANG: {others})",
        "Send the file as a pull request; docs/en/contribute.md says how.",
    ]
    for number, step in enumerate(steps, 1):
        click.echo(f"  {number}. {step}")
