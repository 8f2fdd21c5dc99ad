"""Ids and old ids."""

import re

from hub.rules.material import Finding

LEVELS = ("nordic", "baltic", "eu", "intl", "cross")
UNPREFIXED = ("source", "list", "situation")


def id_says_where(material):
    """An id is kebab-case and starts with its country's code, or with its level when it concerns several countries."""
    for record in material.records.values():
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record.id):
            yield Finding(record, (), "bad-file-name", f'"{record.id}" is not a good id',
                          "lower-case letters a to z and digits, words joined by hyphens")  # fmt: skip
            continue
        if record.kind.name in UNPREFIXED:
            continue
        prefix = record.id.split("-")[0]
        codes = [code.lower() for code in record.entry.countries]
        if prefix not in (*codes, *LEVELS):
            wanted = " or ".join(codes if len(codes) == 1 else LEVELS)
            yield Finding(record, (), "bad-file-name", f'the file name starts with "{prefix}", which is not where the entry belongs',
                          f"start it with {wanted}")  # fmt: skip


def old_ids_are_free(material):
    """An id in `was` is nobody's id now and nobody else's old id."""
    taken = {}
    for record in material.records.values():
        for index, old in enumerate(record.entry.was):
            if old in material.kinds or taken.setdefault(old, record.id) != record.id:
                yield Finding(record, ("was", index), "duplicate-id", f'"{old}" is the id of another entry', "take it out: that entry stands at its address")
