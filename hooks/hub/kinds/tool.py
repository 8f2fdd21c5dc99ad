"""Something to use in daily work: guidelines, indicators, a questionnaire, a hotline, a model text."""

from pydantic import Field

from hub.fields import Facts, Line, Name, Web, ref, term
from hub.kinds.entry import Entry, Kind


class Tool(Entry):
    type: term("tool_types") = Field(description="What sort of tool it is.")
    audience: tuple[term("actor_types"), ...] = Field((), description="Who uses it.")
    audience_note: Line | None = Field(None, description="Who uses it, in words.")
    publisher: tuple[ref("organisation", "network"), ...] = Field((), description="Who published it, as entries.")
    publisher_names: tuple[Name, ...] = Field((), description="Publishers that have no entry yet.")
    nrm_steps: tuple[term("nrm_steps"), ...] = Field((), description="Steps of the referral path it is for.")
    content: Facts = Field((), description="What is in it.")
    use: Facts = Field((), description="How it is used and by whom.")
    url: Web | None = Field(None, description="Where it can be read or downloaded.")


KIND = Kind("tool", "practices/tools", "tools", Tool, review_months=24)
