"""What an entry's page shows, kind by kind: the rows of its key facts and its sections, in order.

Parts that are no plain row or list of facts have a template of their own, entry_<kind>.html.
"""

from dataclasses import dataclass

from hub.labels import N_


@dataclass(frozen=True, slots=True)
class Row:
    """A row of key facts.

    label  its heading
    field  the field it shows
    how    "links" to entries, with the plain names of `plain` behind; controlled "terms" or one "term" of `vocabulary`, "explained"
           with the term's definition; "years" of a period; a "site" to visit; or the "text" itself
    """

    label: str
    field: str
    how: str = "text"
    vocabulary: str = ""
    plain: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A list of facts under a heading. tone: "good" or "caution" for a coloured ground."""

    field: str
    heading: str
    ordered: bool = False
    tone: str = ""


def links(label, field, plain=""):
    return Row(label, field, "links", plain=plain)


def terms(label, field, vocabulary):
    return Row(label, field, "terms", vocabulary)


SITE = Row(N_("Own website"), "website", "site")
FOR_WHOM = terms(N_("For whom"), "target_groups", "target_groups")
FORMS = terms(N_("Forms of exploitation"), "forms", "forms_of_exploitation")
SERVICES = terms(N_("Services"), "services", "services")
STEPS = terms(N_("Steps of the referral path"), "nrm_steps", "nrm_steps")
YEARS = Row(N_("Years"), "period", "years")
BEFORE = links(N_("Before it"), "predecessor")
TEXT = Row(N_("Text"), "url", "site")

ROWS = {
    "situation": (Row(N_("Written for"), "audience", "term", "audiences"), FORMS, FOR_WHOM, terms(N_("Steps of the referral path"), "steps", "nrm_steps")),
    "practice": (
        links(N_("Led by"), "lead", "lead_names"),
        links(N_("Partners"), "partners", "partner_names"),
        YEARS, FORMS, FOR_WHOM, SERVICES,
        terms(N_("Sectors"), "sectors", "sectors"),
        terms(N_("Actors"), "actor_types", "actor_types"),
        STEPS,
        Row(N_("Maturity"), "maturity", "explained", "maturity"),
        Row(N_("Evidence"), "evidence", "explained", "evidence"),
        links(N_("Presented at"), "presented_at"),
    ),
    "nrm": (
        Row(N_("Formal National Referral Mechanism"), "formal", "term", "answers"),
        links(N_("Bodies"), "organisations"),
    ),
    "organisation": (
        terms(N_("Role"), "roles", "roles"),
        Row(N_("Type"), "actor_type", "term", "actor_types"),
        links(N_("Part of"), "part_of", "parent_name"),
        BEFORE, FOR_WHOM, SERVICES, SITE,
    ),
    "shelter": (
        links(N_("Run by"), "operator", "operator_name"),
        FOR_WHOM, FORMS, SERVICES,
        Row(N_("Area"), "area"),
        Row(N_("Place"), "publication", "explained", "publication"),
        SITE,
    ),
    "network": (YEARS, links(N_("Members"), "members", "member_names"), BEFORE, SITE),
    "recommendation": (
        Row(N_("Put forward by"), "made_by"),
        Row(N_("Addressed to"), "addressee"),
        Row(N_("Follow-up"), "follow_up", "term", "follow_up"),
        links(N_("Concerns"), "concerns"),
    ),
    "instrument": (YEARS, links(N_("Parties"), "parties", "party_names"), BEFORE, TEXT),
    "model": (
        Row(N_("Put forward by"), "proposed_by"),
        STEPS,
        links(N_("Concerns"), "concerns"),
    ),
    "comparison": (Row(N_("Figure in the source"), "figure"),),
    "tool": (
        terms(N_("Used by"), "audience", "actor_types"),
        Row(N_("Users"), "audience_note"),
        links(N_("Published by"), "publisher", "publisher_names"),
        STEPS, TEXT,
    ),
    "event": (
        Row(N_("Date"), "date", "dates"),
        Row(N_("Place"), "place"),
        links(N_("Organised by"), "organisers", "organiser_names"),
        links(N_("Part of"), "part_of"),
    ),
    "source": (
        links(N_("Author"), "", "author"),
        Row(N_("Publisher"), "publisher"),
        Row(N_("Published"), "issued", "date"),
        Row(N_("Series"), "collection_title"),
        Row(N_("Number"), "number"),
        Row("ISBN", "isbn"),
        Row("ISSN", "issn"),
        Row("URN", "urn"),
        Row(N_("Language"), "language", "languages"),
        Row(N_("Licence"), "licence"),
        Row(N_("Pages"), "page_count"),
        TEXT,
    ),
}  # fmt: skip

SECTIONS = {
    "situation": (Section("do_first", N_("What helps")), Section("do_not", N_("What can do harm"), tone="caution")),
    "practice": (
        Section("problem", N_("Why it was needed")),
        Section("approach", N_("How it works"), ordered=True),
        Section("results", N_("What came of it")),
        Section("success_factors", N_("What makes it work"), tone="good"),
        Section("challenges", N_("Challenges")),
        Section("what_did_not_work", N_("What did not work"), tone="caution"),
        Section("recommendations", N_("Advice to others")),
        Section("conditions_for_transfer", N_("Before you copy it")),
        Section("safeguards", N_("Safeguards")),
        Section("funding", N_("Funding")),
    ),
    "nrm": (),
    "organisation": (
        Section("limits", N_("What it does not do"), tone="caution"),
        Section("tasks", N_("What it does")),
        Section("works_with", N_("Whom it works with")),
        Section("reporting", N_("To whom it reports")),
        Section("history", N_("History")),
    ),
    "shelter": (
        Section("referral_path", N_("How to get there")),
        Section("admission", N_("Who can be admitted")),
        Section("help_given", N_("Help given")),
        Section("length_of_stay", N_("Length of stay")),
        Section("capacity", N_("Capacity")),
        Section("staffing", N_("Staff")),
        Section("funding", N_("Funding")),
        Section("history", N_("History")),
    ),
    "network": (
        Section("mandate", N_("What it is for")),
        Section("membership", N_("Who takes part")),
        Section("secretariat", N_("Secretariat")),
        Section("work", N_("What it does")),
        Section("history", N_("History")),
    ),
    "recommendation": (Section("follow_up_evidence", N_("What is known of the follow-up")),),
    "instrument": (
        Section("content", N_("What it says")),
        Section("effects", N_("What came of it")),
        Section("reporting", N_("How it is monitored")),
    ),
    "model": (
        Section("bodies", N_("Who is in charge")),
        Section("steps", N_("Steps"), ordered=True),
        Section("content", N_("What belongs to it")),
        Section("use", N_("How it is used")),
    ),
    "comparison": (),
    "tool": (Section("content", N_("What is in it")), Section("use", N_("How it is used"))),
    "event": (Section("outcome", N_("What came of it")),),
    "source": (Section("content", N_("What it covers")), Section("limits", N_("What to keep in mind"), tone="caution")),
}
NOTES = Section("notes", N_("Keep in mind"), tone="caution")

# Parts of a referral mechanism at one date, and of one of its steps.
LAYER_SECTIONS = (
    Section("coordinating_body", N_("Coordinating body")),
    Section("coordinator", N_("National coordinator")),
    Section("coordination_unit", N_("Coordination unit")),
    Section("rapporteur", N_("National rapporteur")),
    Section("inter_agency_body", N_("Inter-agency body")),
    Section("working_groups", N_("Working groups")),
    Section("specialised_units", N_("Specialised units")),
    Section("agreements", N_("Cooperation agreements")),
    Section("action_plans", N_("Action plans")),
    Section("labour_exploitation", N_("Labour exploitation")),
    Section("recent_measures", N_("Measures just taken")),
    Section("planned_measures", N_("Measures planned")),
    Section("focus_areas", N_("Focus areas")),
    Section("good_practices", N_("Good practices")),
    Section("problem_areas", N_("Problem areas")),
    Section("stakeholder_views", N_("What people in the field said")),
)
ASPECTS = (
    Section("who", N_("Who")),
    Section("what", N_("What happens")),
    Section("time_limits", N_("Time limits")),
    Section("conditions", N_("Conditions")),
    Section("gaps", N_("Gaps")),
)
