"""A seminar, conference or meeting. The only kind that may name persons: those of the published programme."""

from pydantic import Field

from hub.fields import Facts, Group, Line, Name, PartialDate, Text, ref, term
from hub.kinds.entry import Entry, Kind


class Speaker(Group):
    """A person as the published programme names them."""

    name: Name = Field(description="As the published programme prints it.")
    role: Line | None = Field(None, description="What they speak as.")
    organisation: Name | None = Field(None, description="Where they work, as printed.")


class Session(Group):
    """A part of the programme."""

    title: Line = Field(description="As the programme prints it.")
    time: Name | None = Field(None, description="As the programme prints it.", examples=["10.00-10.45"])
    speakers: tuple[Speaker, ...] = Field((), description="Those the programme names.")
    about: tuple[ref(), ...] = Field((), description="Entries the session presented.")
    note: Text | None = Field(None, description="What else to know of the session.")


class Handout(Group):
    """What an organiser prints for the participants."""

    entries: tuple[ref(), ...] = Field((), description="Entries to print.")
    countries: tuple[str, ...] = Field((), description="Countries to print.")
    themes: tuple[term("themes"), ...] = Field((), description="Themes to print.")
    languages: tuple[str, ...] = Field((), description="Languages to print in.")


class Event(Entry):
    type: term("event_types") = Field(description="What sort of event it is.")
    date: PartialDate = Field(description="The first day.")
    end: PartialDate | None = Field(None, description="The last day.")
    place: Name | None = Field(None, description="City; never a private address.")
    organisers: tuple[ref("organisation", "network"), ...] = Field((), description="Who held it, as entries.")
    organiser_names: tuple[Name, ...] = Field((), description="Organisers that have no entry yet.")
    part_of: ref("event") | None = Field(None, description="The series or event it belongs to.")
    programme: tuple[Session, ...] = Field((), description="The published programme.")
    speakers: tuple[Speaker, ...] = Field((), description="Speakers whose session is not printed.")
    outcome: Facts = Field((), description="What the event found or decided.")
    handout: Handout | None = Field(None, description="What an organiser prints for the participants.")


KIND = Kind("event", "seminars", "seminars", Event, review_months=60)
