"""Vocabularies whose terms have pages of their own, each listing everything that is filed under it."""

from dataclasses import dataclass

from hub.labels import N_


@dataclass(frozen=True, slots=True)
class TermPages:
    """section: first part of the address. kicker: what one term is called. title: what all are called. fields: of entries that hold ids."""

    vocabulary: str
    section: str
    kicker: str
    title: str
    about: str
    fields: tuple

    def ids(self, entry):
        """Terms of this vocabulary that an entry carries."""
        found = []
        for name in self.fields:
            value = entry.__dict__.get(name) or ()
            found.extend((value,) if isinstance(value, str) else value)
        return tuple(dict.fromkeys(found))


TERM_PAGES = (
    TermPages("themes", "themes", N_("Theme"), N_("Themes"), N_("Everything in the hub, by what it is about."), ("themes",)),
    TermPages(
        "forms_of_exploitation", "forms", N_("Form of exploitation"), N_("Forms of exploitation"),
        N_("What people are exploited for, and everything in the hub on each form."), ("forms",),
    ),
    TermPages(
        "target_groups", "target-groups", N_("Target group"), N_("Target groups"),
        N_("Whom practices, shelters and organisations serve."), ("target_groups",),
    ),
    TermPages("services", "services", N_("Service"), N_("Services"), N_("Kinds of help, and who gives them."), ("services",)),
    TermPages(
        "actor_types", "actor-types", N_("Type of actor"), N_("Types of actors"),
        N_("Kinds of authorities and organisations, and what the hub holds on each."), ("actor_type", "actor_types", "audience"),
    ),
    TermPages("sectors", "sectors", N_("Sector"), N_("Sectors"), N_("Lines of work in which people were exploited."), ("sectors",)),
    TermPages("statuses", "statuses", N_("Status"), N_("In place or history"), N_("What is in place, past, proposed or ended."), ("status",)),
)  # fmt: skip
BY_VOCABULARY = {pages.vocabulary: pages for pages in TERM_PAGES}
