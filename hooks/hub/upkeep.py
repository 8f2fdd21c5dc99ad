"""What is to be looked at again: reviews that fall due and contacts that lapse soon, as data and as a checklist.

A checklist never holds a number or a mailbox: it names the line and the page where the right one stands.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from hub.freshness import EXPIRED, contact_state, holds_until
from hub.kinds import KINDS
from hub.labels import labels

SOON = 60  # days


@dataclass(frozen=True, slots=True)
class Review:
    """An entry to be held against its sources. overdue: the day has passed."""

    day: date
    id: str
    kind: str
    title: str
    countries: tuple
    path: str
    overdue: bool


@dataclass(frozen=True, slots=True)
class Lapse:
    """A contact whose check runs out on `day`. page: where the right one stands."""

    day: date
    id: str
    title: str
    countries: tuple
    path: str
    type: str
    label: str
    page: str
    expired: bool


def reviews(records, as_of, within=SOON):
    """The Reviews due at `as_of` or in the days after it, the oldest first."""
    last = as_of + timedelta(days=within)
    return sorted(
        (Review(record.entry.review_due, record.id, record.kind.name, record.entry.title, record.entry.countries, record.path, record.entry.review_due < as_of)
         for record in records if record.entry.review_due <= last and not record.listed_in),
        key=lambda item: (item.day, item.id),
    )  # fmt: skip


def lapses(records, as_of, within=SOON):
    """The Lapses of contacts, expired ones included, the oldest first."""
    last, found = as_of + timedelta(days=within), []
    for record in records:
        for channel in getattr(record.entry, "contacts", ()):
            if holds_until(channel) <= last:
                found.append(Lapse(holds_until(channel), record.id, record.entry.title, record.entry.countries, record.path, channel.type,
                                   channel.label, channel.page.url, contact_state(channel, as_of) == EXPIRED))  # fmt: skip
    return sorted(found, key=lambda item: (item.day, item.id, item.label))


def as_text(reviewed, lapsing):
    lines = [f"{len(reviewed)} reviews, {len(lapsing)} contacts"]
    lines += [f"{item.day}  {'overdue' if item.overdue else 'due':8} {item.kind:14} {item.path}" for item in reviewed]
    lines += [f"{item.day}  {'expired' if item.expired else 'lapses':8} {item.type:14} {item.path}  {item.label}" for item in lapsing]
    return "\n".join(lines)


def as_markdown(reviewed, lapsing, as_of):
    """The checklist of an issue."""
    words = labels("en")
    lines = [f"As of {words.date(as_of)}.", ""]
    if lapsing:
        lines += ["## Contacts", "", "For each one: open the page, compare, and call or write if you can.", "",
                  "- Same as in the entry: set `taken_on` to today; after a call that reached the right place, `verified_on` and `verified_by_role` too.",
                  "- Changed: correct the entry first.", "- No longer there: take the channel out.", ""]  # fmt: skip
        for item in lapsing:
            state = "**expired** since" if item.expired else "holds until"
            lines.append(f"- [ ] {words.term('channel_types', item.type)}, {item.label}: {where(item)}, {state} {words.date(item.day)}. Page: <{item.page}> File: `{item.path}`")
        lines.append("")
    if reviewed:
        lines += ["## Reviews", "", "For each one: hold the entry against its sources and look for newer ones; then set `reviewed` to today and move `review_due`.", ""]
        for kind in KINDS:
            own = [item for item in reviewed if item.kind == kind]
            if own:
                lines += [f"### {words.plural('kinds', kind)}", ""]
                lines += [f"- [ ] {where(item)}, {'**overdue** since' if item.overdue else 'due'} {words.date(item.day)}. File: `{item.path}`" for item in own]
                lines.append("")
        own = [item for item in reviewed if item.kind == "list"]
        if own:
            lines += ["### Lists", "", *(f"- [ ] {where(item)}, due {words.date(item.day)}. File: `{item.path}`" for item in own), ""]
    if not reviewed and not lapsing:
        lines.append("Nothing is due.")
    return "\n".join(lines).rstrip() + "\n"


def where(item):
    return f"{item.title}{' (' + ', '.join(item.countries) + ')' if item.countries else ''}"
