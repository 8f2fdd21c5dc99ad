"""A convention, law, action plan, strategy or agreement."""

from pydantic import Field

from hub.fields import Facts, Name, Period, Web, ref, term
from hub.kinds.entry import Entry, Kind


class Instrument(Entry):
    type: term("instrument_types") = Field(description="What sort of instrument it is.")
    period: Period | None = Field(None, description="The years it covers, or from when it applies.")
    parties: tuple[ref("organisation", "network"), ...] = Field((), description="Parties that have entries.")
    party_names: tuple[Name, ...] = Field((), description="Parties that have no entry yet.")
    content: Facts = Field((), description="What it says.")
    effects: Facts = Field((), description="What came of it.")
    reporting: Facts = Field((), description="How it is monitored.")
    predecessor: tuple[ref("instrument"), ...] = Field((), description="What it replaced, as entries.")
    url: Web | None = Field(None, description="The text, as its publisher offers it.")


KIND = Kind("instrument", "practices/instruments", "instruments", Instrument, review_months=24)
