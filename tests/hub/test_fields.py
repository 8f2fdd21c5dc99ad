"""Values that editors write, read as what they mean."""

from datetime import date

import pytest
from hub.fields import Channel, Citation, Cites, Country, PartialDate
from hub.kinds import KINDS
from pydantic import TypeAdapter, ValidationError


@pytest.mark.parametrize(("text", "parts"), [("2009", (2009, 0, 0)), ("2009-11", (2009, 11, 0)), ("2021-11-18", (2021, 11, 18))])
def test_partial_dates_know_how_much_is_known(text, parts):
    day = PartialDate.read(text)
    assert (day.year, day.month, day.day) == parts
    assert str(day) == text


@pytest.mark.parametrize("text", ["", "09", "2009-13", "2009-02-30", "2009/11", "November 2009", "20091130"])
def test_other_dates_are_refused(text):
    with pytest.raises(ValueError):
        PartialDate.read(text)


def test_citations_are_a_source_and_a_place():
    read = TypeAdapter(Cites).validate_python
    assert read("cbss-unodc-2010, Part 2, Denmark, p. 52") == (Citation("cbss-unodc-2010", "Part 2, Denmark, p. 52"),)
    assert len(read(["a, p. 1", "b, p. 2"])) == 2
    for wrong in ("cbss-unodc-2010", "Page 5, here", "a,", [], ["a, p. 1", "b"], {"source": "a"}):
        with pytest.raises(ValidationError):
            read(wrong)


def test_countries_are_iso_codes():
    read = TypeAdapter(Country).validate_python
    assert read("NO") == "NO"
    for wrong in ("no", "NOR", "XX", "EU"):
        with pytest.raises(ValidationError):
            read(wrong)


def test_a_channel_has_no_place_for_a_person():
    assert not {"name", "person", "contact_name"} & set(Channel.model_fields)


def test_no_kind_has_a_field_for_an_address():
    """Safety contract, rule 1: such fields do not exist, at any depth."""
    forbidden = {"address", "street", "postcode", "postal_code", "latitude", "longitude", "coordinates", "geo", "photo", "image", "map"}

    def names(schema):
        for key, value in schema.get("properties", {}).items():
            yield key
            yield from names(value)
        for part in schema.get("$defs", {}).values():
            yield from names(part)

    for kind in KINDS.values():
        assert not forbidden & set(names(kind.model.model_json_schema())), kind.name


def test_days_are_days():
    entry = {"type": "phone", "value": "112", "label": "Emergency", "page": {"url": "https://a.example.org/", "taken_on": "2026-10-01"}}
    assert Channel.model_validate(entry).page.taken_on == date(2026, 10, 1)
