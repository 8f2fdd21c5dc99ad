"""The manual of a kind: its commented _example.yml, field by field.

The example is what `hub new` starts from, and where the examples in the schemas for editors come from; nothing of it is
written a second time.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hub.document import parse, read_bytes

EXAMPLE = "_example.yml"
COMMENTED = re.compile(r"^# (\w+):")
REMARK = re.compile(r"\s{2,}# (.+)$")


@dataclass(frozen=True, slots=True)
class Block:
    """One field of the example.

    lines   as they stand, without blank lines and comments between this field and the next
    remark  the comment behind its name, or nothing
    value   what the example gives, as plain data; None for a field that is only shown in a comment
    """

    name: str
    lines: tuple
    remark: str
    value: object


@cache
def manual(root, kind):
    """{field: Block} of a Kind's example, in its order."""
    raw = read_bytes(root, f"{kind.folder}/{EXAMPLE}")
    places = {}
    data = parse(raw, places)
    lines = raw.decode("utf-8").splitlines()
    starts = {line: path[0] for path, (line, _) in places.items() if len(path) == 1}
    starts |= {number: found[1] for number, line in enumerate(lines) if (found := COMMENTED.match(line)) and found[1] in kind.model.model_fields}
    blocks, order = {}, [*sorted(starts), len(lines)]
    for start, end in zip(order, order[1:], strict=False):
        own = lines[start:end]
        while len(own) > 1 and (not own[-1].strip() or own[-1].startswith("#")):
            own.pop()
        name = starts[start]
        remark = REMARK.search(own[0])
        blocks[name] = Block(name, tuple(own), remark[1] if remark else "", data.get(name))
    return blocks


def heading(root, kind):
    """The comment that opens the example, without its signs."""
    lines = (Path(root) / kind.folder / EXAMPLE).read_text("utf-8").splitlines()
    opening = []
    for line in lines:
        if not line.startswith("#"):
            break
        opening.append(line.removeprefix("#").strip())
    return "\n".join(opening)
