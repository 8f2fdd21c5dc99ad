"""Sort keys that follow each language's alphabet.

Letters listed for a language are letters of their own after the one before them; every other accented letter sorts as its
base. Rules from CLDR's collation charts. No maintained pure-Python library tailors the default order, and ICU needs a
system library that would break the promise of one command.
"""

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
SPELT_OUT = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ð": "d", "þ": "th", "ł": "l", "đ": "d"})


@cache
def weights(language):
    """{letter: (base letter, rank after it)} for the letters that a language tailors."""
    return {
        letter: (base, rank)
        for base, letters in TAILORED.get(language, {}).items()
        for rank, letter in enumerate(letters, 1)
    }


@cache
def sort_key(text, language):
    """A key for sorted(); equal keys fall back on the text itself."""
    own = weights(language)
    key = []
    for letter in unicodedata.normalize("NFC", text.casefold()):
        if letter in own:
            key.append(own[letter])
        elif letter.isalnum():
            plain = unicodedata.normalize("NFD", letter.translate(SPELT_OUT))
            key.extend((sign, 0) for sign in plain if not unicodedata.combining(sign))
        elif key and key[-1] != ("", 0):
            key.append(("", 0))
    return tuple(key), text
