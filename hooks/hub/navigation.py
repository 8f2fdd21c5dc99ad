"""The links of header and footer: the only place that names them."""

from hub.labels import N_

MAIN = (
    ("help/", N_("Find help")),
    ("countries/", N_("Countries")),
    ("themes/", N_("Themes")),
    ("practices/", N_("Practices")),
    ("nrms/", N_("Referral mechanisms")),
    ("counterparts/", N_("Counterparts")),
    ("compare/", N_("Compare")),
)
ABOUT = (
    ("glossary/", N_("Glossary")),
    ("coverage/", N_("What is known where")),
    ("print/", N_("Print packs")),
    ("api/", N_("Open data")),
    ("corrections/", N_("Corrections")),
    ("translations/", N_("Translations")),
    ("about/", N_("What the hub is")),
    ("safety/", N_("Using this site safely")),
    ("contribute/", N_("Contribute")),
    ("accessibility/", N_("Accessibility statement")),
)

