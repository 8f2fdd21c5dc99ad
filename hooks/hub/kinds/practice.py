"""A practice others can learn from or copy."""

from pydantic import Field

from hub.fields import Facts, Name, Period, ref, term
from hub.kinds.entry import Entry, Kind


class Practice(Entry):
    lead: tuple[ref("organisation", "shelter", "network"), ...] = Field((), description="Who leads it, as entries of the hub.")
    partners: tuple[ref("organisation", "shelter", "network"), ...] = Field((), description="Who takes part, as entries.")
    lead_names: tuple[Name, ...] = Field((), description="Leaders that have no entry yet.")
    partner_names: tuple[Name, ...] = Field((), description="Partners that have no entry yet.")
    actor_types: tuple[term("actor_types"), ...] = Field((), description="What sorts of bodies take part.")
    forms: tuple[term("forms_of_exploitation"), ...] = Field((), description="Forms of exploitation it deals with.")
    target_groups: tuple[term("target_groups"), ...] = Field((), description="Whom it serves.")
    services: tuple[term("services"), ...] = Field((), description="Services a person gets.")
    sectors: tuple[term("sectors"), ...] = Field((), description="Economic sectors, for labour exploitation.")
    nrm_steps: tuple[term("nrm_steps"), ...] = Field((), description="Steps of the referral path it belongs to.")
    period: Period | None = Field(None, description="From when to when it ran.")
    maturity: term("maturity") | None = Field(None, description="How far the practice has come.")
    evidence: term("evidence") = Field("E0", description="How well its effect is known.")
    problem: Facts = Field((), description="What was wrong or missing before.")
    approach: Facts = Field((), description="How it works, step by step.")
    results: Facts = Field((), description="What came of it, with figures and users' views where known.")
    success_factors: Facts = Field((), description="What makes it work.")
    challenges: Facts = Field((), description="What is hard about it.")
    what_did_not_work: Facts = Field((), description="What was tried and did not work.")
    recommendations: Facts = Field((), description="What its people advise others.")
    conditions_for_transfer: Facts = Field((), description="What another country needs before it can copy this.")
    safeguards: Facts = Field((), description="How people and their data are protected.")
    funding: Facts = Field((), description="Who pays, and for how long.")
    presented_at: tuple[ref("event"), ...] = Field((), description="Seminars where it was shown.")


KIND = Kind("practice", "practices/best-practices", "practices", Practice, review_months=24)
