"""A network, task force or expert group: existing, past or proposed."""

from pydantic import Field

from hub.fields import Channel, Facts, Name, Period, Web, ref
from hub.kinds.entry import Entry, Kind


class Network(Entry):
    period: Period | None = Field(None, description="The years it has existed.")
    members: tuple[ref("organisation", "network"), ...] = Field((), description="Members that have entries.")
    member_names: tuple[Name, ...] = Field((), description="Members that have no entry yet.")
    membership: Facts = Field((), description="Who takes part.")
    mandate: Facts = Field((), description="What it is for and on what it rests.")
    secretariat: Facts = Field((), description="Who keeps it running.")
    work: Facts = Field((), description="What it has done or is to do.")
    history: Facts = Field((), description="Set up, renamed, ended.")
    predecessor: tuple[ref("network"), ...] = Field((), description="What it replaced, as entries.")
    website: Web | None = Field(None, description="Its own website.")
    contacts: tuple[Channel, ...] = Field((), description="Public lines and function mailboxes of its secretariat.")


KIND = Kind("network", "contacts/networks", "networks", Network, review_months=12)
