"""The index of themes, in groups."""

from hub.page import Plan
from hub.vocabulary import vocabulary

TYPE = "themes"


def plans(library):
    yield Plan(TYPE, "themes/", needs=tuple(library.records))


def theme_groups(library, drawing):
    """[(group label, [(theme, label, number of entries)])]; a theme without entries is left out."""
    known = vocabulary("themes")
    groups = []
    for group in known.groups:
        themes = [
            (theme, drawing.labels.term("themes", theme), len(library.of_theme(theme)))
            for theme, term in known.terms.items()
            if term.group == group and library.of_theme(theme)
        ]
        if themes:
            groups.append((drawing.labels.group("themes", group), themes))
    return groups


def context(library, plan, drawing):
    return {
        "title": drawing.say("Themes"),
        "description": drawing.say("Everything in the hub, by what it is about."),
        "groups": theme_groups(library, drawing),
        "layout": "broad",
    }
