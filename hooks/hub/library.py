"""Records -> Library: everything that pages and exports ask for. Links both ways, translations, order.

What editors write lives on a record's entry; what is computed lives here. Nothing changes after it is made.
"""

import hashlib
from collections import Counter, defaultdict
from functools import cached_property
from itertools import chain, islice

from hub.collation import sort_key
from hub.project import SOURCE_LANGUAGE
from hub.term_pages import TERM_PAGES
from hub.translation import MISSING, OUTDATED, REVIEWED, match
from hub.vocabulary import vocabulary

COMPLETE, PARTLY, NONE = "complete", "partial", "missing"


class Library:
    """All records of a project at one date.

    records       {id: Record}, sorted by id
    translations  {(id, language): Translation}
    languages     codes, the source language first
    as_of         the date that decides how old things are
    withdrawn     {id: Withdrawal} of entries that were taken back
    """

    def __init__(self, project, loaded):
        self.project = project
        self.languages = project.languages
        self.as_of = project.as_of
        self.records = dict(sorted(loaded.records.items()))
        self.translations = loaded.translations
        self.withdrawn = loaded.withdrawn
        self._matches = loaded.matches
        self._digests, self._sort_keys = {}, {}

    # ---------------------------------------------------------------------------------------------------- selections

    def of_kind(self, name):
        return self._by_kind.get(name, ())

    @cached_property
    def _by_kind(self):
        groups = defaultdict(list)
        for record in self.records.values():
            groups[record.kind.name].append(record)
        return groups

    def of_country(self, code):
        return self._by_country.get(code, ())

    @cached_property
    def _by_country(self):
        groups = defaultdict(list)
        for record in self.records.values():
            for code in record.entry.countries:
                groups[code].append(record)
        return groups

    def of_term(self, pages, term):
        """Records that carry a term of the vocabulary that `pages` (a TermPages) describes."""
        return self._by_term[pages.vocabulary].get(term, ())

    @cached_property
    def _by_term(self):
        groups = {pages.vocabulary: defaultdict(list) for pages in TERM_PAGES}
        for record in self.records.values():
            for pages in TERM_PAGES:
                for term in pages.ids(record.entry):
                    groups[pages.vocabulary][term].append(record)
        return groups

    # --------------------------------------------------------------------------------------------------------- links

    def named_by(self, record):
        """Ids that a record names, its sources aside, in the order of its fields."""
        return self._named[record.id]

    @cached_property
    def _named(self):
        named = {}
        for record in self.records.values():
            found = dict.fromkeys(target for path, target, _ in record.references if path[0] != "sources")
            named[record.id] = tuple(target for target in found if target in self.records and target != record.id)
        return named

    def mentioned_in(self, record_id):
        """Ids of the records that name this one, citations aside, sorted."""
        return self._naming.get(record_id, ())

    @cached_property
    def _naming(self):
        links = defaultdict(set)
        for record_id, named in self._named.items():
            for target in named:
                links[target].add(record_id)
        return {target: tuple(sorted(ids)) for target, ids in links.items()}

    def cited_by(self, source_id):
        """{record id: sorted places} of everything that rests on a source."""
        return self._citing.get(source_id, {})

    @cached_property
    def _citing(self):
        citing = defaultdict(lambda: defaultdict(set))
        for record_id, places in self._cited.items():
            for source, place in places:
                citing[source][record_id].add(place)
        return {source: {key: sorted(places) for key, places in by.items()} for source, by in citing.items()}

    @cached_property
    def _cited(self):
        """{record id: {(source, place)} in order}, places of the entry as a whole first."""
        return {
            record.id: dict.fromkeys(
                [*((note.id, note.at) for note in record.entry.sources), *((c.source, c.place) for _, c in record.citations)]
            )
            for record in self.records.values()
        }

    def sources_of(self, record):
        """Ids of all sources a record rests on, those of the entry as a whole first."""
        return [source for source in dict.fromkeys(source for source, _ in self._cited[record.id]) if source in self.records]

    def similar_to(self, record):
        """Ids of at most four entries of the same kind, elsewhere, that share most themes; none for unlike things."""
        return self._similar.get(record.id, ())

    @cached_property
    def _similar(self):
        found = {}
        for kind in ("practice", "organisation", "shelter", "network", "tool", "instrument"):
            by_theme = defaultdict(list)
            for record in self.of_kind(kind):
                for theme in record.entry.themes:
                    by_theme[theme].append(record.id)
            for record in self.of_kind(kind):
                here = set(record.entry.countries)
                linked = {record.id, *self.named_by(record), *self.mentioned_in(record.id)}
                shared = Counter(chain.from_iterable(by_theme[theme] for theme in set(record.entry.themes)))
                best = sorted((-count, other) for other, count in shared.items() if count > 1 and other not in linked)
                elsewhere = (other for _, other in best if here.isdisjoint(self.records[other].entry.countries))
                found[record.id] = tuple(islice(elsewhere, 4))
        return found

    # -------------------------------------------------------------------------------------------------- translations

    def match(self, record_id, language):
        """The Match of a record's translation into `language`."""
        key = record_id, language
        if key not in self._matches:
            self._matches[key] = match(self.records[record_id].texts, None)
        return self._matches[key]

    def coverage(self, record_id, language):
        """complete: every text is there, outdated ones included. partial: some are. missing: none is."""
        if language == SOURCE_LANGUAGE:
            return COMPLETE
        found = self.match(record_id, language)
        missing = found.count(MISSING)
        return COMPLETE if not missing else PARTLY if found.texts else NONE

    def state(self, record_id, language):
        """source, missing, partial, outdated, draft or reviewed: the weakest that applies."""
        if language == SOURCE_LANGUAGE:
            return "source"
        coverage = self.coverage(record_id, language)
        if coverage != COMPLETE:
            return coverage
        if self.match(record_id, language).count(OUTDATED):
            return OUTDATED
        return self.translations[record_id, language].state

    def reviewed(self, record_id, language):
        translation = self.translations.get((record_id, language))
        return translation is not None and translation.state == REVIEWED

    def title(self, record_id, language):
        """(text, language of the text)"""
        if language != SOURCE_LANGUAGE:
            found = self.match(record_id, language).texts.get("title")
            if found:
                return found, language
        return self.records[record_id].entry.title, SOURCE_LANGUAGE

    def sorted_by_title(self, records, language):
        return sorted(records, key=lambda record: self._sort_key(record.id, language))

    def _sort_key(self, record_id, language):
        key = record_id, language
        if key not in self._sort_keys:
            self._sort_keys[key] = sort_key(self.title(record_id, language)[0], language)
        return self._sort_keys[key]

    # --------------------------------------------------------------------------------------------------------- digest

    def digest(self, record_id, language):
        """Changes whenever anything that a page in `language` can show of the record changes."""
        key = record_id, language
        if key not in self._digests:
            translation = self.translations.get(key)
            parts = self.records[record_id].digest + (translation.digest if translation else "")
            self._digests[key] = hashlib.blake2b(parts.encode(), digest_size=12).hexdigest()
        return self._digests[key]


def covered_countries():
    """Codes of the countries that have pages, in page order."""
    return tuple(vocabulary("countries").terms)
