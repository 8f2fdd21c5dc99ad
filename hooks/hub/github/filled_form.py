"""A filled issue form -> a file of the hub. The text comes from anybody: it is data, read by the form's own labels and checked."""

import re
from dataclasses import dataclass

from hub.document import Fault, parse
from hub.github.issue_forms import FACTS, forms
from hub.kinds import KINDS
from hub.new_entry import entry_text, faults, near_duplicates, proposed_id, review_dates
from hub.patching import Unpatchable, block_of, replaced, without_field
from hub.writing import field_lines

NOTHING = "_No response_"


class Unclear(Exception):
    """The form cannot become a file; the message says what to change, in words for the person who filled it in."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """path and text of the file to write; none for a report that stays an issue. says: words for the pull request."""

    path: str
    text: str
    says: str


def outcome(project, loaded, body):
    """The Outcome of an issue's text; raises Unclear."""
    body = body.replace("\r\n", "\n")
    form = form_of(body)
    given = values(form, body)
    missing = [field.label for field in form.fields if field.required and not given.get(field.name)]
    if missing:
        raise Unclear(f"Please fill in: {', '.join(missing)}.")
    if form.adds:
        return new_entry(project, loaded, KINDS[form.adds], given)
    if form.label == "contact":
        return contact(project, loaded, given)
    return Outcome("", "", "A report, for people to read.")


def form_of(body):
    """The Form whose labels the text has, all of them."""
    headings = set(re.findall(r"^### (.+?)\s*$", body, re.M))
    for form in forms():
        if {field.label for field in form.fields} <= headings:
            return form
    raise Unclear("This is not one of the forms, or its headings were changed. Please open a new issue and choose a form.")


def values(form, body):
    """{field name: what was filled in}. Only the form's own headings count, each once, in their order: others are part of an answer."""
    found, starts, last = {}, [], 0
    for field in form.fields:
        at = re.compile(rf"^### {re.escape(field.label)}[ ]*$", re.M).search(body, last)
        if at is None:
            raise Unclear(f'The heading "{field.label}" is missing.')
        starts.append((field, at))
        last = at.end()
    ends = [*(at.start() for _, at in starts[1:]), len(body)]
    for (field, at), end in zip(starts, ends, strict=True):
        text = re.split(r"^### Before you send", body[at.end() : end], flags=re.M)[0].strip()
        if text and text != NOTHING and text != "None":
            found[field.name] = chosen(field, text)
    return found


def chosen(field, text):
    """Terms for what was picked from a list, else the text."""
    if field.kind != "dropdown":
        return text
    terms = {label: value for value, label in field.options}
    if not field.many:
        return terms.get(text, text)
    # Labels may hold commas, so they are looked for as they are.
    return [value for value, label in field.options if re.search(rf"(^|, ){re.escape(label)}($|, )", text)]


# ----------------------------------------------------------------------------------------------------------- a new entry


def new_entry(project, loaded, kind, given):
    answers = {name: value for name, value in given.items() if name in kind.model.model_fields and name not in (*FACTS, "sources", "lead_names")}
    answers["summary"] = " ".join(answers["summary"].split())
    answers["sources"] = [source_note(line, loaded) for line in lines_of(given["sources"])]
    if given.get("lead_names"):
        answers["lead_names"] = [given["lead_names"]]
    first = answers["sources"][0]
    for name in FACTS:
        if given.get(name):
            answers[name] = [fact(line, first, loaded) for line in lines_of(given[name])]
    answers |= {name: value for name, value in review_dates(kind, project.as_of).items()}
    wrong = faults(kind, answers)
    if wrong:
        raise Unclear("\n".join(f"- {name.replace('_', ' ')}: {words}" for name, words in wrong.items()))
    entry_id = proposed_id(project.root, kind, answers, loaded.kinds)
    path = f"{kind.folder}/{entry_id}.yml"
    ordered = {name: answers[name] for name in kind.model.model_fields if name in answers}
    near = near_duplicates(loaded.records.values(), answers)
    says = f"New {kind.name}: {answers['title']}"
    if near:
        says += "\n\nMay be the same thing: " + ", ".join(f"`{record.path}` ({score} %)" for score, record in near)
    return Outcome(path, entry_text(project.root, kind, ordered, path, bare=True), says)


def lines_of(text):
    return [line.strip(" -*\t") for line in text.splitlines() if line.strip(" -*\t")]


def source_note(line, loaded):
    source, _, at = line.partition(",")
    source = source.strip().strip("/").rpartition("/")[2]
    if loaded.kinds.get(source) != "source":
        raise Unclear(f'There is no source "{source}" in the hub yet. Sources are listed under /sources/ on the site; '
                      "if yours is missing, say so in a comment and an editor adds it first.")  # fmt: skip
    if not at.strip():
        raise Unclear(f'Please say where in "{source}" it stands: {source}, p. 3')
    return {"id": source, "at": at.strip()}


def fact(line, first, loaded):
    found = re.search(r"\s*\[([a-z0-9-]+,[^\[\]]+)\]\.?$", line)
    note = source_note(found[1], loaded) if found else first
    return {"text": line[: found.start()].strip() if found else line, "cite": f"{note['id']}, {note['at']}"}


# ------------------------------------------------------------------------------------------------------------- a contact


def contact(project, loaded, given):
    entry_id = given["entry"].strip().strip("/").rpartition("/")[2].rpartition("#")[2]
    record = loaded.records.get(entry_id)
    if record is None or not getattr(record.entry, "contacts", ()):
        raise Unclear(f'There is no entry "{entry_id}" with contacts.')
    index = channel_index(record, given)
    at = (*record.at, "contacts", index)
    text = (project.root / record.path).read_text("utf-8")
    channel = record.entry.contacts[index]
    try:
        text = CHANGES[given["what"]](text, at, channel, given)
    except (Unpatchable, Fault, KeyError, IndexError):
        raise Unclear("This entry is written in a way that a program cannot change safely. An editor will do it by hand.") from None
    return Outcome(record.path, text, f"Contact of {record.entry.title}: {channel.label} ({given['what']})")


def channel_index(record, given):
    fitting = [index for index, channel in enumerate(record.entry.contacts) if channel.type == given["type"]]
    label = given.get("label", "").casefold().strip()
    named = [index for index in fitting if record.entry.contacts[index].label.casefold() == label]
    if len(named) == 1:
        return named[0]
    if len(fitting) == 1 and not label:
        return fitting[0]
    there = "; ".join(f"{channel.type}: {channel.label}" for channel in record.entry.contacts)
    raise Unclear(f"Which of its contacts is it? Please write the label as it stands on the page. There are: {there}.")


def changed(text, at, channel, given):
    if not given.get("value"):
        raise Unclear("Please fill in: New number or address.")
    for name in ("verified_by_role", "verified_on"):  # nobody has checked the new one
        if getattr(channel, name):
            text = without_field(text, (*at, name))
    text = replaced(text, (*at, "value"), given["value"])
    if given.get("e164") and channel.e164:
        text = replaced(text, (*at, "e164"), digits_only(given["e164"]))
    elif channel.e164:
        text = without_field(text, (*at, "e164"))
    elif given.get("e164"):
        text = with_line(text, at, "value", *field_lines("e164", digits_only(given["e164"])))
    return seen(text, at, channel, given)


def digits_only(text):
    if not re.fullmatch(r"\+\d{7,15}", text):
        raise Unclear("The number in international form is a plus sign and digits only, such as +4570202550.")
    return text


def seen(text, at, channel, given):
    text = replaced(text, (*at, "page", "url"), given["url"])
    return replaced(text, (*at, "page", "taken_on"), given["taken_on"])


def checked(text, at, channel, given):
    if not given.get("role"):
        raise Unclear("Please fill in: Your role. A contact counts as checked only when it says in which role somebody checked it.")
    text = seen(text, at, channel, given)
    if channel.verified_on:
        text = replaced(text, (*at, "verified_on"), given["taken_on"])
        return replaced(text, (*at, "verified_by_role"), given["role"])
    return with_line(text, at, "page", *field_lines("verified_on", given["taken_on"]), *field_lines("verified_by_role", given["role"]))


def with_line(text, at, after, *new):
    """`text` with lines behind the field `after` of the group at `at`."""
    places = {}
    parse(text.encode(), places)
    lines = text.splitlines(keepends=True)
    _, end = block_of(lines, places, (*at, after))
    column = places[(*at, after)][1]
    made = "".join(lines[:end]) + "".join(f"{' ' * column}{line}\n" for line in new) + "".join(lines[end:])
    parse(made.encode())
    return made


def gone(text, at, channel, given):
    places = {}
    data = parse(text.encode(), places)
    holder = data
    for step in at[:-1]:
        holder = holder[step]
    if len(holder) == 1:
        return without_field(text, at[:-1])
    del holder[at[-1]]
    lines = text.splitlines(keepends=True)
    start = places[at][0]
    following = places.get((*at[:-1], at[-1] + 1))
    end = following[0] if following else block_of(lines, places, at[:-1])[1]
    made = "".join(lines[:start] + lines[end:])
    if parse(made.encode()) != data:
        raise Unpatchable("cannot take the contact out")
    return made


CHANGES = {"changed": changed, "checked": checked, "seen": seen, "gone": gone}
