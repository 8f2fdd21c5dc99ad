"""Files that go with a seminar pack: its sessions for calendars, and function mailboxes and public lines for address books."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import vobject
from icalendar import Calendar, Event

from hub.freshness import VERIFIED
from hub.packs import minutes
from hub.pages.country import contacts_of
from hub.print.products.seminar_pack import wording


def calendar(edition, pack_id, pack):
    """The programme as an iCalendar file."""
    made = Calendar()
    made.add("prodid", "-//Nordic-Baltic Hub//seminar pack//EN")
    made.add("version", "2.0")
    zone = ZoneInfo(pack.timezone)
    for number, session in enumerate(pack.programme, 1):
        event = Event()
        day = session.day or pack.date
        event.add("uid", f"{pack_id}-{number}@nordic-baltic-hub")
        event.add("dtstamp", datetime.combine(edition.library.as_of, time(0), ZoneInfo("UTC")))
        for name, at in (("dtstart", session.start), ("dtend", session.end)):
            hour, minute = divmod(minutes(at), 60)
            event.add(name, datetime.combine(day, time(hour, minute), zone))
        event.add("summary", plain(edition, session.title))
        if session.note:
            event.add("description", plain(edition, session.note))
        if pack.place:
            event.add("location", plain(edition, pack.place))
        made.add_component(event)
    last = pack.end or pack.date
    made.add_missing_timezones(first_date=pack.date.replace(month=1, day=1), last_date=last.replace(year=last.year + 1))
    return made.to_ical()


def plain(edition, text):
    """An organiser's text in the first language."""
    found = wording(edition, text)[0]
    return found if isinstance(found, str) else found["t"]


def address_book(edition, codes):
    """vCards of bodies with a channel that may be printed; no person's card. A card says how sure each channel is."""
    cards = []
    for code in codes:
        for record in contacts_of(edition.library, code):
            shown = [(channel, state) for _, channel, state in edition.printable(record.entry) if channel.type in ("email", "phone")]
            if shown:
                cards.append(body_card(edition, record, shown))
    return "".join(cards).encode()


def body_card(edition, record, shown):
    name = edition.library.title(record.id, edition.languages[0])[0]
    label = edition.labels[0]
    made = vobject.vCard()
    made.add("fn").value = name
    made.add("n").value = vobject.vcard.Name(family=name)
    made.add("org").value = [name]
    made.add("kind").value = "org"
    told = []
    for channel, state in shown:
        if channel.type == "email":
            made.add("email").value = channel.value
        else:
            made.add("tel").value = channel.e164 or channel.value
        if state == VERIFIED:
            how = label.say("Checked by a person on %(date)s") % {"date": label.date(channel.verified_on)}
        else:
            how = f"{label.say('Unverified.')} " + label.say("Taken from a public page on %(date)s; nobody has called to check.") % {"date": label.date(channel.page.taken_on)}
        told.append(f"{channel.value}: {how} {channel.page.url}")
    made.add("note").value = "\n".join(told)
    made.add("url").value = edition.address(record.address)
    return made.serialize()
