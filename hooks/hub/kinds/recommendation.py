"""Advice, a finding or a success factor from one source, in the hub's own words."""

from pydantic import Field

from hub.fields import Facts, Line, Name, ref, term
from hub.kinds.entry import Entry, Kind


class Recommendation(Entry):
    type: term("recommendation_types") = Field(description="Recommendation, finding or success factor.")
    made_by: Line = Field(description="Who put it forward.", examples=["Workshop on labour trafficking, Finland"])
    addressee: Line | None = Field(None, description="Whom it asks to act.")
    listed_in_source: bool = Field(description='"yes" when it stands in a list of recommendations, "no" when it is drawn from the text.')
    position: Name | None = Field(None, description="Its place in the source's list.")
    follow_up: term("follow_up") = Field("not-known", description="What became of it.")
    follow_up_evidence: Facts = Field((), description="What shows the follow-up.")
    concerns: tuple[ref(), ...] = Field((), description="Entries it is about.")


KIND = Kind("recommendation", "practices/recommendations", "recommendations", Recommendation, review_months=24)
