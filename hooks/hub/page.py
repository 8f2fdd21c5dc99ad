"""What a page is before and after it is drawn."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Plan:
    """A page to be made in every language.

    type     name of its module in pages/ and of its template
    path     address below the language's home, "" for the home page itself, else with a slash at the end
    subject  what it is about: a record's id, a country's code, a term, or nothing
    needs    ids of all records it shows anything of; the page is drawn again when one of them changes
    tells    ids of the records it tells in full: where one is not wholly translated, the page does not count as a translation
    """

    type: str
    path: str
    subject: str = ""
    needs: tuple = ()
    tells: tuple = ()


@dataclass(slots=True)
class Page:
    """A page's own part, ready for the frame.

    title         text for the head and for lists of pages
    description   plain text for search engines
    body          HTML, one h1
    crumbs        [(label, path)] from the home page down, without the page itself
    claims        whether the page counts as a translation: false means canonical to the source language and no index
    help_facing   whether somebody at risk may read it
    layout        extra class of the main element
    page_facts    HTML for the footer: dates, source file
    json_ld       structured data, or nothing
    """

    title: str
    description: str
    body: str
    crumbs: list = field(default_factory=list)
    claims: bool = True
    help_facing: bool = False
    layout: str = "plain"
    page_facts: str = ""
    json_ld: dict | None = None
