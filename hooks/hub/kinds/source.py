"""A publication that facts rest on. Fields follow the Citation Style Language (CSL)."""

from pydantic import Field

from hub.fields import Facts, Language, Name, PartialDate, Web, term
from hub.kinds.entry import Entry, Kind, SourceNote


class Source(Entry):
    type: term("source_types") = Field(description="What sort of publication it is.")
    author: tuple[Name, ...] = Field((), description="Bodies or persons named as authors on the title page.")
    publisher: Name | None = Field(None, description="Who published it.")
    publisher_place: Name | None = Field(None, description="Where it was published.")
    issued: PartialDate | None = Field(None, description="When it was published.")
    collection_title: Name | None = Field(None, description="The series, as printed.")
    number: Name | None = Field(None, description="Its number in the series.")
    isbn: Name | None = Field(None, description="As printed.")
    issn: Name | None = Field(None, description="Of the series.")
    urn: Name | None = Field(None, description="As printed.")
    url: Web | None = Field(None, description="Where its publisher offers it.")
    licence: Name | None = Field(None, description="The licence printed on it.")
    language: tuple[Language, ...] = Field((), description="Codes of the languages it is in.")
    page_count: int | None = Field(None, ge=1, le=5000, description="Pages in all.")
    content: Facts = Field((), description="What it covers and how it was made.")
    limits: Facts = Field((), description="What it leaves out; what to keep in mind.")
    sources: tuple[SourceNote, ...] = Field((), description="Where the hub knows the publication from, if not from itself.")


KIND = Kind("source", "sources", "sources", Source, review_months=60)
