"""Rules across and inside entries. One rule is one function, and RULES names them all; the order is the order of the list.

A rule takes the Material and yields Findings; it never stops early and never looks at a clock. One rule may find several
kinds of fault, each with a code of its own.
"""

from collections import defaultdict

from hub.document import place, problem_at, read_bytes
from hub.rules.contacts import contacts_are_public_lines
from hub.rules.dates import dates_make_sense, old_facts_are_history
from hub.rules.identity import id_says_where, old_ids_are_free
from hub.rules.references import facts_rest_on_known_sources, references_lead_somewhere
from hub.rules.safety import persons_stay_in_programmes, shelters_keep_their_level, texts_hide_no_address
from hub.rules.tables import rows_fill_their_table
from hub.rules.translations import translations_fit
from hub.rules.wording import translations_keep_to_the_glossary, words_are_few, words_put_the_person_first

RULES = (
    id_says_where,
    old_ids_are_free,
    references_lead_somewhere,
    facts_rest_on_known_sources,
    words_are_few,
    dates_make_sense,
    old_facts_are_history,
    contacts_are_public_lines,
    texts_hide_no_address,
    persons_stay_in_programmes,
    shelters_keep_their_level,
    rows_fill_their_table,
    words_put_the_person_first,
    translations_fit,
    translations_keep_to_the_glossary,
)


def check(root, material):
    """Run every rule; give Problems with their places."""
    by_path = defaultdict(list)
    for rule in RULES:
        for finding in rule(material):
            by_path[finding.where.path].append(finding)
    problems = []
    for path, findings in by_path.items():
        raw = read_bytes(root, path)
        for finding in findings:
            at = (*finding.where.at, *finding.at)
            line, column = place(raw, at) if at else (0, 0)
            problems.append(
                problem_at(path, raw, line, column, finding.code, finding.message, finding.hint, finding.severity)
            )
    return problems
