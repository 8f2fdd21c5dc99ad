"""Issue forms for people who have no editor at hand, made from the kinds: the same words, the same pick lists.

The labels of the fields are what a filled form is read by (filled_form.py), so they are unique within a form.
"""

from dataclasses import dataclass

import yaml

from hub.kinds import KINDS
from hub.labels import labels
from hub.new_entry import vocabulary_of
from hub.vocabulary import vocabulary

FOLDER = ".github/ISSUE_TEMPLATE"
SAFE = (
    "**Everything you write here is public for ever.** No address or description of a shelter's place, no name, mailbox or mobile number "
    "of a person, nothing from a case. If such a thing stands in the hub, do not write it here: use *Security*, *Report a vulnerability*."
)


@dataclass(frozen=True, slots=True)
class Field:
    """name: of the entry's field, or of what the form asks. kind: input, textarea or dropdown. options: (value, label) pairs."""

    name: str
    kind: str
    label: str
    help: str = ""
    example: str = ""
    required: bool = False
    options: tuple = ()
    many: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    file: str
    name: str
    about: str
    title: str
    label: str
    fields: tuple
    adds: str = ""  # the kind of entry that a filled form becomes


FACTS = ("problem", "approach", "results", "what_did_not_work", "conditions_for_transfer")
PER_LINE = " One fact in a line. It counts as taken from the first source, unless the line ends with another in brackets: [source-id, p. 3]."


def entry_field(kind, name, label, example="", kind_of_field=None):
    """A form's field for a field of an entry: help and terms come from the kind."""
    info = KINDS[kind].model.model_fields[name]
    terms = vocabulary_of(info)
    words = labels("en")
    options = tuple((key, f"{key}: {words.term(terms, key)}") for key in vocabulary(terms).terms) if terms else ()
    return Field(name, "dropdown" if options else kind_of_field or "input", label, info.description or "", example, info.is_required(), options,
                 getattr(info.annotation, "__origin__", None) is tuple)  # fmt: skip


def forms():
    """Every Form."""
    return (
        Form("suggest-a-practice.yml", "Suggest a practice", "Something others can learn from or copy, with its source.", "Practice: ", "suggestion", (
            entry_field("practice", "title", "Title", "Night-time outreach by a mixed team"),
            entry_field("practice", "countries", "Countries"),
            entry_field("practice", "summary", "Summary", kind_of_field="textarea"),
            entry_field("practice", "themes", "Themes"),
            entry_field("practice", "status", "Status"),
            entry_field("practice", "as_of", "Date of the facts", "2021"),
            Field("sources", "textarea", "Sources", "Where the facts come from: the source's id (the last part of its page's address under Sources), a comma and the place "
                  "in it. One in a line.", "nordic-seminar-2022, pp. 33-34", True),
            Field("lead_names", "input", "Led by", KINDS["practice"].model.model_fields["lead_names"].description),
            *(entry_field("practice", name, name.replace("_", " ").capitalize(), kind_of_field="textarea") for name in FACTS),
        ), "practice"),
        Form("correct-a-contact.yml", "Correct a contact", "A number, mailbox or page that has changed, or one that you have checked.", "Contact: ", "contact", (
            Field("entry", "input", "Entry", "The last part of the address of the page, or the whole address.", "no-rosa", True),
            Field("type", "dropdown", "Channel", "Which of its contacts it is.", required=True,
                  options=tuple((key, f"{key}: {labels('en').term('channel_types', key)}") for key in vocabulary("channel_types").terms)),
            Field("label", "input", "Label", "As the page names it; needed when there are several of that sort.", "Hotline"),
            Field("what", "dropdown", "What is the case", "", required=True, options=WHAT),
            Field("value", "input", "New number or address", "As people write it; only a public line or a function mailbox.", "+45 70 20 25 50"),
            Field("e164", "input", "The number in international form", "Plus sign and digits only; leave out for short numbers.", "+4570202550"),
            Field("url", "input", "Public page", "Where it stands. A contact without a public page is not published.", "https://www.cmm.dk/kontakt", True),
            Field("taken_on", "input", "Day", "The day you looked at the page, or called.", "2026-11-21", True),
            Field("role", "input", "Your role", "Only if you called or wrote: in what role, never a name.", "editor for Denmark"),
        )),
        Form("report-a-problem.yml", "Report a problem", "Something on a page is wrong, unclear or does not work.", "Problem: ", "problem", (
            Field("page", "input", "Page", "Its address.", "/practices/no-lauras-house-practice/", True),
            Field("problem", "textarea", "What is wrong", "", "", True),
            Field("source", "input", "Source", "If a fact is wrong: where the right one stands."),
        )),
    )  # fmt: skip


WHAT = (
    ("changed", "changed: it is another one now"),
    ("checked", "checked: I called or wrote and reached the right place"),
    ("seen", "seen: the page still says the same"),
    ("gone", "gone: it no longer exists"),
)


def form_files():
    """{path: text} of every form."""
    files = {f"{FOLDER}/{form.file}": as_yaml(form) for form in forms()}
    return files | {f"{FOLDER}/config.yml": "blank_issues_enabled: false\n"}


def as_yaml(form):
    body = [{"type": "markdown", "attributes": {"value": SAFE}}]
    body += [as_element(field) for field in form.fields]
    body.append({
        "type": "checkboxes", "id": "safe",
        "attributes": {"label": "Before you send", "options": [{"label": "Nothing in it leads to a person or to a shelter's place.", "required": True}]},
    })  # fmt: skip
    data = {"name": form.name, "description": form.about, "title": form.title, "labels": [form.label], "body": body}
    return "# Made by hub forms from the kinds of entry; do not change by hand.\n" + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=120)


def as_element(field):
    attributes = {"label": field.label}
    if field.help or field.name in FACTS:
        attributes["description"] = field.help + (PER_LINE if field.name in FACTS else "")
    if field.kind == "dropdown":
        attributes |= {"multiple": field.many, "options": [label for _, label in field.options]}
    elif field.example:
        attributes["placeholder"] = field.example
    element = {"type": field.kind, "id": field.name.replace("_", "-"), "attributes": attributes}
    return element | ({"validations": {"required": True}} if field.required else {})
