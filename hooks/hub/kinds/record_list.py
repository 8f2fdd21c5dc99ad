"""A file that holds many short entries of one kind, for what needs a line and not a page.

Its own fields are those of an entry; what a record leaves out it takes from the list. The list has a page, and each record an
anchor on it.
"""

from functools import cache

from pydantic import Field

from hub.kinds.entry import Entry, Kind

INHERITED = ("countries", "scope", "themes", "status", "as_of", "reviewed", "review_due", "sources")
SUFFIX = "-list"  # ends the name of such a file


class RecordList(Entry):
    records: tuple[dict, ...] = Field(min_length=1, description="Short entries, each with its own id.")


@cache
def list_kind(kind):
    """The Kind of lists of that kind: same folder, same section."""
    return Kind("list", kind.folder, kind.section, RecordList, kind.review_months)
