"""Document -> Record: the fields of its kind, or a problem for each fault in it."""

import difflib
import re
from dataclasses import dataclass
from functools import cache

from pydantic import ValidationError

from hub.document import place, problem_at
from hub.fields import ID
from hub.kinds import KINDS
from hub.kinds.entry import Entry, Kind
from hub.kinds.record_list import INHERITED, SUFFIX, list_kind
from hub.links import citations, references
from hub.problem import Problem, Unusable
from hub.translation import texts
from hub.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Record:
    """An entry that is sound in itself.

    id          the file's stem, or its own in a list
    path        relative to the root
    digest      of the file's bytes
    texts       {path: English text} of all that is to be translated, in order; a path looks like "approach.0.text"
    references  [(path, id, Reference)] of all entries it names
    citations   [(path, Citation)] of all its facts
    at          where it lies in its file: () for the whole file, ("records", 3) in a list
    listed_in   id of the list that holds it, or nothing
    """

    id: str
    kind: Kind
    path: str
    digest: str
    entry: Entry
    texts: dict
    references: tuple
    citations: tuple
    at: tuple = ()
    listed_in: str = ""

    @property
    def address(self):
        """Of its page, below a language's home; a listed record has an anchor on its list's page."""
        return f"{self.kind.section}/{self.listed_in}/#{self.id}" if self.listed_in else f"{self.kind.section}/{self.id}/"


def kind_of(path):
    """The Kind whose folder holds `path`, or None."""
    return kind_in(path.rpartition("/")[0])


@cache
def kind_in(folder):
    return next((kind for kind in KINDS.values() if f"{folder}/".startswith(kind.folder + "/")), None)


def stem_of(path):
    """"practices/tools/no-x.sv.yml" -> "no-x.sv"."""
    return path.rpartition("/")[2].removesuffix(".yml")


def is_list(path):
    return stem_of(path).partition(".")[0].endswith(SUFFIX)


def shape(document, kind, raw):
    """The Records of a Document: one, or a list's own and those in it. Raises Unusable with every fault of the file.

    raw: gives the file's bytes when asked.
    """
    stem = stem_of(document.path)
    if not is_list(document.path):
        entry = validated(document.data, kind, document.path, (), raw)
        return (record_of(stem, kind, document, entry),)
    own = list_kind(kind)
    entry = validated(document.data, own, document.path, (), raw)
    records, problems = [record_of(stem, own, document, entry)], []
    inherited = {name: document.data[name] for name in INHERITED if name in document.data}
    for index, fields in enumerate(entry.records):
        at = ("records", index)
        try:
            fields = inherited | fields
            record_id = fields.pop("id", None)
            if not isinstance(record_id, str) or not re.fullmatch(ID, record_id):
                line, column = place(raw(), at)
                raise Unusable([problem_at(document.path, raw(), line, column, "missing-field", "a record needs an id", "id: no-short-name")])
            records.append(record_of(record_id, kind, document, validated(fields, kind, document.path, at, raw), at, stem))
        except Unusable as error:
            problems.extend(error.problems)
    if problems:
        raise Unusable(problems)
    return tuple(records)


def record_of(record_id, kind, document, entry, at=(), listed_in=""):
    return Record(
        record_id, kind, document.path, document.digest, entry, texts(entry), tuple(references(entry)), tuple(citations(entry)), at, listed_in
    )


MOST_FAULTS = 100  # of one entry: more help nobody, and a hostile file could hold a hundred thousand


def validated(data, kind, path, at, raw):
    """The entry that `data` is; `at` is where it lies in its file."""
    try:
        return kind.model.model_validate(data)
    except ValidationError as error:
        text = raw()
        faults = error.errors(include_url=False)
        # A list that is left empty because its items were refused is not a fault of its own.
        faults = [fault for fault in faults if fault["type"] != "too_short" or not any(inside(other, fault) for other in faults)]
        problems = sorted({describe(path, text, kind, fault, at) for fault in faults[:MOST_FAULTS]})
        if len(faults) > MOST_FAULTS:
            message = f"this file has {len(faults):,} faults; {MOST_FAULTS} of them are listed"
            problems.append(Problem(path, 1, 1, "too-many-faults", message, "is this the right file?"))
        raise Unusable(problems) from None


def inside(fault, outer):
    return len(fault["loc"]) > len(outer["loc"]) and fault["loc"][: len(outer["loc"])] == outer["loc"]


def describe(path, raw, kind, fault, at=()):
    """One pydantic error as a Problem in an editor's words; `at` is where the entry lies in its file."""
    loc, code, context = fault["loc"], fault["type"], fault.get("ctx", {})
    name, value = str(loc[-1]) if loc else "", fault.get("input")
    say = WORDS.get(code)
    if say:
        code, message, hint = say(kind, loc, name, value, context)
    else:
        code, message, hint = "wrong-value", f'"{name}": {fault["msg"]}', ""
    line, column = place(raw, (*at, *loc))
    return problem_at(path, raw, line, column, code, message, hint)


def article(noun):
    return ("an " if noun[0] in "aeiou" else "a ") + noun


def closest(value, known):
    """A "did you mean" sentence, or an empty text."""
    near = difflib.get_close_matches(str(value), list(known), 1, 0.7)
    return f'did you mean "{near[0]}"?' if near else ""


def fields_at(kind, loc):
    """The names that may stand where `loc` points, found by walking the model."""
    model = kind.model
    for part in loc[:-1]:
        if isinstance(part, str):
            model = model_in(model.model_fields[part].annotation) or model
    return list(model.model_fields)


def model_in(annotation):
    """The group inside an annotation such as tuple[Step, ...] or Step | None."""
    if hasattr(annotation, "model_fields"):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = model_in(part)
        if found:
            return found
    return None


def unknown_field(kind, loc, name, value, context):
    group = article(kind.name) if len(loc) == 1 else f'"{next(str(part) for part in reversed(loc[:-1]) if isinstance(part, str))}"'
    known = fields_at(kind, loc)
    hint = " ".join(filter(None, [closest(name, known), f"All fields: {kind.folder}/_example.yml"]))
    return "unknown-field", f'{group} has no field "{name}"', hint


def missing_field(kind, loc, name, value, context):
    return "missing-field", f'the field "{name}" is missing', f"see {kind.folder}/_example.yml"


def unknown_term(kind, loc, name, value, context):
    known = vocabulary(context["vocabulary"]).terms
    listed = ", ".join(list(known)[:40])
    return "unknown-term", f'"{value}" is not a term of "{context["vocabulary"]}"', " ".join(
        filter(None, [closest(value, known), f"Terms: {listed}"])
    )


def unknown_country(kind, loc, name, value, context):
    return "unknown-country", f'"{value}" is not a country code', "use two capital letters, such as NO for Norway"


def unknown_language(kind, loc, name, value, context):
    return "unknown-language", f'"{value}" is not a language code', "use a code such as sv, nb or uk"


def not_a_list(kind, loc, name, value, context):
    return "wrong-type", f'"{name}" should be a list', "start each item on a line of its own with a dash"


def not_text(kind, loc, name, value, context):
    return "wrong-type", f'"{name}" should be text, not {sort_of(value)}', "if the text has a colon, put it in quotes"


def not_a_group(kind, loc, name, value, context):
    field = next((str(part) for part in reversed(loc) if isinstance(part, str)), "this")
    hint = 'each item has "text:" and "cite:"' if isinstance(value, str) else "write its fields indented below it"
    return "wrong-type", f'"{field}" should hold fields, not {sort_of(value)}', hint


def sort_of(value):
    return {dict: "a group of fields", list: "a list", str: "text"}.get(type(value), "nothing")


def too_long(kind, loc, name, value, context):
    return "too-long", f'"{name}" has {len(value):,} characters; at most {context["max_length"]:,} fit', "shorten it, or split it"


def too_short(kind, loc, name, value, context):
    return "missing-field", f'"{name}" is empty', ""


def not_a_number(kind, loc, name, value, context):
    return "wrong-value", f'"{name}" should be a whole number, not "{value}"', ""


def out_of_range(kind, loc, name, value, context):
    bound = next(iter(context.values()))
    return "wrong-value", f'"{name}" is {value}, which is out of range ({bound})', ""


def not_yes_or_no(kind, loc, name, value, context):
    return "wrong-value", f'"{name}" should be yes or no, not "{value}"', "write yes or no, or take the line out"


def not_an_id(kind, loc, name, value, context):
    return "wrong-value", f'"{value}" is not an id', "an id is a file's name without .yml: lower-case words joined by hyphens"


def not_a_date(kind, loc, name, value, context):
    return "wrong-date", f'"{value}" is not a date', "write 2009, 2009-11 or 2009-11-30"


def not_a_day(kind, loc, name, value, context):
    return "wrong-date", f'"{value}" is not a day', "write year, month and day: 2026-11-21"


def not_a_citation(kind, loc, name, value, context):
    return (
        "missing-source", f'"{value}" does not name a source and a place in it',
        "write the source's id, a comma and the place: cbss-unodc-2010, p. 52",
    )  # fmt: skip


def not_a_web_address(kind, loc, name, value, context):
    return "wrong-value", f'"{value}" is not a web address', "it starts with https://"


def not_international(kind, loc, name, value, context):
    return "wrong-value", f'"{value}" is not a number in international form', "write + and digits only: +4570202550"


def not_a_mailbox(kind, loc, name, value, context):
    return "wrong-value", f'"{value}" is not an e-mail address', ""


def needs_items(kind, loc, name, value, context):
    code = "missing-source" if name == "sources" else "missing-field"
    return code, f'"{name}" needs at least one item', f"see {kind.folder}/_example.yml"


WORDS = {
    "extra_forbidden": unknown_field,
    "missing": missing_field,
    "unknown_term": unknown_term,
    "unknown_country": unknown_country,
    "unknown_language": unknown_language,
    "tuple_type": not_a_list,
    "too_short": needs_items,
    "string_type": not_text,
    "model_type": not_a_group,
    "model_attributes_type": not_a_group,
    "string_too_long": too_long,
    "string_too_short": too_short,
    "string_pattern_mismatch": not_an_id,
    "int_parsing": not_a_number,
    "int_type": not_a_number,
    "greater_than_equal": out_of_range,
    "less_than_equal": out_of_range,
    "bool_parsing": not_yes_or_no,
    "bool_type": not_yes_or_no,
    "not_a_date": not_a_date,
    "not_a_day": not_a_day,
    "not_a_citation": not_a_citation,
    "not_a_web_address": not_a_web_address,
    "not_a_number": not_international,
    "not_a_mailbox": not_a_mailbox,
}
