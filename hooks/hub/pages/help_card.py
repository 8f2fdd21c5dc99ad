"""The card of one country and one situation: whom to contact, who decides, what the person can get, what to leave."""

from hub.library import covered_countries
from hub.page import Plan
from hub.pages.country import cited_sources, contacts_of, mechanism, own, path_steps
from hub.pages.help_country import situations
from hub.view import Notes, view

TYPE = "help_card"
FIRST = 3  # contacts that stand on the card; the others are a tap away


def plans(library):
    for code in covered_countries():
        for situation in situations(library):
            needs = [situation.id, *(record.id for record in [*contacts_of(library, code), *others(library, code, situation)])]
            found = mechanism(library, code)
            needs += [found.id, *library.sources_of(found)] if found else []
            needs = tuple(dict.fromkeys([*needs, *library.sources_of(situation)]))
            yield Plan(TYPE, f"help/{code.lower()}/{situation.id}/", f"{code}:{situation.id}", needs, (situation.id,))


def fitting(library, code, situation):
    """The country's records with a contact channel, those that fit the situation best first.

    The emergency number first when it is urgent; then by the situation's own order of roles; a body for other people, by its
    target groups, comes last, and so does one whose channels are not for this reader.
    """
    wanted = situation.entry

    def rank(record):
        roles = getattr(record.entry, "roles", ())
        groups = getattr(record.entry, "target_groups", ())
        readers = {reader for channel in record.entry.contacts for reader in channel.audience}
        emergency = "emergency" in roles
        for_others = bool(groups and wanted.target_groups and set(groups).isdisjoint(wanted.target_groups))
        not_for_reader = bool(readers) and wanted.audience not in readers and "public" not in readers
        place = min((wanted.roles.index(role) for role in roles if role in wanted.roles), default=len(wanted.roles))
        return (not emergency if wanted.urgent == "yes" else emergency, for_others, not_for_reader, place)

    return sorted(contacts_of(library, code), key=rank)


def others(library, code, situation):
    """Bodies of the country with one of the situation's roles that have no contact channel of their own, the best fitting first."""
    roles = situation.entry.roles
    found = [record for record in own(library, code, "organisation") if set(record.entry.roles) & set(roles) and not record.entry.contacts]
    found.sort(key=lambda record: (record.entry.status != "current", min(roles.index(role) for role in record.entry.roles if role in roles)))
    return found[:6]


def context(library, plan, drawing):
    code, _, situation_id = plan.subject.partition(":")
    language = drawing.language
    record = library.records[situation_id]
    name = drawing.labels.country(code)
    situation = view(library, record, language)
    found = mechanism(library, code)
    notes = Notes()
    steps = dict(path_steps(view(library, found, language))) if found else {}
    fit = [view(library, item, language) for item in fitting(library, code, record)]
    return {
        "title": f"{situation.title.plain} – {name}",
        "description": situation.summary.plain,
        "crumbs": [(drawing.say("Find help"), "help/"), (name, f"help/{code.lower()}/")],
        "code": code,
        "name": name,
        "situation": situation,
        "notes": notes,
        "helpers": fit[:FIRST],
        "more_helpers": fit[FIRST:],
        "others": [drawing.card(other.id) for other in others(library, code, record)],
        "steps": [(step, steps[step][0]) for step in record.entry.steps if steps.get(step)],
        "mechanism": found,
        "source_list": lambda: cited_sources(library, notes, drawing),
        "help_facing": True,
        "layout": "help-card",
    }
