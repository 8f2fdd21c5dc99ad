"""What was wrong in published entries and was put right or taken back, newest first."""

from hub.page import Plan
from hub.view import view

TYPE = "corrections"


def plans(library):
    needs = tuple(record.id for record in library.records.values() if record.entry.corrections)
    yield Plan(TYPE, "corrections/", "|".join(f"{item.id} {item.on} {item.reason}" for item in library.withdrawn.values()), needs, needs)


def context(library, plan, drawing):
    days = {}
    for record_id in plan.needs:
        entry = view(library, library.records[record_id], drawing.language)
        for one in entry.corrections:
            days.setdefault(one.on, []).append((drawing.card(record_id), one.text))
    withdrawn = {}
    for item in library.withdrawn.values():
        withdrawn.setdefault(item.on, []).append(item)
    return {
        "title": drawing.say("Corrections"),
        "description": drawing.say("What was wrong in published entries and has been put right, and which entries were taken back."),
        "days": [(day, days.get(day, ()), withdrawn.get(day, ())) for day in sorted({*days, *withdrawn}, reverse=True)],
        "layout": "plain",
    }
