"""A country's referral mechanism: the same fields for every country, one layer for each date the facts describe."""

from pydantic import Field

from hub.fields import Cites, Facts, Group, Line, PartialDate, ref, term
from hub.kinds.entry import Entry, Kind
from hub.vocabulary import vocabulary


class Step(Group):
    """One step of the referral path."""

    who: Facts = Field((), description="Who acts.")
    what: Facts = Field((), description="What happens.")
    time_limits: Facts = Field((), description="How long it may take.")
    conditions: Facts = Field((), description="What help or a decision depends on.")
    gaps: Facts = Field((), description="What was found to be missing or not to work.")


class Steps(Group):
    """The ten steps, in the order of the path."""

    detect: Step = Step()
    first_contact: Step = Step()
    formal_identification: Step = Step()
    reflection: Step = Step()
    urgent_help: Step = Step()
    residence: Step = Step()
    proceedings: Step = Step()
    compensation: Step = Step()
    inclusion: Step = Step()
    return_transfer: Step = Step()


assert tuple(Steps.model_fields) == tuple(vocabulary("nrm_steps").terms)


class Figures(Group):
    """Values that can be set side by side. A value left out means: not stated in the sources."""

    reflection_period_days: int | None = Field(None, ge=0, le=1000, description="Shortest period in days; a month counts as 30.")
    reflection_period_max_days: int | None = Field(None, ge=0, le=1000, description="Longest period in days, extensions included.")
    permit_months: int | None = Field(None, ge=0, le=240, description="Length of the first temporary permit in months.")
    help_depends_on_cooperation: term("answers") | None = Field(None, description="Whether help needs cooperation with the police.")
    formal_identification: term("answers") | None = Field(None, description="Whether there is a formal procedure.")
    cite: Cites
    note: Line | None = Field(None, description="Where printed figures differ, or what a figure leaves out.")


class Layer(Group):
    """What is known for one date. Facts of different dates never share a layer."""

    as_of: PartialDate = Field(description="The date this layer describes.")
    summary: Facts = Field((), description="The system in two or three sentences.")
    figures: Figures | None = Field(None, description="Values that can be set side by side.")
    steps: Steps = Field(Steps(), description="The ten steps of the path; leave out those the sources say nothing about.")
    coordinating_body: Facts = Field((), description="The body that steers the work.")
    coordinator: Facts = Field((), description="National coordinator.")
    rapporteur: Facts = Field((), description="National rapporteur or what takes its place.")
    inter_agency_body: Facts = Field((), description="The body in which authorities meet.")
    coordination_unit: Facts = Field((), description="The unit that runs the daily coordination.")
    working_groups: Facts = Field((), description="Standing groups.")
    specialised_units: Facts = Field((), description="Police, prosecution and other special units.")
    agreements: Facts = Field((), description="Written agreements between authorities and organisations.")
    action_plans: Facts = Field((), description="Plans and strategies; each starts with its years.")
    labour_exploitation: Facts = Field((), description="What is done on labour exploitation.")
    stakeholder_views: Facts = Field((), description="What people in the field said.")
    recent_measures: Facts = Field((), description="What was done lately.")
    planned_measures: Facts = Field((), description="What was planned.")
    focus_areas: Facts = Field((), description="What the country worked on most.")
    good_practices: Facts = Field((), description="What was named as good practice.")
    problem_areas: Facts = Field((), description="What was named as a problem.")


class Nrm(Entry):
    formal: term("answers") = Field(description="Whether the sources call it a formal National Referral Mechanism.")
    formal_note: Facts = Field((), description="On what that answer rests.")
    organisations: tuple[ref("organisation", "shelter", "network"), ...] = Field((), description="Bodies of the mechanism that have entries.")
    layers: tuple[Layer, ...] = Field(min_length=1, description="Newest first.")


KIND = Kind("nrm", "practices/nrms", "nrms", Nrm, review_months=12)
