"""What every entry carries, whatever its kind."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from hub.fields import Country, Day, Facts, Group, Id, Line, Name, OfficialName, PartialDate, Reference, Text, ref, term


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    name           singular, as other entries and the published data say it
    folder         where its files lie, relative to the root
    section        first part of its pages' address
    model          the fields
    review_months  how long a review holds; a contact rots sooner than a report
    """

    name: str
    folder: str
    section: str
    model: type
    review_months: int


class SourceNote(Group):
    """A source of the entry as a whole."""

    id: Annotated[str, Reference(("source",))] = Field(description="File name of an entry in sources/.", examples=["cbss-unodc-2010"])
    at: Name = Field(description="Page, section or line.", examples=["pp. 50-58 (Part 2, Denmark)"])


class Correction(Group):
    """Something that stood in the entry and was wrong."""

    on: Day = Field(description="The day on which it was put right.")
    text: Text = Field(description="What was wrong and what is right, so that a reader of the old text knows. Never repeat what could harm.")


class Entry(Group):
    """Fields common to all kinds. The file's name is the entry's id and never changes."""

    title: Line = Field(description="At most 15 words.")
    names: tuple[OfficialName, ...] = Field((), description="Official names in their own languages.")
    summary: Text = Field(description="What it is and why it matters, in plain words; at most 100 words.")
    countries: tuple[Country, ...] = Field((), description="Countries it concerns.")
    scope: term("scopes") = Field("national", description="Where it belongs when it is not one country's.")
    themes: tuple[term("themes"), ...] = Field(min_length=1, description="What it is about.")
    status: term("statuses") = Field(description="In place, history, proposed or ended.")
    as_of: PartialDate = Field(description="The date the facts describe: a year, a month or a day.")
    reviewed: Day = Field(description="When somebody last held the entry against its sources.")
    review_due: Day = Field(description="When it is to be looked at again.")
    sources: tuple[SourceNote, ...] = Field(min_length=1, description="Where the facts come from.")
    notes: Facts = Field((), description="Cautions: where sources disagree, what is not known.")
    corrections: tuple[Correction, ...] = Field((), description="What was wrong in the published entry, for the public list of corrections.")
    related: tuple[ref(), ...] = Field((), description="Other entries a reader should see.")
    keywords: tuple[Name, ...] = Field((), description="Other words people search with: abbreviations, older names.")
    was: tuple[Id, ...] = Field((), description="Earlier ids of this entry; their addresses lead here.")
    covers: tuple[Id, ...] = Field((), description="Ids of other records whose content stands in this entry.")


