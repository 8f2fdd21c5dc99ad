"""The published shape: what others may build on. Version 1, see docs: fields are added, never renamed or taken away.

Separate from the written shape in kinds/ on purpose: a field that editors get tomorrow is not published until it stands here,
and a field that is withheld stands in WITHHELD with the reason. Names are those of the written fields, so that a path such as
"approach.0.text" means the same text in both.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

VERSION = "1.0.0"


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Texts = Annotated[
    dict[str, str], Field(description="A text by language code. English is always there; a language that is missing is not translated.")
]
Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="Never changes and is never given to anything else.")]
Ids = tuple[Id, ...]
Term = Annotated[str, Field(description="A term's id; labels and definitions stand in vocabularies.json.")]
Terms = tuple[Term, ...]
When = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="A year, a month or a day.")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Names = tuple[str, ...]
Url = Annotated[str, Field(pattern=r"^https?://")]
State = Literal["source", "missing", "partial", "outdated", "draft", "reviewed"]
States = Annotated[
    dict[str, State],
    Field(description="By language. source: the language the entry is written in. draft: no person has reviewed it yet. outdated: English has moved on."),
]


class Cited(Shape):
    """A place in a source."""

    source: Id
    place: str


class SourceNote(Shape):
    """A source of the entry as a whole."""

    id: Id
    at: str = Field(description="Page, section or line.")


class Statement(Shape):
    """One fact with the place it comes from."""

    text: Texts
    cite: tuple[Cited, ...]
    as_of: When | None = Field(None, description="Only where the fact is older or newer than its entry.")


Facts = tuple[Statement, ...]


class OfficialName(Shape):
    language: str
    name: str
    verified: bool


class Period(Shape):
    start: When | None = None
    end: When | None = None


class SourcePage(Shape):
    url: Url
    dated: When | None = None
    taken_on: Day


class Channel(Shape):
    """A public line or a function mailbox. Of an expired one only its type and the page to look on are published."""

    type: Term
    state: Literal["verified", "unverified", "expired"] = Field(
        description="verified: a person checked it within twelve months. unverified: taken from a public page, nobody has checked. "
        "expired: older than that; the number is withheld."
    )
    value: str | None = None
    e164: str | None = None
    label: Texts | None = None
    hours: Texts | None = None
    note: Texts | None = None
    languages: Names = ()
    free_of_charge: bool | None = None
    audience: Terms = ()
    page: SourcePage
    verified_on: Day | None = None
    verified_by_role: Texts | None = None


class Correction(Shape):
    """Something that stood in the entry and was wrong."""

    on: Day
    text: Texts


class Brief(Shape):
    """An entry as lists give it."""

    id: Id
    kind: str
    countries: Names = Field(description="ISO 3166-1 codes.")
    scope: Term
    themes: Terms
    status: Literal["current", "historical", "proposed", "ended"]
    as_of: When = Field(description="The date the facts describe.")
    reviewed: Day
    review_due: Day
    titles: Texts
    urls: dict[str, Url] = Field(description="The page in each language; one without a translation shows the English text and says so.")
    translation: States
    sources: tuple[SourceNote, ...]
    api: Url = Field(description="The full record.")


class Entry(Brief):
    """What every full record carries, whatever its kind."""

    summary: Texts
    names: tuple[OfficialName, ...] = ()
    notes: Facts = ()
    corrections: tuple[Correction, ...] = ()
    related: Ids = ()
    keywords: Names = ()
    was: Ids = Field((), description="Earlier ids; they lead here.")
    listed_in: Id | None = Field(None, description="The list on whose page the entry stands, when it has no page of its own.")
    outdated: dict[str, Names] = Field(default_factory=dict, description="Paths of texts whose English has changed since, by language.")


class Practice(Entry):
    lead: Ids = ()
    partners: Ids = ()
    lead_names: Names = ()
    partner_names: Names = ()
    actor_types: Terms = ()
    forms: Terms = ()
    target_groups: Terms = ()
    services: Terms = ()
    sectors: Terms = ()
    nrm_steps: Terms = ()
    period: Period | None = None
    maturity: Term | None = None
    evidence: Term | None = None
    problem: Facts = ()
    approach: Facts = ()
    results: Facts = ()
    success_factors: Facts = ()
    challenges: Facts = ()
    what_did_not_work: Facts = ()
    recommendations: Facts = ()
    conditions_for_transfer: Facts = ()
    safeguards: Facts = ()
    funding: Facts = ()
    presented_at: Ids = ()


class Step(Shape):
    who: Facts = ()
    what: Facts = ()
    time_limits: Facts = ()
    conditions: Facts = ()
    gaps: Facts = ()


class Steps(Shape):
    detect: Step | None = None
    first_contact: Step | None = None
    formal_identification: Step | None = None
    reflection: Step | None = None
    urgent_help: Step | None = None
    residence: Step | None = None
    proceedings: Step | None = None
    compensation: Step | None = None
    inclusion: Step | None = None
    return_transfer: Step | None = None


class Figures(Shape):
    """A value left out means: not stated in the sources."""

    reflection_period_days: int | None = None
    reflection_period_max_days: int | None = None
    permit_months: int | None = None
    help_depends_on_cooperation: Term | None = None
    formal_identification: Term | None = None
    cite: tuple[Cited, ...]
    note: Texts | None = None


class Layer(Shape):
    """What is known for one date."""

    as_of: When
    summary: Facts = ()
    figures: Figures | None = None
    steps: Steps | None = None
    coordinating_body: Facts = ()
    coordinator: Facts = ()
    rapporteur: Facts = ()
    inter_agency_body: Facts = ()
    coordination_unit: Facts = ()
    working_groups: Facts = ()
    specialised_units: Facts = ()
    agreements: Facts = ()
    action_plans: Facts = ()
    labour_exploitation: Facts = ()
    stakeholder_views: Facts = ()
    recent_measures: Facts = ()
    planned_measures: Facts = ()
    focus_areas: Facts = ()
    good_practices: Facts = ()
    problem_areas: Facts = ()


class Nrm(Entry):
    formal: Term
    formal_note: Facts = ()
    organisations: Ids = ()
    layers: tuple[Layer, ...]


class Organisation(Entry):
    actor_type: Term
    roles: Terms
    part_of: Id | None = None
    parent_name: str | None = None
    predecessor: Ids = ()
    target_groups: Terms = ()
    services: Terms = ()
    tasks: Facts = ()
    works_with: Facts = ()
    reporting: Facts = ()
    limits: Facts = ()
    history: Facts = ()
    website: Url | None = None
    contacts: tuple[Channel, ...] = ()


class Shelter(Entry):
    """There is no address, no place and no coordinate in this shape, and there never will be."""

    type: Term
    publication: Term = Field(description="How much may be said of the place.")
    operator: Id | None = None
    operator_name: str | None = None
    area: Texts | None = None
    target_groups: Terms = ()
    forms: Terms = ()
    services: Terms = ()
    admission: Facts = ()
    staffing: Facts = ()
    help_given: Facts = ()
    referral_path: Facts = ()
    funding: Facts = ()
    length_of_stay: Facts = ()
    history: Facts = ()
    capacity: Facts = Field((), description="As a source described it at its date; never what is free today.")
    website: Url | None = None
    contacts: tuple[Channel, ...] = ()


class Network(Entry):
    period: Period | None = None
    members: Ids = ()
    member_names: Names = ()
    membership: Facts = ()
    mandate: Facts = ()
    secretariat: Facts = ()
    work: Facts = ()
    history: Facts = ()
    predecessor: Ids = ()
    website: Url | None = None
    contacts: tuple[Channel, ...] = ()


class Recommendation(Entry):
    type: Term
    made_by: Texts
    addressee: Texts | None = None
    listed_in_source: bool
    position: str | None = None
    follow_up: Term
    follow_up_evidence: Facts = ()
    concerns: Ids = ()


class Column(Shape):
    label: Texts
    number: bool = False


class Cell(Shape):
    text: Texts
    number: float | None = None


class TableRow(Shape):
    country: str | None = None
    label: Texts | None = None
    cells: tuple[Cell, ...]
    cite: tuple[Cited, ...] | None = None
    as_of: When | None = None


class Comparison(Entry):
    first_column: Texts
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    cite: tuple[Cited, ...]
    figure: str | None = None


class Instrument(Entry):
    type: Term
    period: Period | None = None
    parties: Ids = ()
    party_names: Names = ()
    content: Facts = ()
    effects: Facts = ()
    reporting: Facts = ()
    predecessor: Ids = ()
    url: Url | None = None


class Model(Entry):
    proposed_by: Texts | None = None
    nrm_steps: Terms = ()
    bodies: Facts = ()
    steps: Facts = ()
    content: Facts = ()
    use: Facts = ()
    concerns: Ids = ()


class Tool(Entry):
    type: Term
    audience: Terms = ()
    audience_note: Texts | None = None
    publisher: Ids = ()
    publisher_names: Names = ()
    nrm_steps: Terms = ()
    content: Facts = ()
    use: Facts = ()
    url: Url | None = None


class Session(Shape):
    title: Texts
    time: str | None = None
    about: Ids = ()
    note: Texts | None = None


class Event(Entry):
    type: Term
    date: When
    end: When | None = None
    place: str | None = None
    organisers: Ids = ()
    organiser_names: Names = ()
    part_of: Id | None = None
    programme: tuple[Session, ...] = ()
    outcome: Facts = ()


class Situation(Entry):
    order: int
    audience: Term
    urgent: Term
    steps: Terms = ()
    roles: Terms = ()
    forms: Terms = ()
    target_groups: Terms = ()
    do_first: Facts = ()
    do_not: Facts = ()


class Source(Entry):
    type: Term
    author: Names = ()
    publisher: str | None = None
    publisher_place: str | None = None
    issued: When | None = None
    collection_title: str | None = None
    number: str | None = None
    isbn: str | None = None
    issn: str | None = None
    urn: str | None = None
    url: Url | None = None
    licence: str | None = None
    language: Names = ()
    page_count: int | None = None
    content: Facts = ()
    limits: Facts = ()


SHAPES = {
    "situation": Situation, "nrm": Nrm, "practice": Practice, "organisation": Organisation, "shelter": Shelter, "network": Network,
    "recommendation": Recommendation, "comparison": Comparison, "instrument": Instrument, "model": Model, "tool": Tool, "event": Event, "source": Source,
}  # fmt: skip

# Written fields that are not published, and why. tests/exports hold this against the written shape.
WITHHELD = {
    "title": "published as titles",
    "covers": "book-keeping of the editors",
    "Channel.public_mobile": "book-keeping of the editors",
    "Session.speakers": "persons' names stay on the page of the published programme; data sets are copied and live on",
    "Event.speakers": "persons' names stay on the page of the published programme; data sets are copied and live on",
    "Event.handout": "a setting for printing",
}
