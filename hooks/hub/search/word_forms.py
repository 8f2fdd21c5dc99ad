"""Words inside words. A reader who types "handel" means "människohandel" too, one without the keyboard for it types "bornum".

The index matches words from their beginning and knows the endings of some languages. What it does not know is added here, as
words of the page that are not shown: the parts of compounds, when both parts are words of the library, and plain letters
for letters that a foreign keyboard lacks.
"""

import re
import unicodedata
from functools import cache

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST_PART = 4
JOINTS = ("", "s", "e", "o", "u", "a")  # letters that hold Nordic compounds together
SPECIAL = frozenset("ðþæøßłđ")  # letters that are no accented others: the index itself sees through accents
PLAIN = str.maketrans({"ð": "d", "þ": "th", "æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"})


def words_in(text):
    """Lower-case words of a text; a hyphen does not part them."""
    return WORD.findall(text.lower())


@cache
def plain(word):
    """The word without accents and letters that few keyboards have: "börnum" -> "bornum", "bjarkarhlíð" -> "bjarkarhlid"."""
    folded = unicodedata.normalize("NFKD", word.translate(PLAIN))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))


class WordForms:
    """Parts and plain forms, for one language's texts.

    known: the words that may be parts, each with how often it occurs.
    """

    def __init__(self, known):
        self.known = known
        self._parts = {}

    def hidden(self, words):
        """Sorted words that should lead to a page with `words` too."""
        found = set()
        for word in words:
            if word not in self._parts:
                parts = self.parts(word)
                spelled = {form for form in (word, *parts) if not SPECIAL.isdisjoint(form)}
                self._parts[word] = {*parts, *map(plain, spelled)} - {word}
            found |= self._parts[word]
        return sorted(found)

    def parts(self, word):
        """The two parts of a compound, with the joint left off; nothing for a plain word."""
        found = set()
        for whole in word.split("-"):
            for at in range(SHORTEST_PART, len(whole) - SHORTEST_PART + 1):
                first, last = whole[:at], whole[at:]
                if last not in self.known:
                    continue
                for joint in JOINTS:
                    stem = first.removesuffix(joint)
                    if first.endswith(joint) and len(stem) >= SHORTEST_PART and (stem in self.known or first in self.known):
                        found |= {stem, last}
                        break
        return found
