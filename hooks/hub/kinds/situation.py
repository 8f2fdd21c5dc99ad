"""A situation in which somebody looks for help: what the card of each country shows for it, and what to do and to leave."""

from pydantic import Field

from hub.fields import Facts, term
from hub.kinds.entry import Entry, Kind


class Situation(Entry):
    order: int = Field(ge=1, le=99, description="Place in the list of situations; 1 stands first.")
    audience: term("audiences") = Field(description="Who reads the card: victims for the person concerned, else professionals or public.")
    urgent: term("answers") = Field("no", description="yes when somebody may be in danger now.")
    steps: tuple[term("nrm_steps"), ...] = Field((), description="Steps of the country's referral path that the card shows, in order.")
    roles: tuple[term("roles"), ...] = Field((), description="Whom the card names besides the first contacts, in order.")
    forms: tuple[term("forms_of_exploitation"), ...] = Field((), description="Forms of exploitation it is about.")
    target_groups: tuple[term("target_groups"), ...] = Field((), description="Whom it is about.")
    do_first: Facts = Field((), description="What helps now.")
    do_not: Facts = Field((), description="What can do harm.")


KIND = Kind("situation", "contacts/situations", "situations", Situation, review_months=12)
