"""How old a thing is at a given date. The build date decides; nothing here reads a clock."""

from datetime import date, timedelta

VERIFIED, UNVERIFIED, EXPIRED = "verified", "unverified", "expired"
CONTACT_DAYS = 365  # a contact holds twelve months; design contract, section 5


def first_day(partial):
    """The first day that a PartialDate can mean."""
    return date(partial.year, partial.month or 1, partial.day or 1)


def contact_state(channel, as_of):
    """verified: checked by a person within twelve months. unverified: taken from a public page within twelve months, never
    checked. expired: older than either; its number is withheld."""
    if channel.verified_on:
        return VERIFIED if age(channel.verified_on, as_of) <= CONTACT_DAYS else EXPIRED
    return UNVERIFIED if age(channel.page.taken_on, as_of) <= CONTACT_DAYS else EXPIRED


def withheld_texts(entry, as_of):
    """Starts of the paths of texts that belong to expired contacts: they go where the number goes, which is nowhere."""
    channels = getattr(entry, "contacts", ())
    return tuple(f"contacts.{index}." for index, channel in enumerate(channels) if contact_state(channel, as_of) == EXPIRED)


def age(day, as_of):
    return (as_of - day).days


def holds_until(channel):
    """The last day on which a contact is not yet expired."""
    return (channel.verified_on or channel.page.taken_on) + timedelta(days=CONTACT_DAYS)
