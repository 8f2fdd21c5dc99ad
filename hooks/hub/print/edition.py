"""One printed document in one or several languages: its texts, what it rests on, and how old that is.

Every text of a document is a leaf: a list with one item for each of its languages, plain text where it is in that language, and
{"t": text, "l": language} where it is not ("o" marks a translation whose English has moved on), or a list of both in one row.
A document's structure is made once, so that its languages always stand side by side. Leaves go to the typesetter as JSON, never as
markup.
"""

from hub.drawing import STATUS_WORDS
from hub.freshness import CONTACT_DAYS, EXPIRED, age, contact_state
from hub.labels import labels, own_name
from hub.project import SOURCE_LANGUAGE
from hub.translation import OUTDATED
from hub.view import Notes


class Edition:
    """library: the Library. languages: codes, the first one decides the order of lists. large, mono: variants."""

    def __init__(self, library, languages, large=False, mono=False):
        self.library, self.languages, self.large, self.mono = library, tuple(languages), large, mono
        self.labels = [labels(language) for language in languages]
        self.notes, self.part = Notes(), 0
        self.facts = []  # dates that the records shown describe
        self.channels = []  # contact channels that are printed
        self.anchors = set()  # ids of entries that stand in the document
        self.cited = {}  # {source id: None} in order of first use

    # --------------------------------------------------------------------------------------------------------- words

    def say(self, english, **values):
        """A leaf of a word of the interface; values are plain or leaves."""
        made = []
        for index, label in enumerate(self.labels):
            own = {name: text_of(value[index]) if isinstance(value, list) else value for name, value in values.items()}
            made.append(label.say(english) % own if own else label.say(english))
        return made

    def count(self, one, many, number):
        return [label.say_number(one, many, number) % {"num": number} for label in self.labels]

    def by_label(self, method, *arguments):
        """A leaf of what a method of Labels gives in each language."""
        return [getattr(label, method)(*arguments) for label in self.labels]

    def term(self, name, term_id):
        return self.by_label("term", name, term_id)

    def terms(self, name, ids):
        return self.by_label("enumerate_terms", name, ids)

    def country(self, code):
        return self.by_label("country", code)

    def date(self, day):
        return self.by_label("date", day)

    def place(self, countries, scope):
        """Names of up to five countries, else the scope."""
        if 0 < len(countries) <= 5:
            return [", ".join(label.country(code) for code in countries) for label in self.labels]
        return self.term("scopes", scope)

    def status(self, entry):
        return self.say(STATUS_WORDS[entry.status], date=self.date(entry.as_of))

    def joined(self, leaves, between=" · "):
        """Several leaves in one, each keeping its language."""
        made = []
        for index in range(len(self.languages)):
            parts = [leaf[index] for leaf in leaves]
            if all(isinstance(part, str) for part in parts):
                made.append(between.join(parts))
            else:
                made.append([run for part in parts for run in (between, part)][1:])
        return made

    # ---------------------------------------------------------------------------------------------- texts of entries

    def literal(self, text, language=SOURCE_LANGUAGE):
        """A leaf of a text that is not translated: a name, a place in a source."""
        return [text if language == own else {"t": text, "l": language} for own in self.languages]

    def same(self, text):
        """A leaf of what has no language: a number, an address."""
        return [str(text)] * len(self.languages)

    def text(self, record, path):
        """A leaf of a translatable text of a record, such as "approach.0.text"; English stands in for what is missing."""
        return [self._text(record, path, language) for language in self.languages]

    def _text(self, record, path, language):
        english = record.texts[path]
        if language == SOURCE_LANGUAGE:
            return english
        found = self.library.match(record.id, language)
        if path not in found.texts:
            return {"t": english, "l": SOURCE_LANGUAGE}
        text = found.texts[path]
        return {"t": text, "l": language, "o": True} if found.states[path] == OUTDATED else text

    def title(self, record_id):
        return self.text(self.library.records[record_id], "title")

    def in_order(self, records):
        """Records by title in the first language."""
        return self.library.sorted_by_title(records, self.languages[0])

    # ------------------------------------------------------------------------------------------------ what it rests on

    def begin(self, record=None):
        """Begin a part with notes of its own; `record` is what it is about."""
        self.notes, self.part = Notes(), self.part + 1
        if record is not None:
            self.show(record)

    def show(self, record):
        """Note that the document shows facts of a record."""
        self.facts.append(record.entry.as_of)
        self.anchors.add(record.id)

    def marks(self, cites):
        """Numbers of the part's notes for citations."""
        for cite in cites:
            self.cited.setdefault(cite.source)
        return [self.notes.number(cite) for cite in cites]

    def printable(self, entry):
        """[(index, channel, state)] of the contact channels that may be printed: an expired one never is."""
        found = [(index, channel, contact_state(channel, self.library.as_of)) for index, channel in enumerate(getattr(entry, "contacts", ()))]
        found = [item for item in found if item[2] != EXPIRED]
        self.channels.extend(channel for _, channel, _ in found)
        return found

    def contacts_hold_to(self):
        """The last day on which every printed contact still holds, or None without contacts."""
        left = [CONTACT_DAYS - age(channel.verified_on or channel.page.taken_on, self.library.as_of) for channel in self.channels]
        return self.library.as_of.fromordinal(self.library.as_of.toordinal() + min(left)) if left else None

    def facts_as_of(self):
        """A leaf: "2009" or "2009–2021" over everything shown."""
        years = [day.year for day in self.facts]
        if not years:
            return None
        first, last = min(years), max(years)
        return self.same(first if first == last else f"{first}–{last}")

    def address(self, path):
        """The live page in the first language."""
        folder = "" if self.languages[0] == SOURCE_LANGUAGE else f"{self.languages[0]}/"
        return f"{self.library.project.site_url}{folder}{path}"

    def language_names(self):
        return [own_name(language) for language in self.languages]


def text_of(item):
    """The bare words of one item of a leaf."""
    if isinstance(item, list):
        return "".join(map(text_of, item))
    return item["t"] if isinstance(item, dict) else item
