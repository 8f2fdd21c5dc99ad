"""A publication that facts rest on. Fields follow the Citation Style Language (CSL)."""

from pydantic import Field

from hub.fields import Facts, Language, Name, PartialDate, Web, term
from hub.kinds.entry import Entry, Kind, SourceNote


class Source(Entry):
    type: term("source_types")
    author: tuple[Name, ...] = Field((), description="Bodies or persons named as authors on the title page.")
    publisher: Name | None = None
    publisher_place: Name | None = None
    issued: PartialDate | None = None
    collection_title: Name | None = None
    number: Name | None = None
    isbn: Name | None = None
    issn: Name | None = None
    urn: Name | None = None
    url: Web | None = None
    licence: Name | None = Field(None, description="The licence printed on it.")
    language: tuple[Language, ...] = ()
    page_count: int | None = Field(None, ge=1, le=5000)
    content: Facts = Field((), description="What it covers and how it was made.")
    limits: Facts = Field((), description="What it leaves out; what to keep in mind.")
    sources: tuple[SourceNote, ...] = Field((), description="Where the hub knows the publication from, if not from itself.")


KIND = Kind("source", "sources", "sources", Source, review_months=60)
