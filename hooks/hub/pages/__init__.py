"""The types of page. This list is the only place that names them all.

Each module has `plans(library)`, which names its pages and the records each one shows, and `context(library, plan, drawing)`,
which gives the template of the same name what it prints.
"""

from hub.pages import compare, corrections, counterpart, counterparts, countries, country, coverage, entry, find_help, glossary, help_card, help_country, home, kind, open_data, packs, record_list, search, term, terms, translations, withdrawn

PAGES = {module.TYPE: module for module in (home, find_help, help_country, help_card, search, counterparts, counterpart, compare, coverage, corrections, glossary, packs, countries, country, terms, term, kind, record_list, open_data, withdrawn, entry, translations)}


def is_late(plan):
    """Whether a page shows all languages at once, and so is drawn after them."""
    return getattr(PAGES[plan.type], "LATE", False)


def all_plans(library):
    """Every generated page, in a stable order."""
    return [plan for module in PAGES.values() for plan in module.plans(library)]
