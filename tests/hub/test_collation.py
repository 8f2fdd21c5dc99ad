"""Alphabetical order is that of each language (CLDR collation charts)."""

import pytest
from hub.collation import sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Åland", "Alpha", "Ökonomi", "Zebra"]),
        ("da", ["Alpha", "Zebra", "Æble", "Ægir", "Øl", "Åland"]),
        ("nb", ["Oslo", "Zoo", "Ære", "Østlandet", "Århus"]),
        ("sv", ["Alfa", "Zoo", "Åbo", "Ärla", "Örebro"]),
        ("fi", ["Aamu", "Zoo", "Åbo", "Äänekoski", "Öljy"]),
        ("is", ["Akureyri", "Ármúli", "Bjarkarhlíð", "Dagur", "Ðe", "Esja", "Zoo", "Þingvellir", "Ætt", "Ölfus"]),
        ("lt", ["Cukrus", "Česnakas", "Diena", "Suo", "Šuo"]),
    ],
)
def test_order(language, words):
    assert sorted(reversed(words), key=lambda word: sort_key(word, language)) == words
