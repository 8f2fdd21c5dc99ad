"""A theme's page: what it means, and everything about it by kind and country."""

from hub.kinds import KINDS
from hub.page import Plan
from hub.vocabulary import vocabulary

TYPE = "theme"


def plans(library):
    for theme in vocabulary("themes").terms:
        yield Plan(TYPE, f"themes/{theme}/", theme, tuple(record.id for record in library.of_theme(theme)))


def context(library, plan, drawing):
    theme = plan.subject
    records = library.of_theme(theme)
    groups = [
        (kind, drawing.cards([record for record in records if record.kind.name == kind]))
        for kind in KINDS
    ]
    term = vocabulary("themes").terms[theme]
    label = drawing.labels.term("themes", theme)
    return {
        "title": label,
        "description": drawing.labels.definition("themes", theme),
        "crumbs": [(drawing.say("Themes"), "themes/")],
        "definition": drawing.labels.definition("themes", theme),
        "maps": term.maps,
        "groups": [(kind, cards) for kind, cards in groups if cards],
        "siblings": [
            (other.id, drawing.labels.term("themes", other.id))
            for other in vocabulary("themes").terms.values()
            if other.group == term.group and other.id != theme and library.of_theme(other.id)
        ],
        "layout": "with-contents",
    }
