"""What stands at the address of an entry that was taken back: that it was, when, why, and what to read now."""

from hub.page import Plan

TYPE = "withdrawn"


def plans(library):
    for item in library.withdrawn.values():
        needs = (item.instead,) if item.instead else ()
        yield Plan(TYPE, item.address, f"{item.id}|{item.on}|{item.reason}", needs)


def context(library, plan, drawing):
    item = library.withdrawn[plan.subject.partition("|")[0]]
    return {
        "title": drawing.say("Withdrawn"),
        "description": drawing.say("This entry was withdrawn."),
        "crumbs": [(drawing.labels.plural("kinds", item.kind), plan.path.partition("/")[0] + "/")],
        "item": item,
        "instead": drawing.card(item.instead) if item.instead else None,
        "claims": False,
        "layout": "plain",
    }
