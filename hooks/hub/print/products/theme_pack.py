"""Theme pack: what a theme means, its practices in full, and everything else filed under it in brief."""

from hub.kinds import KINDS
from hub.print import blocks
from hub.print.document import document
from hub.print.entry_part import bibliography, brief, entry_blocks
from hub.term_pages import BY_VOCABULARY
from hub.vocabulary import vocabulary

NAME = "theme"
LEFT_OUT = ("list", "source", "situation")
BY_TITLE = ("organisation", "network", "instrument", "event")  # lists of names; what they do stands in the country packs and on their pages


def subjects(library):
    return tuple(term for term in vocabulary("themes").terms if library.of_term(BY_VOCABULARY["themes"], term))


def needs(library, theme):
    records = library.of_term(BY_VOCABULARY["themes"], theme)
    return [key for record in records for key in (record.id, *library.named_by(record), *library.sources_of(record))]


def make(edition, theme):
    made = theme_blocks(edition, theme)
    made += [blocks.heading(1, edition.say("List of sources")), bibliography(edition)]
    return document(edition, edition.term("themes", theme), made, f"themes/{theme}/", kicker=edition.say("Theme pack"),
                    subtitle=edition.by_label("definition", "themes", theme))  # fmt: skip


def theme_blocks(edition, theme, level=1):
    records = [record for record in edition.library.of_term(BY_VOCABULARY["themes"], theme) if record.kind.name not in LEFT_OUT]
    made = []
    for kind in KINDS:
        found = edition.in_order([record for record in records if record.kind.name == kind])
        if not found:
            continue
        made.append(blocks.heading(level, edition.by_label("plural", "kinds", kind)))
        full = [record for record in found if kind == "practice" and not record.listed_in]
        made += [block for record in full for block in entry_blocks(edition, record, level + 1, live=False)]
        rest = [record for record in found if record not in full]
        if rest:
            edition.begin()
            made.append(blocks.lines([brief(edition, record, text=kind not in BY_TITLE) for record in rest]))
    return made
