"""Every language has every word, and a new language needs a catalogue only."""

import re

import pytest
from babel.messages.pofile import read_po
from conftest import DAY, ROOT
from hub import catalogue
from hub.fields import PartialDate
from hub.labels import FOLDER, labels
from hub.project import read_project

LANGUAGES = read_project(ROOT, DAY).languages[1:]
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_translated(language):
    have = {(message.context, str(message.id)): message for message in catalogue.read(language) if message.id}
    for message in catalogue.messages():
        if message.id:
            found = have.get((message.context, str(message.id)))
            assert found and catalogue.complete(found.string), f"{language} lacks {message.id!r}; run: hub translate labels --update"


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_survive_translation(language):
    for message in catalogue.read(language):
        if message.id and catalogue.complete(message.string):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            strings = message.string if isinstance(message.string, tuple) else (message.string,)
            for string in strings:
                assert set(PLACEHOLDER.findall(string)) == set(PLACEHOLDER.findall(ids[-1])), (language, ids, string)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_hold_no_dead_words(language):
    known = {(message.context, str(message.id)) for message in catalogue.messages()}
    with (FOLDER / f"{language}.po").open("rb") as file:
        for message in read_po(file):
            assert not message.id or (message.context, str(message.id)) in known, f"run: hub translate labels --update ({message.id!r})"


def test_dates_and_names_come_from_cldr():
    assert labels("en").date(PartialDate(2021, 11, 18)) == "18 November 2021"
    assert labels("fi").date(PartialDate(2009, 11)) == "marraskuu 2009"
    assert labels("is").country("SE") == "Svíþjóð"
    assert labels("sv").enumerate(["a", "b", "c"]) == "a, b och c"
    assert labels("en").enumerate_terms("services", ["health_care", "legal_assistance"]) == "Medical care and legal help"
