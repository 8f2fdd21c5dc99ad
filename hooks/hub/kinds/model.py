"""A model or proposal of how referral and assistance could work: a concept, a chain of steps, another country's system."""

from pydantic import Field

from hub.fields import Facts, Line, ref, term
from hub.kinds.entry import Entry, Kind


class Model(Entry):
    proposed_by: Line | None = Field(None, description="Who put the model forward.")
    nrm_steps: tuple[term("nrm_steps"), ...] = Field((), description="Steps of the referral path it is about.")
    bodies: Facts = Field((), description="Who is in charge and who takes part.")
    steps: Facts = Field((), description="Its steps, in order.")
    content: Facts = Field((), description="What else belongs to it.")
    use: Facts = Field((), description="Where it was used, and what came of it.")
    concerns: tuple[ref(), ...] = Field((), description="Entries it is about.")


KIND = Kind("model", "practices/models", "models", Model, review_months=24)
