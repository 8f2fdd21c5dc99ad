"""The handbook: every country, every practice, the comparisons, all advice in brief and the contact directory in one volume."""

from hub.library import covered_countries
from hub.print import blocks
from hub.print.country_part import function_blocks, path_blocks, plan_blocks
from hub.print.document import document
from hub.print.entry_part import bibliography, brief, entry_blocks
from hub.print.products.directory import directory_blocks
from hub.pages.country import mechanism, own

NAME = "handbook"
CHAPTERS = ("practice", "shelter", "comparison", "model", "network", "tool", "instrument", "event")
IN_FULL = ("practice", "shelter", "comparison", "model")  # the others by title and summary


def subjects(library):
    return ("",)


def needs(library, subject):
    return [key for key, record in library.records.items() if record.kind.name != "situation"]  # those stand on help cards


def make(edition, subject):
    library, made = edition.library, []
    made += [blocks.heading(1, edition.say("Whom to contact")), *directory_blocks(edition, covered_countries(), 2)]
    for code in sorted(covered_countries(), key=lambda code: edition.labels[0].country(code)):
        made += [blocks.new_page(), blocks.heading(1, edition.country(code))]
        record = mechanism(library, code)
        made += path_blocks(edition, record, 2) if record else []
        made += function_blocks(edition, code, 2)
        made += plan_blocks(edition, record, 2) if record else []
        advice = edition.in_order([item for item in own(library, code, "recommendation") if item.entry.countries == (code,)])
        if advice:
            edition.begin()
            made += [blocks.heading(2, edition.say("Advice from and for this country")), blocks.lines([brief(edition, item, place=False) for item in advice])]
    for kind in CHAPTERS:
        found = edition.in_order(library.of_kind(kind))
        full = [item for item in found if kind in IN_FULL and not item.listed_in]
        short = [item for item in found if item not in full]
        if found:
            made += [blocks.new_page(), blocks.heading(1, edition.by_label("plural", "kinds", kind))]
            made += [block for item in full for block in entry_blocks(edition, item, 2, live=False)]
        if short:
            edition.begin()
            made.append(blocks.lines([brief(edition, item) for item in short]))
    made += [blocks.new_page(), blocks.heading(1, edition.say("List of sources")), bibliography(edition)]
    about = edition.say("Practices, referral mechanisms and contacts against trafficking in human beings in the Nordic and Baltic Sea countries.")
    return document(edition, edition.say("Handbook"), made, "", kicker=edition.say("Nordic-Baltic Hub"), subtitle=about, about=about)
