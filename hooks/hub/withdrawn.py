"""Entries that were taken back: withdrawn.yml in the project's root, one item for each.

    - id: no-old-hotline
      kind: organisation
      on: 2026-11-01
      reason: The line was closed.
      instead: no-new-hotline

The entry's own file is deleted; its addresses go on to say that it was withdrawn, for ever.
"""

from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from hub.document import place, problem_at, read_bytes, read_document
from hub.fields import ID, Day, Group, Line, ref
from hub.kinds import KINDS
from hub.problem import Problem, Unusable

FILE = "withdrawn.yml"


class Withdrawal(Group):
    """id: of the entry that was. kind: what it was. on: the day. reason: one sentence. instead: the entry to read now."""

    id: Annotated[str, Field(pattern=f"^{ID}$")]
    kind: Annotated[str, Field(json_schema_extra={"enum": list(KINDS)})]
    on: Day
    reason: Line
    instead: ref() | None = None

    @property
    def address(self):
        return f"{KINDS[self.kind].section}/{self.id}/"


LIST = TypeAdapter(tuple[Withdrawal, ...])


def read_withdrawn(root):
    """({id: Withdrawal}, problems) of the project; nothing when there is no such file."""
    if not (root / FILE).is_file():
        return {}, ()
    try:
        items = LIST.validate_python(read_document(root, FILE).data.get("withdrawn", ()))
    except Unusable as error:
        return {}, tuple(error.problems)
    except ValidationError as error:
        raw = read_bytes(root, FILE)
        faults = error.errors(include_url=False)
        return {}, tuple(
            problem_at(FILE, raw, *place(raw, ("withdrawn", *fault["loc"])), "wrong-value", fault["msg"], "see hooks/hub/withdrawn.py") for fault in faults
        )
    problems = [Problem(FILE, 1, 1, "unknown-kind", f'there is no kind "{item.kind}"', f"kinds: {', '.join(KINDS)}") for item in items if item.kind not in KINDS]
    return {item.id: item for item in items if item.kind in KINDS}, tuple(problems)


def clashes(withdrawn, records):
    """Problems of withdrawn ids that are in use, or that lead to nothing."""
    for item in withdrawn.values():
        if item.id in records:
            yield Problem(FILE, 1, 1, "withdrawn-in-use", f'"{item.id}" is withdrawn and has a file', "delete the file, or the line here")
        if item.instead and item.instead not in records:
            yield Problem(FILE, 1, 1, "unknown-reference", f'there is no entry "{item.instead}" to read instead of "{item.id}"', "")
