"""The types a field can have: each turns the editor's text into a value, or says what it should have been.

Texts that readers see are `Text` or `Line`: they are the translatable ones. All others are facts, the same in every language.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, NamedTuple

from babel import Locale, UnknownLocaleError
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, GetPydanticSchema, StringConstraints
from pydantic_core import PydanticCustomError, core_schema

from hub.vocabulary import vocabulary


class Group(BaseModel):
    """Base of everything editors write: unknown fields are refused, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Translatable:
    """Marks a text that translation files carry too."""


TRANSLATABLE = Translatable()

# The limits keep pages readable: 15 words for a title and 100 for a summary follow the European Website on Integration.
Line = Annotated[str, StringConstraints(min_length=2, max_length=140), TRANSLATABLE]
Text = Annotated[str, StringConstraints(min_length=2, max_length=1200), TRANSLATABLE]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]


def fault(code, message, **context):
    """A pydantic error whose type is the problem's code."""
    return PydanticCustomError(code, message, context)


# ---------------------------------------------------------------------------------------------------------------- terms


def term(name):
    """A term of the vocabulary `name`."""
    known = vocabulary(name).terms

    def check(value):
        if value not in known:
            raise fault("unknown_term", '"{value}" is not one of the {vocabulary}', value=value, vocabulary=name)
        return value

    return Annotated[
        str, AfterValidator(check), Field(json_schema_extra={"enum": list(known)}), Vocabular(name)
    ]


@dataclass(frozen=True)
class Vocabular:
    """Marks a field whose values are terms of that vocabulary."""

    name: str


NO_COUNTRIES = ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ")  # codes of CLDR that are no country's


def check_country(value):
    if not re.fullmatch(r"[A-Z]{2}", value) or value not in Locale("en").territories or value in NO_COUNTRIES:
        raise fault("unknown_country", '"{value}" is not a country code', value=value)
    return value


Country = Annotated[
    str, AfterValidator(check_country), Field(description="ISO 3166-1 code in capitals.", examples=["NO"]), Vocabular("countries")
]  # fmt: skip


def check_language(value):
    try:
        Locale.parse(value, sep="-")
    except (UnknownLocaleError, ValueError):
        raise fault("unknown_language", '"{value}" is not a language code', value=value) from None
    return value


Language = Annotated[str, AfterValidator(check_language), Field(examples=["sv"])]

# ----------------------------------------------------------------------------------------------------------- references

ID = r"[a-z0-9]+(-[a-z0-9]+)*"
Id = Annotated[str, StringConstraints(pattern=f"^{ID}$", max_length=120)]  # becomes a folder of the site: nothing may climb out


@dataclass(frozen=True)
class Reference:
    """Marks a field that names another entry; `kinds` are the kinds it may be, none given means any."""

    kinds: tuple = ()


def ref(*kinds):
    return Annotated[str, StringConstraints(pattern=f"^{ID}$"), Reference(kinds)]


# ---------------------------------------------------------------------------------------------------------------- dates


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A date known to the year, the month or the day; 0 stands for an unknown part."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def read(cls, text):
        """From "2009", "2009-11" or "2009-11-30"; raises ValueError."""
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part or 0) for part in match.groups())
        date(year, month or 1, day or 1)
        return cls(year, month, day)

    def __str__(self):
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def check(value):
            if isinstance(value, cls):
                return value
            try:
                return cls.read(value)
            except (TypeError, ValueError):
                raise fault("not_a_date", '"{value}" is not a date', value=str(value)) from None

        return core_schema.no_info_plain_validator_function(
            check, serialization=core_schema.to_string_ser_schema(), json_schema_input_schema=core_schema.str_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema, handler):
        return {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2009", "2009-11", "2021-11-18"]}


def read_day(value):
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise fault("not_a_day", '"{value}" is not a day', value=str(value)) from None


Day = Annotated[date, BeforeValidator(read_day), Field(examples=["2026-11-21"])]


class Period(Group):
    """From one date to another; either end may be open."""

    start: PartialDate | None = None
    end: PartialDate | None = None


# ---------------------------------------------------------------------------------------------------- sources and facts


class Citation(NamedTuple):
    """A source and the place in it, such as ("cbss-unodc-2010", "p. 52")."""

    source: str
    place: str

    def __str__(self):
        return f"{self.source}, {self.place}"


def read_citations(value):
    """From "source-id, place", or a list of such lines."""
    lines = value if isinstance(value, list) else [value]
    citations = []
    for line in lines:
        source, comma, at = line.partition(",") if isinstance(line, str) else ("", "", "")
        if not comma or not re.fullmatch(ID, source.strip()) or not at.strip():
            raise fault("not_a_citation", '"{value}" does not name a source and a place in it', value=str(line))
        citations.append(Citation(source.strip(), at.strip()))
    if not citations:
        raise fault("not_a_citation", "no source is named")
    return tuple(citations)


Cites = Annotated[
    tuple[Any, ...],
    GetPydanticSchema(
        lambda source, handler: core_schema.no_info_plain_validator_function(
            read_citations,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda value: [str(item) for item in value]),
        ),
        lambda schema, handler: {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}],
        },
    ),
    Field(
        description="Where the fact stands: the source's id, a comma, and the place in it. A list for several places.",
        examples=["nordic-seminar-2022, p. 33"],
    ),
]


class Statement(Group):
    """One fact in the hub's own words, with the place it comes from."""

    text: Text = Field(description="The fact, in your own words.")
    cite: Cites
    as_of: PartialDate | None = Field(None, description="Only where this fact is older or newer than the rest of the entry.")


Facts = Annotated[tuple[Statement, ...], Field(default=())]

# ------------------------------------------------------------------------------------------------------------- contacts


def check_web(value):
    if not re.fullmatch(r"https?://[^\s<>\"]+\.[^\s<>\"]+", value):
        raise fault("not_a_web_address", '"{value}" is not a web address', value=value)
    return value


Web = Annotated[str, AfterValidator(check_web), Field(examples=["https://www.cmm.dk/"])]


def check_e164(value):
    if not re.fullmatch(r"\+[1-9]\d{6,14}", value):
        raise fault("not_a_number", '"{value}" is not a number in international form', value=value)
    return value


E164 = Annotated[str, AfterValidator(check_e164), Field(description="International form without spaces.", examples=["+4570202550"])]


def check_mailbox(value):
    if not re.fullmatch(r"[^\s@<>\"]+@[^\s@<>\"]+\.[A-Za-z]{2,}", value):
        raise fault("not_a_mailbox", '"{value}" is not an e-mail address', value=value)
    return value


class SourcePage(Group):
    """The public page a contact was taken from."""

    url: Web
    dated: PartialDate | None = Field(None, description="The date the page shows, if it shows one.")
    taken_on: Day = Field(description="The day the hub took the contact from the page.")


class Channel(Group):
    """A public line or a function mailbox. There is no field for a person's name."""

    type: term("channel_types")
    value: Name = Field(description="The number or address as people write it.", examples=["+45 70 20 25 50"])
    e164: E164 | None = Field(None, description="The number in international form; leave out for short numbers such as 112.")
    public_mobile: bool | None = Field(None, description='"yes" where the page prints a mobile number as its public line.')
    label: Line = Field(description="What the line is.", examples=["Hotline"])
    hours: Line | None = Field(None, description="Opening hours as the page says them; leave out if it does not.")
    languages: tuple[Language, ...] = ()
    free_of_charge: bool | None = None
    audience: tuple[term("audiences"), ...] = ()
    page: SourcePage
    verified_on: Day | None = Field(None, description="The day a person called or wrote and got the right place.")
    verified_by_role: Line | None = Field(None, description="The role of who checked, never a name.")
    note: Text | None = None


class OfficialName(Group):
    """A name in its own language."""

    language: Language
    name: Name
    verified: bool = Field(True, description='"no" where the name comes from general knowledge, not from a source.')
