"""Any choice of entries, countries and themes in one volume."""

from dataclasses import dataclass

from hub.print import blocks
from hub.print.comparison_part import comparison_blocks
from hub.print.country_part import country_blocks
from hub.print.document import document
from hub.print.entry_part import bibliography, entry_blocks
from hub.print.products.theme_pack import theme_blocks

NAME = "selection"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody picked, in their order."""

    entries: tuple = ()
    countries: tuple = ()
    themes: tuple = ()
    compare: tuple = ()


def make(edition, choice):
    made = choice_blocks(edition, choice)
    made += [blocks.heading(1, edition.say("List of sources")), bibliography(edition)]
    named = [edition.country(code) for code in choice.countries] + [edition.term("themes", theme) for theme in choice.themes]
    return document(edition, edition.say("Reading material"), made, "print/", kicker=edition.say("Your choice"),
                    subtitle=edition.joined(named, ", ") if named else None)  # fmt: skip


def choice_blocks(edition, choice):
    made = []
    if choice.entries:
        made.append(blocks.heading(1, edition.say("Chosen entries")))
        made += [block for key in choice.entries for block in entry_blocks(edition, edition.library.records[key], 2)]
    if choice.compare:
        made += comparison_blocks(edition, choice.compare)
    for code in choice.countries:
        made += [blocks.new_page(), blocks.heading(1, edition.country(code)), *country_blocks(edition, code, 2)]
    for theme in choice.themes:
        made += [blocks.new_page(), blocks.heading(1, edition.term("themes", theme)), *theme_blocks(edition, theme, 2)]
    return made
