"""A seminar, conference or meeting. The only kind that may name persons: those of the published programme."""

from pydantic import Field

from hub.fields import Facts, Group, Line, Name, PartialDate, Text, ref, term
from hub.kinds.entry import Entry, Kind


class Speaker(Group):
    """A person as the published programme names them."""

    name: Name
    role: Line | None = None
    organisation: Name | None = None


class Session(Group):
    """A part of the programme."""

    title: Line
    time: Name | None = Field(None, description="As the programme prints it.", examples=["10.00-10.45"])
    speakers: tuple[Speaker, ...] = ()
    about: tuple[ref(), ...] = Field((), description="Entries the session presented.")
    note: Text | None = None


class Handout(Group):
    """What an organiser prints for the participants."""

    entries: tuple[ref(), ...] = ()
    countries: tuple[str, ...] = ()
    themes: tuple[term("themes"), ...] = ()
    languages: tuple[str, ...] = ()


class Event(Entry):
    type: term("event_types")
    date: PartialDate
    end: PartialDate | None = None
    place: Name | None = None
    organisers: tuple[ref("organisation", "network"), ...] = ()
    organiser_names: tuple[Name, ...] = ()
    part_of: ref("event") | None = None
    programme: tuple[Session, ...] = ()
    speakers: tuple[Speaker, ...] = Field((), description="Speakers whose session is not printed.")
    outcome: Facts = Field((), description="What the event found or decided.")
    handout: Handout | None = None


KIND = Kind("event", "seminars", "seminars", Event, review_months=60)
