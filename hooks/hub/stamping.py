"""Translation files as text: a new one to fill in, and the fingerprints of a finished one.

What the translator wrote stays byte for byte; only the block `fingerprints:` at the end is made anew.
"""

import re

from hub.translation import DRAFT, fingerprint, translatable_fields

BLOCK = re.compile(r"^fingerprints:.*?(?=^\S|\Z)", re.M | re.S)


def skeleton(entry):
    """Text of a translation file for `entry`: each field with its English text as a comment above an empty place."""
    return "\n".join([f"translation: {{state: {DRAFT}}}", *group_lines(entry)]) + "\n"


def group_lines(group):
    for name, shape in translatable_fields(type(group)).items():
        value = getattr(group, name)
        if value is None or value == ():
            continue
        if shape == "text":
            yield f"# {value}"
            yield f"{name}:"
        elif shape[1]:
            yield f"{name}:"
            for item in value:
                yield from (f"  {line}" for line in as_item(list(group_lines(item))))
        else:
            lines = list(group_lines(value))
            if lines:
                yield f"{name}:"
                yield from (f"  {line}" for line in lines)


def as_item(lines):
    """The lines of a group as an item of a list; an item without texts keeps its place."""
    if not lines:
        yield "- {}"
    dash = next((index for index, line in enumerate(lines) if not line.startswith("#")), None)
    for index, line in enumerate(lines):
        yield line if index < (dash or 0) else f"- {line}" if index == dash else f"  {line}"


def stamped(text, source, translation, accept=False):
    """`text` of a translation file with a fingerprint for every text in it.

    source: texts() of its entry. A text that has a fingerprint keeps it, so that it stays outdated when the English has
    changed, unless `accept` says that all texts have been looked at again.
    """
    stamps = {}
    for path in translation.texts:
        old = translation.fingerprints.get(path)
        if path in source and (accept or not old):
            old = fingerprint(source[path])
        if old:
            stamps[path] = old
    block = "fingerprints:\n" + "".join(f"  {path}: {stamp}\n" for path, stamp in stamps.items())
    return BLOCK.sub("", text).rstrip("\n") + "\n" + block


