"""Translation files as text: a new one to fill in, and the fingerprints of a finished one.

What the translator wrote stays byte for byte; only the block `fingerprints:` at the end is made anew. New texts that come from
translation tools are put in one by one; only where texts have come or moved is the file written anew.
"""

import re

from hub.document import parse
from hub.patching import replaced, with_field
from hub.translation import DRAFT, fingerprint, translatable_fields
from hub.writing import field_lines

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
    return with_block(text, stamps)


def with_block(text, stamps):
    block = "fingerprints:\n" + "".join(f"  {path}: {stamp}\n" for path, stamp in stamps.items())
    return BLOCK.sub("", text).rstrip("\n") + "\n" + block


def with_stamps(text, stamps, about):
    """`text` with these fingerprints, and with `about` under "translation:" when that is not there already."""
    data = parse(text.encode())
    if data.get("translation") != about:
        text = with_field(text, "translation", about)
    return text if data.get("fingerprints") == stamps else with_block(text, stamps)


def refilled(text, values):
    """`text` with new values at some places, {tuple of names and indexes: value}; the rest stays byte for byte."""
    for at, value in values.items():
        text = replaced(text, at, value)
    return text


def rewritten(record, members, texts, old):
    """A translation file written anew, because texts have come or moved. texts: {entry id: {path: translation}}.

    Comments of the old file that are not its English texts stay, at the top.
    """
    lines = [*kept_comments(record, members, old), *field_lines("translation", {"state": DRAFT})]
    for name, value in tree(record.entry, "", texts.get(record.id, {})).items():
        lines += field_lines(name, value)
    listed = [{"id": member.id, **tree(member.entry, "", texts[member.id])} for member in members if texts.get(member.id)]
    return "\n".join([*lines, *(field_lines("records", listed) if listed else ())]) + "\n"


def tree(group, prefix, texts):
    """The translated texts of a group as nested data; an item of a list without any keeps its place."""
    found = {}
    for name, shape in translatable_fields(type(group)).items():
        value = getattr(group, name)
        if value is None or value == ():
            continue
        if shape == "text":
            inner = texts.get(prefix + name)
        elif shape[1]:
            inner = [tree(item, f"{prefix}{name}.{index}.", texts) for index, item in enumerate(value)]
            while inner and not inner[-1]:
                inner.pop()
        else:
            inner = tree(value, f"{prefix}{name}.", texts)
        if inner:
            found[name] = inner
    return found


def kept_comments(record, members, old):
    english = {" ".join(text.split()) for one in (record, *members) for text in one.texts.values()}
    found = [line.strip() for line in old.splitlines() if line.lstrip().startswith("#")]
    return [line for line in found if " ".join(line.removeprefix("#").split()) not in english]


