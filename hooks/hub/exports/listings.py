"""The published shape of what is not a record: lists, terms, where to start, and what became of an id."""

from pydantic import Field

from hub.exports.published import Brief, Day, Id, Names, Shape, Texts, Url


class Moved(Shape):
    """At the address of an id that an entry had before."""

    id: Id
    moved_to: Id
    api: Url


class Withdrawn(Shape):
    """At the address of an entry that was taken back. It says no more of it than this."""

    id: Id
    kind: str
    withdrawn: Day
    reason: str
    instead: Id | None = None
    urls: dict[str, Url]


class Listing(Shape):
    """A list of entries: all of them, or those of a country or a theme."""

    schema_version: str
    as_of: Day = Field(description="The date that decided how old things are.")
    entries: tuple[Brief, ...]
    withdrawn: tuple[Withdrawn, ...] = ()
    moved: tuple[Moved, ...] = ()


class Index(Shape):
    """Where to start."""

    name: str
    schema_version: str
    as_of: Day
    licence: Url
    attribution: str
    languages: Names
    counts: dict[str, int] = Field(description="Entries by kind.")
    countries: Names
    themes: Names
    links: dict[str, Url]


class VocabularyTerm(Shape):
    id: str
    labels: Texts
    definitions: Texts
    group: str | None = None
    maps: dict[str, str] = Field(description="Codes of outside standards.")


class PublishedVocabulary(Shape):
    name: str
    title: str
    terms: tuple[VocabularyTerm, ...]
