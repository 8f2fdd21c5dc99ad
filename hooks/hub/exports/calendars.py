"""Seminars as calendars. One that is known to the month or the year only is in none: a calendar has no such days."""

from datetime import date, timedelta

from hub.exports.feed_files import at_midnight
from hub.exports.files import File
from hub.exports.material import API

FOLDER = f"{API}seminars/"


def calendars(material):
    dated = [record for record in material.of_kind("event") if record.entry.date.day]
    yield File(f"{FOLDER}all.ics", material.key(dated, "ics"), lambda: as_ics(material, dated))
    for record in dated:
        for name in (record.id, *record.entry.was):
            yield File(f"{FOLDER}{name}.ics", material.key([record], "ics"), lambda record=record: as_ics(material, [record]))


def as_ics(material, records):
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//{material.library.project.site_name}//EN")
    calendar.add("version", "2.0")
    for record in records:
        entry, event = record.entry, Event()
        last = entry.end if entry.end and entry.end.day else entry.date
        event.add("uid", f"{record.id}@{material.site.split('//')[1].split('/')[0]}")
        event.add("dtstamp", at_midnight(entry.reviewed))
        event.add("dtstart", date(entry.date.year, entry.date.month, entry.date.day))
        event.add("dtend", date(last.year, last.month, last.day) + timedelta(days=1))  # the first day after it
        event.add("summary", entry.title)
        event.add("description", entry.summary)
        event.add("url", material.page(record))
        if entry.place:
            event.add("location", entry.place)
        calendar.add_component(event)
    return calendar.to_ical()
