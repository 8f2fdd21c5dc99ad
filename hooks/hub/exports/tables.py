"""Records as tables: one for each kind and comparison, one of all contacts, one of all facts. Formats are made in csv_tables and xlsx_tables.

A table in English has the titles in every language; `facts` has every fact in every language.
"""

from dataclasses import dataclass

from hub.exports.published import SHAPES, Correction, Facts, OfficialName, Period, Texts
from hub.kinds import KINDS
from hub.translation import group_in

BETWEEN = "; "
APART = ("titles", "urls", "sources", "translation", "outdated", "api", "contacts", "programme", "layers", "columns", "rows", "cite")
UNSTATED = ""


@dataclass(frozen=True, slots=True)
class Column:
    """name: as it stands in the first row. about: for the data dictionary. type: of the Table Schema standard."""

    name: str
    about: str
    type: str = "string"


@dataclass(frozen=True, slots=True)
class Table:
    """name: of its file. title: what it holds. columns. rows: gives lists of values, as many as there are columns. key: as in a File."""

    name: str
    title: str
    columns: tuple
    rows: object
    key: str


def tables(material):
    """Every table. Rows are made when they are asked for."""
    for name in KINDS:
        yield kind_table(material, name, material.of_kind(name))
    yield contacts_table(material)
    yield facts_table(material)


def comparisons(material):
    """A table for each comparison."""
    for record in material.of_kind("comparison"):
        yield comparison_table(material, record)


# -------------------------------------------------------------------------------------------------------------- each kind


def kind_table(material, name, records):
    """A row for each record of a kind: what it is, where, when, and its facts in English, one below the other in a cell."""
    shape, written = SHAPES[name], KINDS[name].model
    columns, ask = [], []

    def add(column, value):
        columns.append(column)
        ask.append(value)

    add(Column("id", "Never changes."), lambda full: full["id"])
    for language in material.languages:
        add(Column(f"title_{language}", f"Title, language {language}; empty when there is no translation."),
            lambda full, language=language: full["titles"].get(language, UNSTATED))  # fmt: skip
    add(Column("summary", "In English."), lambda full: full["summary"]["en"])
    for field, info in shape.model_fields.items():
        if field in APART or field in ("id", "summary"):
            continue
        about = info.description or getattr(written.model_fields.get(field), "description", "") or ""
        for column, value in columns_of(field, info.annotation, about):
            add(column, value)
    add(Column("sources", "Sources of the entry as a whole: id, place."), lambda full: BETWEEN.join(f"{note['id']}, {note['at']}" for note in full["sources"]))
    for language in material.languages[1:]:
        add(Column(f"translation_{language}", "missing, partial, outdated, draft (reviewed by nobody yet) or reviewed."),
            lambda full, language=language: full["translation"][language])  # fmt: skip
    add(Column("page", "Address of the page."), lambda full: full["urls"]["en"])

    def rows():
        for record in records:
            full = material.full(record)
            yield [value(full) for value in ask]

    return Table(name, f"Entries of the kind: {name}", tuple(columns), rows, material.key(records, name))


def columns_of(field, annotation, about):
    """[(Column, how to get its value from a full record)] of a published field."""
    if annotation == Facts:
        return [(Column(field, f"{about} Facts in English; their sources stand in the table facts.".strip()),
                 lambda full: "\n".join(fact["text"]["en"] for fact in full.get(field, ())))]  # fmt: skip
    inner, many = group_in(annotation)
    if inner is Period:
        return [(Column(f"{field}_{end}", "A year, a month or a day."), lambda full, end=end: full.get(field, {}).get(end, UNSTATED)) for end in ("start", "end")]
    if inner is OfficialName:
        return [(Column(field, "Official names, each with its language."),
                 lambda full: BETWEEN.join(f"{name['name']} ({name['language']})" for name in full.get(field, ())))]  # fmt: skip
    if inner is Correction:
        return [(Column(field, f"{about} Each with its day, in English."),
                 lambda full: "\n".join(f"{one['on']}: {one['text']['en']}" for one in full.get(field, ())))]  # fmt: skip
    if Texts.__origin__ in (annotation, *getattr(annotation, "__args__", ())) or annotation == Texts:
        return [(Column(field, f"{about} In English.".strip()), lambda full: full.get(field, {}).get("en", UNSTATED))]
    parts = getattr(annotation, "__args__", ()) or (annotation,)
    if int in parts or float in parts:
        return [(Column(field, about, "number"), lambda full: full.get(field, UNSTATED))]
    if bool in parts:
        return [(Column(field, about, "boolean"), lambda full: {True: "true", False: "false"}.get(full.get(field), UNSTATED))]
    return [(Column(field, about), lambda full: joined(full.get(field)))]


def joined(value):
    return UNSTATED if value is None else BETWEEN.join(value) if isinstance(value, (tuple, list)) else str(value)


# --------------------------------------------------------------------------------------------------------------- contacts

CONTACTS = (
    Column("entry", "Id of the body."), Column("name", "Its title in English."), Column("countries", "ISO 3166-1 codes."),
    Column("status", "current, historical, proposed or ended."), Column("type", "phone, email, sms, chat or web-form."),
    Column("state", "verified: checked by a person within twelve months. unverified: from a public page, nobody has checked. expired: withheld."),
    Column("contact", "As an address, such as tel:112; opens right in a spreadsheet. Empty when expired."),
    Column("as_written", "As people write it."), Column("label", "What the line is."), Column("hours", "As the page says them; empty: not known."),
    Column("languages", "Codes."), Column("audience", "For whom."), Column("free_of_charge", "Empty: not known.", "boolean"),
    Column("verified_on", "The day a person checked it."), Column("page", "Where it was taken from."), Column("taken_on", "The day it was taken."),
)  # fmt: skip
URI = {"phone": "tel:", "sms": "sms:", "email": "mailto:"}


def contacts_table(material):
    records = [record for record in material.listed if getattr(record.entry, "contacts", ())]

    def rows():
        for record in records:
            full = material.full(record)
            for item in full.get("contacts", ()):
                written = item.get("value", UNSTATED)
                number = item.get("e164") or written.replace(" ", "")
                yield [
                    full["id"], full["titles"]["en"], BETWEEN.join(full["countries"]), full["status"], item["type"], item["state"],
                    URI.get(item["type"], "") + number if written else UNSTATED, written, item.get("label", {}).get("en", UNSTATED),
                    item.get("hours", {}).get("en", UNSTATED), BETWEEN.join(item.get("languages", ())), BETWEEN.join(item.get("audience", ())),
                    {True: "true", False: "false"}.get(item.get("free_of_charge"), UNSTATED), item.get("verified_on", UNSTATED),
                    item["page"]["url"], item["page"]["taken_on"],
                ]  # fmt: skip

    return Table("contacts", "Public lines and function mailboxes", CONTACTS, rows, material.key(records, "contacts"))


# ------------------------------------------------------------------------------------------------------------------ facts


def facts_table(material):
    """A row for each fact."""
    columns = (
        Column("entry", "Id."), Column("kind", "Of the entry."), Column("path", "Where the fact stands in the record."),
        Column("as_of", "The date it describes."), Column("sources", "Source id, place."),
        *(Column(f"text_{language}", f"The fact, language {language}; empty when it is not translated.") for language in material.languages),
    )  # fmt: skip

    def rows():
        for record in material.listed:
            full = material.full(record)
            for path, fact, as_of in facts_in(full, "", full["as_of"]):
                cited = BETWEEN.join(f"{one['source']}, {one['place']}" for one in fact["cite"])
                yield [full["id"], full["kind"], path, as_of, cited, *(fact["text"].get(language, UNSTATED) for language in material.languages)]

    return Table("facts", "Every fact with its place in a source, in all languages", columns, rows, material.key(material.listed, "facts"))


def facts_in(value, path, as_of):
    """(path, fact, the date it describes) of every fact inside a published record."""
    if isinstance(value, dict):
        as_of = value.get("as_of", as_of)
        if "text" in value and "cite" in value:
            yield path, value, as_of
            return
        for name, inner in value.items():
            if isinstance(inner, (dict, list)):
                yield from facts_in(inner, f"{path}.{name}" if path else name, as_of)
    else:
        for index, inner in enumerate(value):
            if isinstance(inner, (dict, list)):
                yield from facts_in(inner, f"{path}.{index}", as_of)


# ------------------------------------------------------------------------------------------------------------ comparisons


def comparison_table(material, record):
    """The table as its page prints it, with a column for each number, and the place of each row."""
    entry = record.entry
    columns = [Column("row", entry.first_column), Column("country", "ISO 3166-1 code, where the row is a country's.")]
    for index, column in enumerate(entry.columns, 1):
        columns.append(Column(f"c{index}", column.label))
        if column.number:
            columns.append(Column(f"c{index}_number", f"{column.label}, as a number", "number"))
    columns += [Column("as_of", "The date the row describes."), Column("sources", "Source id, place.")]

    def rows():
        for row in entry.rows:
            values = [row.label or row.country or UNSTATED, row.country or UNSTATED]
            for column, cell in zip(entry.columns, row.cells, strict=False):
                values.append(cell.text)
                if column.number:
                    values.append(UNSTATED if cell.number is None else int(cell.number) if cell.number == int(cell.number) else cell.number)
            cite = BETWEEN.join(map(str, row.cite or entry.cite))
            yield [*values, *[UNSTATED] * (len(columns) - 2 - len(values)), str(row.as_of or entry.as_of), cite]

    return Table(record.id, entry.title, tuple(columns), rows, material.key([record], "comparison"))


# ------------------------------------------------------------------------------------------------------- data dictionary

DICTIONARY = (Column("table", "File name without its ending."), Column("column", "Its name."), Column("type", "string, number or boolean."), Column("about", "What it holds."))


def dictionary(listed):
    """The Table that explains every column of the others."""

    def rows():
        for table in listed:
            for column in table.columns:
                yield [table.name, column.name, column.type, column.about]

    return Table("dictionary", "What every column of every table means", DICTIONARY, rows, "|".join(table.key for table in listed))
