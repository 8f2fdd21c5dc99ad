"""One value of a YAML file is changed; every other byte stays what it was.

The place comes from the parser's own marks, and the result is read back: a change that would not read as wanted is an error, never
a damaged file.
"""

import yaml

from hub.document import parse
from hub.writing import field_lines, in_flow, quoted, text_lines


class Unpatchable(Exception):
    """The value cannot be changed in place."""


def replaced(text, path, new):
    """`text` with the scalar at `path`, a tuple of names and indexes, saying `new`."""
    wanted = parse(text.encode())
    holder = wanted
    for step in path[:-1]:
        holder = holder[step]
    if holder[path[-1]] == new:
        return text
    holder[path[-1]] = new
    found = scalar_at(text, path)
    start, end, column, flow = found.start, found.end, found.column, found.flow
    tail = text[start:end][len(text[start:end].rstrip("\n")):]
    for candidate in candidates(new, start - text.rfind("\n", 0, start) - 1, column, flow):
        patched = text[:start] + candidate + (tail or "") + text[end:]
        if reads_as(patched, wanted):
            return patched
    raise Unpatchable(f"cannot change {'.'.join(map(str, path))} in place")


def candidates(new, offset, column, flow):
    if flow:
        yield in_flow(new)
    else:
        start = " " * offset
        yield "\n".join(text_lines(start, new, column + 2))[offset:]
    yield quoted(new)


def reads_as(text, wanted):
    try:
        return parse(text.encode()) == wanted
    except Exception:  # noqa: BLE001 - whatever is wrong with it, it is not what was wanted
        return False


def with_field(text, name, value):
    """`text` with the top-level field `name` written anew, or put at the end when it is not there."""
    places = {}
    data = parse(text.encode(), places)
    lines = text.splitlines(keepends=True)
    new = "".join(f"{line}\n" for line in field_lines(name, value))
    if (name,) not in places:
        return text.rstrip("\n") + "\n" + new
    start, end = block_of(lines, places, (name,))
    patched = "".join(lines[:start]) + new + "".join(lines[end:])
    if not reads_as(patched, {**data, name: value}):
        raise Unpatchable(f"cannot write {name} anew")
    return patched


def without_field(text, path):
    """`text` without the field at `path`; a field inside brackets cannot be taken out this way."""
    places = {}
    wanted = parse(text.encode(), places)
    if tuple(path) not in places:
        return text
    lines = text.splitlines(keepends=True)
    start, end = block_of(lines, places, tuple(path))
    holder = wanted
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    patched = "".join(lines[:start] + lines[end:])
    if not reads_as(patched, wanted):
        raise Unpatchable(f"cannot take out {'.'.join(map(str, path))}")
    return patched


def block_of(lines, places, path):
    """First line of a field, and the line after its last."""
    start, column = places[path]
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip(" ")) > column
                                or lines[end].lstrip(" ").startswith("- ") and len(lines[end]) - len(lines[end].lstrip(" ")) == column):  # fmt: skip
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return start, end


class Scalar:
    """Where a value stands: start and end in the text, the column of its name, and whether it is inside brackets."""

    def __init__(self, start, end, column, flow):
        self.start, self.end, self.column, self.flow = start, end, column, flow


def scalar_at(text, path):
    """The Scalar of a path; raises KeyError. Python's own parser is asked, whose marks count characters."""
    stack, here = [], None  # of [container is a mapping, path, pending key or index, key's column, flow]
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            own = next_path(stack)
            flow = bool(event.flow_style) or bool(stack and stack[-1][4])
            stack.append([isinstance(event, yaml.MappingStartEvent), own, None if isinstance(event, yaml.MappingStartEvent) else -1, event.start_mark.column, flow])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
            if stack and stack[-1][0]:
                stack[-1][2] = None
        elif isinstance(event, yaml.ScalarEvent) and stack:
            top = stack[-1]
            if top[0] and top[2] is None:
                top[2], top[3] = event.value, event.start_mark.column
                continue
            here = next_path(stack)
            if here == tuple(path):
                return Scalar(event.start_mark.index, event.end_mark.index, top[3], top[4])
            if top[0]:
                top[2] = None
    raise KeyError(path)


def next_path(stack):
    """The path of what starts now; in a list it is the next item."""
    if not stack:
        return ()
    top = stack[-1]
    if not top[0]:
        top[2] += 1
    return (*top[1], top[2])
