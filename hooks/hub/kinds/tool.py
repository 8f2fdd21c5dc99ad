"""Something to use in daily work: guidelines, indicators, a questionnaire, a hotline, a model text."""

from pydantic import Field

from hub.fields import Facts, Line, Name, Web, ref, term
from hub.kinds.entry import Entry, Kind


class Tool(Entry):
    type: term("tool_types")
    audience: tuple[term("actor_types"), ...] = Field((), description="Who uses it.")
    audience_note: Line | None = None
    publisher: tuple[ref("organisation", "network"), ...] = ()
    publisher_names: tuple[Name, ...] = ()
    nrm_steps: tuple[term("nrm_steps"), ...] = ()
    content: Facts = Field((), description="What is in it.")
    use: Facts = Field((), description="How it is used and by whom.")
    url: Web | None = None


KIND = Kind("tool", "practices/tools", "tools", Tool, review_months=24)
