"""Contact channels in print: never an expired one, and an unverified one always says so."""

from hub.freshness import VERIFIED
from hub.print import blocks


def channel_item(edition, record, index, channel, state):
    """One channel as data."""
    path = f"contacts.{index}"
    facts = []
    if channel.hours:
        facts.append(edition.text(record, f"{path}.hours"))
    elif channel.type == "phone" and channel.value != "112":
        facts.append(edition.say("Opening hours not known"))
    if channel.free_of_charge:
        facts.append(edition.say("Free of charge"))
    if channel.languages:
        spoken = [label.enumerate([label.language_name(code) for code in channel.languages]) for label in edition.labels]
        facts.append(edition.say("Languages: %(names)s", names=spoken))
    if "public" in channel.audience:
        facts.append(edition.say("For anybody"))
    elif channel.audience:
        facts.append(edition.say("For: %(groups)s", groups=edition.terms("audiences", channel.audience)))
    if state == VERIFIED:
        told = edition.say("Checked by a person on %(date)s", date=edition.date(channel.verified_on))
    else:
        told = edition.say("Taken from a public page on %(date)s; nobody has called to check.", date=edition.date(channel.page.taken_on))
    return {
        "label": edition.text(record, f"{path}.label"), "type": edition.term("channel_types", channel.type), "value": channel.value,
        "href": target(channel), "facts": facts, "state": state, "told": told,
        "warning": None if state == VERIFIED else edition.say("Unverified."),
        "note": edition.text(record, f"{path}.note") if channel.note else None, "page": channel.page.url,
        "spoken": channel.type in ("phone", "sms"),
    }  # fmt: skip


def target(channel):
    if channel.type in ("phone", "sms"):
        return f"{'tel' if channel.type == 'phone' else 'sms'}:{channel.e164 or channel.value.replace(' ', '')}"
    return f"mailto:{channel.value}" if channel.type == "email" else channel.page.url


def channel_items(edition, record):
    return [channel_item(edition, record, index, channel, state) for index, channel, state in edition.printable(record.entry)]


def body_with_channels(edition, record):
    """A body and its channels as one block, or None when nothing of it may be printed."""
    items = channel_items(edition, record)
    if not items:
        return None
    edition.facts.append(record.entry.as_of)
    return blocks.channels(edition.text(record, "title"), items, record.id, edition.address(record.address))


def emergency(edition):
    return blocks.notice(
        edition.say("The hub is not an emergency service; nobody answers here."), edition.say("In danger now? Call 112."), "urgent"
    )
