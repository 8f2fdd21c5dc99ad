"""Translation files as text: a new one to fill in, and the fingerprints of a finished one.

What the translator wrote stays byte for byte; only the block `fingerprints:` at the end is made anew.
"""

import re

from hub.translation import DRAFT, fingerprint, translatable_fields

BLOCK = re.compile(r"^fingerprints:.*?(?=^\S|\Z)", re.M | re.S)


def skeleton(record, members=()):
    """Text of a translation file for a Record and, if it is a list, its members: each field with its English text as a comment
    above an empty place."""
    lines = [f"translation: {{state: {DRAFT}}}", *group_lines(record.entry)]
    if members:
        lines.append("records:")
    for member in members:
        lines += [f"  - id: {member.id}", *(f"    {line}" for line in group_lines(member.entry))]
    return "\n".join(lines) + "\n"


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


def stamped(text, held, accept=False):
    """`text` of a translation file with a fingerprint for every text in it.

    held: [(Record, Translation)] of the file; a list has several. A text that has a fingerprint keeps it, so that it stays
    outdated when the English has changed, unless `accept` says that all texts have been looked at again.
    """
    stamps = {}
    for record, translation in held:
        prefix = f"{record.id}." if translation.at else ""
        for path in translation.texts:
            old = translation.fingerprints.get(path)
            if path in record.texts and (accept or not old):
                old = fingerprint(record.texts[path])
            if old:
                stamps[prefix + path] = old
    block = "fingerprints:\n" + "".join(f"  {path}: {stamp}\n" for path, stamp in stamps.items())
    return BLOCK.sub("", text).rstrip("\n") + "\n" + block


