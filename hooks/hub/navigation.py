"""The links of header and footer: the only place that names them."""

from hub.kinds import KINDS


def N_(text):
    """Marks a text for the catalogues; it is translated where it is shown."""
    return text


MAIN = (
    ("help/", N_("Find help")),
    ("countries/", N_("Countries")),
    ("themes/", N_("Themes")),
    ("practices/", N_("Practices")),
    ("nrms/", N_("Referral mechanisms")),
    ("organisations/", N_("Organisations")),
)
ABOUT = (
    ("about/", N_("What the hub is")),
    ("safety/", N_("Using this site safely")),
    ("contribute/", N_("Contribute")),
    ("accessibility/", N_("Accessibility statement")),
)


def sections(labels):
    """[(path, label)] of every kind's index, labels already in the language."""
    return [(f"{kind.section}/", labels.plural("kinds", name)) for name, kind in KINDS.items()]
