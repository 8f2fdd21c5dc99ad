"""Sort keys that follow each language's alphabet.

Letters listed for a language are letters of their own after the one before them; every other accented letter sorts as its
base. Rules from CLDR's collation charts. No maintained pure-Python library tailors the default order, and ICU needs a
system library that would break the promise of one command.
"""

import re
import unicodedata
from functools import cache

TAILORED = {
    "da": {"z": "æäøöå"},
    "nb": {"z": "æäøöå"},
    "sv": {"z": "åäöø"},
    "fi": {"z": "åäöø"},
    "is": {"a": "á", "d": "ð", "e": "é", "i": "í", "o": "ó", "u": "ú", "y": "ý", "z": "þæöå"},
    "et": {"s": "šzž", "w": "õäöü"},
    "lt": {"c": "č", "s": "š", "z": "ž"},
    "lv": {"c": "č", "g": "ģ", "k": "ķ", "l": "ļ", "n": "ņ", "s": "š", "z": "ž"},
    "pl": {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "źż"},
}
SPELT_OUT = {"ß": "ss", "ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ł": "l", "đ": "d"}
AFTER_ALL = "\uffff"  # sorts behind every letter: "z" + this + rank stands for a letter of its own after z
NOT_A_LETTER = re.compile(rf"[^\w{AFTER_ALL}]+")
COMBINING = re.compile("[\u0300-\u036f]")


@cache
def table(language):
    """Translation table of single letters for str.translate."""
    own = {
        letter: f"{base}{AFTER_ALL}{rank}" for base, letters in TAILORED.get(language, {}).items() for rank, letter in enumerate(letters, 1)
    }
    return str.maketrans(SPELT_OUT | own)


def sort_key(text, language):
    """A key for sorted(); texts that differ in case or signs only fall back on the text itself."""
    letters = unicodedata.normalize("NFC", text.casefold()).translate(table(language))
    plain = COMBINING.sub("", unicodedata.normalize("NFD", letters))
    return NOT_A_LETTER.sub(" ", plain).strip(), text
