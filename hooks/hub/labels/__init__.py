"""The words of the interface in each language: gettext catalogues under labels/, names and dates from CLDR.

The English words are the message ids. A language without a word falls back to English.
"""

import gettext
import io
from datetime import date as a_day
from functools import cache
from pathlib import Path

from babel import Locale, dates, lists
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from hub.project import SOURCE_LANGUAGE
from hub.vocabulary import vocabulary

FOLDER = Path(__file__).parent


def N_(text):
    """Marks a text for the catalogues; it is translated where it is shown."""
    return text


FORMATS = {"en": "en-GB"}  # day before month, and no comma before "and"


@cache
def catalogue(language):
    """The gettext translations of `language`; those of English are empty, since the ids are English."""
    path = FOLDER / f"{language}.po"
    if language == SOURCE_LANGUAGE or not path.exists():
        return gettext.NullTranslations()
    with path.open("rb") as file:
        messages = read_po(file, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


class Labels:
    """What a page needs to speak one language."""

    def __init__(self, language):
        self.language = language
        self.locale = Locale.parse(FORMATS.get(language, language), sep="-")
        self.words = catalogue(language)
        self.say = self.words.gettext
        self.say_number = self.words.ngettext
        self._dates = {}

    def term(self, name, term_id):
        """The label of a controlled term."""
        if name == "countries":
            return self.country(term_id)
        known = vocabulary(name).terms.get(term_id)
        return self.words.pgettext(name, known.label) if known else term_id

    def plural(self, name, term_id):
        """The label for many."""
        return self.words.pgettext(f"{name} plural", vocabulary(name).terms[term_id].plural)

    def definition(self, name, term_id):
        known = vocabulary(name).terms[term_id]
        return self.words.pgettext(f"{name} definition", known.definition) if known.definition else ""

    def question(self, name, term_id):
        known = vocabulary(name).terms[term_id]
        return self.words.pgettext(f"{name} question", known.question) if known.question else ""

    def group(self, name, group_id):
        return self.words.pgettext(f"{name} group", vocabulary(name).groups[group_id])

    def country(self, code):
        return self.locale.territories.get(code, code)

    def language_name(self, code, capital=False):
        """The name of language `code` in this language."""
        name = self.locale.languages.get(code, code)
        return name[:1].upper() + name[1:] if capital else name

    def date(self, day):
        """A date or a PartialDate in words."""
        if day not in self._dates:
            self._dates[day] = self._date(day)
        return self._dates[day]

    def _date(self, day):
        if getattr(day, "month", 0) == 0:
            return str(day.year)
        if getattr(day, "day", 0) == 0:
            month = dates.get_month_names("wide", "stand-alone", self.locale)[day.month]
            return f"{month} {day.year}"
        return dates.format_date(a_day(day.year, day.month, day.day), "long", self.locale)

    def enumerate(self, items):
        """"a, b and c"."""
        return lists.format_list([str(item) for item in items], "standard", self.locale)

    def enumerate_terms(self, name, ids):
        """Labels of terms in one row, with a capital at the start only; German keeps its capitals."""
        words = [self.term(name, term_id) for term_id in ids]
        if self.language != "de":
            words = [words[0], *(small(word) for word in words[1:])]
        return self.enumerate(words)


def small(word):
    """A small first letter, unless the word is an abbreviation."""
    return word if word[:2].isupper() else word[:1].lower() + word[1:]


@cache
def labels(language):
    return Labels(language)


def own_name(code):
    """The name of a language in itself, with a capital, for the switcher."""
    name = Locale.parse(code, sep="-").get_display_name(code) or code
    return name[:1].upper() + name[1:]
