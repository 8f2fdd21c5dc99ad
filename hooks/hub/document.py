"""A YAML file as text values that know their place.

Every scalar stays the text the editor wrote: `NO` is Norway, `+47...` keeps its plus sign and `22:30` is a time. A field
gives text its type later (fields.py). The file is read from the parser's events, not from a tree, so that hostile nesting
cannot exhaust the stack and the first anchor is refused before any alias can expand.
"""

import hashlib
import os
import re
import stat
from dataclasses import dataclass
from functools import lru_cache

import yaml
from yaml.cyaml import CParser

from hub.problem import Problem, Unusable

MAX_BYTES = 1_000_000
MAX_DEPTH = 16
MAX_EXCERPT = 160


@dataclass(slots=True)
class Document:
    """path: relative to the root, forward slashes. data: mapping of text, lists and mappings. digest: of the bytes."""

    path: str
    data: dict
    digest: str


class Fault(Exception):
    """A fault at a zero-based line and column of the text."""

    def __init__(self, code, line, column, message, hint=""):
        super().__init__(message)
        self.code, self.line, self.column, self.hint = code, line, column, hint


def read_document(root, path):
    """Give the Document of `path` (relative to `root`), or raise Unusable with exactly one problem."""
    raw = read_bytes(root, path)
    return parse_document(path, raw)


def parse_document(path, raw):
    """The same from bytes in hand: `path` only names them."""
    try:
        return Document(path, parse(raw), digest(raw))
    except Fault as fault:
        raise Unusable([problem_at(path, raw, fault.line, fault.column, fault.code, str(fault), fault.hint)]) from None


def digest(raw):
    return hashlib.blake2b(raw, digest_size=16).hexdigest()


def read_bytes(root, path):
    """Bytes of a file inside `root`; raises Unusable for a link, a missing or an over-long file."""
    file = os.path.join(root, path)
    try:
        status = os.lstat(file)
        if stat.S_ISLNK(status.st_mode):
            raise Unusable([Problem(path, 1, 1, "link", "this is a link, not a file", "put the file itself here")])
        if status.st_size > MAX_BYTES:
            raise Unusable([too_large(path, status.st_size)])
        with open(file, "rb", buffering=0) as content:
            return content.readall()
    except OSError as error:
        raise Unusable([Problem(path, 1, 1, "unreadable-file", f"cannot read this file: {error.strerror}")]) from None


def too_large(path, size):
    return Problem(
        path, 1, 1, "file-too-large", f"this file has {size:,} bytes; at most {MAX_BYTES:,} are read",
        "an entry is a few thousand bytes: is this the right file?",
    )  # fmt: skip


@lru_cache(maxsize=2)
def lines_of(raw):
    return raw.decode("utf-8", "replace").removeprefix("\ufeff").splitlines()


def problem_at(path, raw, line, column, code, message, hint="", severity="error"):
    """A Problem at a zero-based place, with the source line as its excerpt."""
    lines = lines_of(raw)
    excerpt = lines[line][:MAX_EXCERPT] if line < len(lines) else ""
    return Problem(path, line + 1, column + 1, code, message, hint, excerpt, severity)


def parse(raw, places=None):
    """Bytes of one YAML document -> mapping of text. Raises Fault.

    places: a dict to fill with {path: (line, column)}, path being a tuple of keys and indexes; a key's place is the key's
    own, an item's is where the item starts.
    """
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    require_text(raw)
    try:
        return build(CParser(raw), places)
    except yaml.MarkedYAMLError as error:
        raise explain(raw, error) from None
    except yaml.YAMLError as error:
        raise Fault("yaml-syntax", 0, 0, f"this is not YAML: {first_line(error)}") from None


def require_text(raw):
    if len(raw) > MAX_BYTES:
        raise Fault("file-too-large", 0, 0, f"this file has {len(raw):,} bytes; at most {MAX_BYTES:,} are read")
    if b"\0" in raw:
        raise Fault("not-text", 0, 0, "this is not a text file", "save the entry as plain text in UTF-8")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start)
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1)
        raise Fault(
            "wrong-encoding", line, column, "this file is not in UTF-8",
            "save it again with the encoding UTF-8 (in Notepad: Save as, Encoding)",
        ) from None  # fmt: skip


EMPTY = ("", "~", "null")


def build(parser, places):
    """Fold parser events into plain data without recursion. Fields left empty count as not given."""
    next_event = parser.get_event
    scalar, mapping, sequence = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
    stack = []  # of (container, its path), outermost first
    root = container = path = key = None
    keyed = False  # whether the container is a mapping
    left_empty = set()
    while (event := next_event()) is not None:
        kind = type(event)
        if kind is scalar:
            value = event.value
            if event.anchor or event.tag and event.tag != "!":
                raise not_plain(event)
            if keyed:
                if key is None:
                    if value in container or left_empty and (id(container), value) in left_empty:
                        raise repeated(event, value)
                    key = value
                    if places is not None:
                        places[(*path, key)] = (event.start_mark.line, event.start_mark.column)
                    continue
                if value in EMPTY and event.implicit[0]:
                    left_empty.add((id(container), key))
                else:
                    container[key] = value
                key = None
            elif container is None:
                raise Fault("yaml-syntax", event.start_mark.line, 0, NO_FIELDS)
            else:
                if places is not None:
                    places[(*path, len(container))] = (event.start_mark.line, event.start_mark.column)
                container.append(None if value in EMPTY and event.implicit[0] else value)
        elif kind is mapping or kind is sequence:
            if event.anchor or event.tag and event.tag != "!":
                raise not_plain(event)
            mark = event.start_mark
            if len(stack) >= MAX_DEPTH:
                raise Fault("too-deep", mark.line, mark.column, f"lists and groups are nested more than {MAX_DEPTH} deep")
            value = {} if kind is mapping else []
            if keyed:
                if key is None:
                    raise Fault("yaml-syntax", mark.line, mark.column, "a field's name must be text")
                container[key] = value
                here = (*path, key) if places is not None else None
            elif container is None:
                root, here = value, ()
            else:
                here = (*path, len(container)) if places is not None else None
                if places is not None:
                    places[here] = (mark.line, mark.column)
                container.append(value)
            stack.append((container, path))
            container, path, key, keyed = value, here, None, kind is mapping
        elif kind is mapping_end or kind is sequence_end:
            container, path = stack.pop()
            key, keyed = None, type(container) is dict
        elif kind is yaml.AliasEvent:
            raise not_plain(event)
        elif kind is yaml.DocumentStartEvent and root is not None:
            raise Fault("yaml-syntax", event.start_mark.line, 0, "a second document starts here", "keep one entry in a file")
    if root is None:
        raise Fault("empty-file", 0, 0, "this file has no fields", "copy the fields from _example.yml in this folder")
    if type(root) is not dict:
        raise Fault("yaml-syntax", 0, 0, NO_FIELDS, "copy the fields from _example.yml in this folder")
    return root


NO_FIELDS = 'an entry is a list of fields, each written "name: value"'


def repeated(event, name):
    return Fault(
        "duplicate-key", event.start_mark.line, event.start_mark.column, f'the field "{name}" stands here a second time',
        "keep one of the two; in a list, start each item with a dash",
    )  # fmt: skip


def not_plain(event):
    mark = event.start_mark
    if getattr(event, "tag", None):
        return Fault("yaml-tag", mark.line, mark.column, f'"{event.tag}" is a YAML tag, which entries do not use', "take the word with ! out")
    return Fault(
        "yaml-alias", mark.line, mark.column, "anchors (&name) and aliases (*name) are not used in entries",
        "write the text out; put text that starts with & or * in quotes",
    )  # fmt: skip


def explain(raw, error):
    """A parser's error in an editor's words."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = raw.decode("utf-8").splitlines()
    tab = next((n for n in (line, line - 1) if 0 <= n < len(lines) and re.match(r"[ ]*\t", lines[n])), None)
    if tab is not None:
        return Fault(
            "tab", tab, lines[tab].index("\t"), "this line is indented with a tab", "use two spaces for each level"
        )
    problem = error.problem or first_line(error)
    if "mapping values are not allowed" in problem:
        return Fault(
            "yaml-syntax", line, column, "a colon followed by a space starts a value here",
            "put the whole text in quotes, or start it with >- on the line above; check the indentation too",
        )  # fmt: skip
    if "did not find expected" in problem or "could not find expected" in problem:
        return Fault(
            "bad-indent", line, column, "this line does not continue what stands above it",
            "fields of one group start in the same column; text in quotes must be closed",
        )  # fmt: skip
    return Fault("yaml-syntax", line, column, f"this is not YAML: {problem}", "put text with special characters in quotes")


def first_line(error):
    return str(error).splitlines()[0]


def place(raw, path):
    """Zero-based (line, column) of `path` in the text, or of the nearest thing that holds it."""
    places, path = places_in(raw), tuple(path)
    while path and path not in places:
        path = path[:-1]
    return places.get(path, (0, 0))


@lru_cache(maxsize=2)
def places_in(raw):
    """{path: (line, column)} of a text, kept for the next fault of the same file: a large one may have many."""
    places = {}
    parse(raw, places)
    return places
