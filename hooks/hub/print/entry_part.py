"""An entry as blocks: the same rows, sections and words as its page."""

from hub.labels import N_
from hub.print import blocks
from hub.print.contact_part import channel_items
from hub.print.qr import qr
from hub.project import SOURCE_LANGUAGE
from hub.shown import ASPECTS, LAYER_SECTIONS, NOTES, ROWS, SECTIONS
from hub.vocabulary import vocabulary

HISTORY_TO = 2014  # facts up to this year are marked as history, as on the pages


def entry_blocks(edition, record, level, live=True, listed=True):
    """The whole entry below a heading of `level`."""
    edition.begin(record)
    entry = record.entry
    made = [blocks.heading(level, edition.text(record, "title"), record.id, kicker(edition, record), listed)]
    if entry.names:
        made.append(blocks.names([{"t": name.name, "l": name.language, "unsure": None if name.verified else edition.say("(name not in the sources)")} for name in entry.names]))
    made += [blocks.paragraph(edition.text(record, "summary"), "lead"), blocks.paragraph(edition.status(entry), "status")]
    made += notices(edition, record)
    made += row_blocks(edition, record)
    items = channel_items(edition, record)
    if items:
        made += [blocks.heading(level + 1, edition.say("Contact"), listed=False), blocks.channels(None, items)]
    made += OWN.get(record.kind.name, nothing)(edition, record, level + 1)
    for section in (*SECTIONS[record.kind.name], NOTES):
        made += section_blocks(edition, record, section, level + 1)
    if live:  # before the sources, which keep it from standing on a page of its own
        address = edition.address(record.address)
        made.append(blocks.live(address, qr(address), edition.say("The live page, with everything that has changed since")))
    return [*made, *source_blocks(edition, record, level + 1)]


def nothing(edition, record, level):
    return []


def kicker(edition, record):
    entry = record.entry
    parts = [edition.term("kinds", record.kind.name)]
    kind_of_kind = getattr(entry, "type", None)
    if kind_of_kind:
        parts.append(edition.term(f"{record.kind.name}_types", kind_of_kind))
    parts.append(edition.place(entry.countries, entry.scope))
    return edition.joined(parts)


TRANSLATION_NOTICES = {
    "missing": N_("This page has not been translated yet. It is shown in English."),
    "partial": N_("Parts of this page have not been translated yet and are shown in English. The translation has not been reviewed by a person."),
    "outdated": N_("The English text has changed since this was translated; such passages are marked."),
    "draft": N_("Machine-assisted translation, not yet reviewed by a person."),
}


def notices(edition, record):
    """What a reader must know before the first fact: language, age, status."""
    told = []
    for label, language in zip(edition.labels, edition.languages, strict=True):
        state = edition.library.state(record.id, language)
        translation = edition.library.translations.get((record.id, language))
        if language == SOURCE_LANGUAGE:
            told.append("")
        elif state == "reviewed":
            told.append(label.say("Translation reviewed by: %(role)s") % {"role": translation.reviewed_by_role})
        else:
            told.append(label.say(TRANSLATION_NOTICES[state]))
    made = [blocks.notice(told, tone="language")] if any(told) else []
    status, day = record.entry.status, edition.date(record.entry.as_of)
    if status == "historical":
        text = edition.say("These facts describe %(date)s. What applies today may be different.", date=day)
        made.append(blocks.notice(text, edition.say("History."), "age"))
    elif status == "proposed":
        made.append(blocks.notice(edition.say("The sources do not say that it was carried out."), edition.say("A proposal."), "age"))
    elif status == "ended" and record.kind.name != "event":
        made.append(blocks.notice(edition.say("It is described here as it was."), edition.say("Ended."), "age"))
    return made


# ------------------------------------------------------------------------------------------------------------------ rows


def row_blocks(edition, record):
    pairs = []
    for row in ROWS[record.kind.name]:
        value = getattr(record.entry, row.field) if row.field else ()
        plain = getattr(record.entry, row.plain) if row.plain else ()
        if value in (None, ()) and not plain:
            continue
        pairs.append((edition.say(row.label), row_values(edition, record, row, value, plain)))
    pairs.append((edition.say("Themes"), [edition.terms("themes", record.entry.themes)]))
    return [blocks.rows(pairs)]


def row_values(edition, record, row, value, plain):
    if row.how == "links":
        ids = (value,) if isinstance(value, str) else value or ()
        plain = (plain,) if isinstance(plain, str) else plain or ()
        return [*(link(edition, key) for key in ids), *(edition.same(name) for name in plain)]
    if row.how == "terms":
        return [edition.terms(row.vocabulary, value)]
    if row.how == "term":
        return [edition.term(row.vocabulary, value)]
    if row.how == "explained":
        told = edition.joined([edition.term(row.vocabulary, value), edition.by_label("definition", row.vocabulary, value)], ": ")
        return [told]
    if row.how == "years":
        return [["–".join(label.date(day) if day else "" for day in (value.start, value.end)) for label in edition.labels]]
    if row.how == "date":
        return [edition.date(value)]
    if row.how == "dates":
        end = record.entry.end
        return [edition.joined([edition.date(value), edition.date(end)], " – ") if end and end != value else edition.date(value)]
    if row.how == "languages":
        return [[label.enumerate([label.language_name(code) for code in value]) for label in edition.labels]]
    if row.how == "site":
        return [{"text": edition.same(value), "url": value}]
    return [edition.text(record, row.field) if row.field in record.texts else edition.same(value)]


def link(edition, key):
    """A value that leads to an entry: within the document where it stands there too, else to its page."""
    record = edition.library.records[key]
    return {"text": edition.title(key), "to": key, "url": edition.address(record.address)}


# ----------------------------------------------------------------------------------------------------------------- facts


def fact_items(edition, record, field, items, as_of):
    """Facts of a field as data; `as_of` is the date that needs no telling."""
    return [
        {
            "text": edition.text(record, f"{field}.{index}.text"),
            "year": edition.date(item.as_of) if item.as_of and item.as_of != as_of else None,
            "marks": edition.marks(item.cite),
        }
        for index, item in enumerate(items)
    ]


def fact_block(edition, record, field, items, as_of, ordered=False):
    return blocks.facts(fact_items(edition, record, field, items, as_of), edition.part, ordered)


def section_blocks(edition, record, section, level):
    items = getattr(record.entry, section.field)
    if not items:
        return []
    inside = [
        blocks.heading(level, edition.say(section.heading), listed=False),
        fact_block(edition, record, section.field, items, record.entry.as_of, section.ordered),
    ]
    return [blocks.box(section.tone, inside)] if section.tone else inside


# ------------------------------------------------------------------------------------------------- kinds with own parts


def mechanism_blocks(edition, record, level):
    """All layers of a referral mechanism, newest first."""
    made = [fact_block(edition, record, "formal_note", record.entry.formal_note, record.entry.as_of)] if record.entry.formal_note else []
    for index, layer in enumerate(record.entry.layers):
        edition.facts.append(layer.as_of)
        made.append(blocks.heading(level, edition.say("As of %(date)s", date=edition.date(layer.as_of))))
        if layer.as_of.year <= HISTORY_TO:
            text = edition.say("History: laws, bodies and figures may have changed since.")
            made.append(blocks.notice(text, tone="age"))
        if layer.summary:
            made.append(fact_block(edition, record, f"layers.{index}.summary", layer.summary, layer.as_of))
        if layer.figures:
            made += figure_blocks(edition, record, index)
        for step in vocabulary("nrm_steps").terms:
            made += step_blocks(edition, record, index, step, level + 1, False)
        for section in LAYER_SECTIONS:
            items = getattr(layer, section.field)
            if items:
                made.append(blocks.heading(level + 1, edition.say(section.heading), listed=False))
                made.append(fact_block(edition, record, f"layers.{index}.{section.field}", items, layer.as_of))
    return made


def step_blocks(edition, record, index, step, level, dated):
    """One step of the referral path at one date; nothing when nothing is known of it."""
    layer = record.entry.layers[index]
    content = getattr(layer.steps, step)
    inside = []
    for aspect in ASPECTS:
        items = getattr(content, aspect.field)
        if items:
            path = f"layers.{index}.steps.{step}.{aspect.field}"
            inside.append({"label": edition.say(aspect.heading), "facts": fact_block(edition, record, path, items, layer.as_of)})
    if not inside:
        return []
    made = [blocks.heading(level, edition.term("nrm_steps", step), listed=False), blocks.paragraph(edition.by_label("question", "nrm_steps", step), "question")]
    if dated:
        made.append(blocks.paragraph(edition.say("As of %(date)s", date=edition.date(layer.as_of)), "date" if layer.as_of.year > HISTORY_TO else "old-date"))
    return [*made, {"is": "aspects", "aspects": inside}]


def figure_blocks(edition, record, index):
    """Figures that can be set side by side, at one date."""
    values = record.entry.layers[index].figures
    note = edition.text(record, f"layers.{index}.figures.note") if values.note else None
    made = [blocks.rows([(label, [value]) for label, value in figure_pairs(edition, values)])]
    made.append(blocks.paragraph(note or edition.same(""), "small", edition.marks(values.cite), edition.part))
    return made


def figure_pairs(edition, values):
    """[(label, leaf)] of the Figures of a layer."""
    pairs = [(edition.say("Reflection period"), days(edition, values.reflection_period_days))]
    if values.reflection_period_max_days not in (None, values.reflection_period_days):
        pairs.append((edition.say("Longest reflection period"), days(edition, values.reflection_period_max_days)))
    pairs.append((edition.say("First temporary permit"), months(edition, values.permit_months)))
    if values.help_depends_on_cooperation:
        pairs.append((edition.say("Help depends on cooperation with the police"), edition.term("answers", values.help_depends_on_cooperation)))
    if values.formal_identification:
        pairs.append((edition.say("Formal identification procedure"), edition.term("answers", values.formal_identification)))
    return pairs


def days(edition, value):
    return edition.say("not stated") if value is None else edition.count("%(num)d day", "%(num)d days", value)


def months(edition, value):
    return edition.say("not stated") if value is None else edition.count("%(num)d month", "%(num)d months", value)


def comparison_blocks(edition, record, level):
    entry = record.entry
    columns = [edition.text(record, "first_column"), *(edition.text(record, f"columns.{index}.label") for index in range(len(entry.columns)))]
    made = []
    for index, line in enumerate(entry.rows):
        name = edition.country(line.country) if line.country else edition.text(record, f"rows.{index}.label")
        if line.as_of and line.as_of != entry.as_of:
            name = edition.joined([name, edition.date(line.as_of)], ", ")
        cells = [edition.text(record, f"rows.{index}.cells.{number}.text") for number in range(len(line.cells))]
        if line.cite:
            cells[-1] = {"text": cells[-1], "marks": edition.marks(line.cite)}
        made.append([{"text": name, "head": True}, *cells])
    return [
        blocks.table(columns, made, edition.part),
        blocks.paragraph(edition.say("Source of the table:"), "small", edition.marks(entry.cite), edition.part),
    ]


def event_blocks(edition, record, level):
    entry, made = record.entry, []
    if entry.programme:
        made.append(blocks.heading(level, edition.say("Programme"), listed=False))
        items = []
        for index, session in enumerate(entry.programme):
            people = [speaker(edition, record, f"programme.{index}.speakers.{number}", person) for number, person in enumerate(session.speakers)]
            if session.note:
                people.append(edition.text(record, f"programme.{index}.note"))
            title = edition.text(record, f"programme.{index}.title")
            items.append({"time": session.time or "", "title": title, "people": people, "about": [link(edition, key) for key in session.about]})
        made.append({"is": "programme", "items": items})
    if entry.speakers:
        made.append(blocks.heading(level, edition.say("Speakers"), listed=False))
        people = [speaker(edition, record, f"speakers.{number}", person) for number, person in enumerate(entry.speakers)]
        made.append({"is": "people", "people": people})
    return made


def speaker(edition, record, path, person):
    """A person as the published programme names them."""
    parts = [edition.same(person.name)]
    if person.role:
        parts.append(edition.text(record, f"{path}.role"))
    if person.organisation:
        parts.append(edition.same(person.organisation))
    return edition.joined(parts, ", ")


def recommendation_blocks(edition, record, level):
    entry = record.entry
    if entry.listed_in_source:
        text = edition.say("In the source it stands in a list of recommendations")
    else:
        text = edition.say("In the source it is drawn from the running text")
    end = f" ({entry.position})." if entry.position else "."
    return [blocks.paragraph([f"{words}{end}" for words in text])]


OWN = {"nrm": mechanism_blocks, "comparison": comparison_blocks, "event": event_blocks, "recommendation": recommendation_blocks}

# --------------------------------------------------------------------------------------------------------------- sources


def source_blocks(edition, record, level):
    """What an entry rests on: each source once, the places of its notes, and those of the entry as a whole."""
    whole = {}
    for note in record.entry.sources:
        whole.setdefault(note.id, []).append(note.at)
    return noted_sources(edition, edition.library.sources_of(record), level, whole)


def noted_sources(edition, ids, level, whole=None):
    by_source, items = edition.notes.by_source(), []
    for source in ids:
        record = edition.library.records[source]
        edition.cited.setdefault(source)
        items.append({
            "title": edition.title(source), "year": str((record.entry.issued or record.entry.as_of).year), "to": f"source-{source}",
            "whole": "; ".join((whole or {}).get(source, ())), "places": [[number, place] for number, place in by_source.get(source, ())],
        })  # fmt: skip
    return [blocks.sources(edition.say("Sources"), items, edition.part)] if items else []


def bibliography(edition):
    """The list of sources of a whole document, in full."""
    items = []
    for source in sorted(edition.cited, key=lambda key: (edition.library.title(key, SOURCE_LANGUAGE)[0].casefold(), key)):
        record = edition.library.records[source]
        entry = record.entry
        told = [name for name in (", ".join(entry.author), entry.publisher if entry.publisher not in entry.author else "", entry.collection_title, entry.number) if name]
        items.append({
            "anchor": f"source-{source}", "title": edition.title(source), "year": str((entry.issued or entry.as_of).year),
            "about": ". ".join(told), "url": entry.url or edition.address(record.address),
        })  # fmt: skip
    return {"is": "bibliography", "items": items}


def brief(edition, record, text=True, place=True):
    """A record as one item of lines()."""
    edition.show(record)
    meta = [edition.status(record.entry)]
    if place:
        meta.insert(0, edition.place(record.entry.countries, record.entry.scope))
    return {
        "title": edition.text(record, "title"), "meta": edition.joined(meta), "text": edition.text(record, "summary") if text else None,
        "anchor": record.id, "url": edition.address(record.address),
    }  # fmt: skip
