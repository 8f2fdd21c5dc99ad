"""Tables are whole."""

from hub.rules.material import Finding


def rows_fill_their_table(material):
    """A row has as many cells as the table has columns, and a country or a label."""
    for record in material.records.values():
        if record.kind.name != "comparison":
            continue
        wanted = len(record.entry.columns)
        for index, row in enumerate(record.entry.rows):
            if len(row.cells) != wanted:
                yield Finding(record, ("rows", index), "wrong-table", f"this row has {len(row.cells)} cells; the table has {wanted} columns",
                              'write {text: "not stated"} where the source says nothing')  # fmt: skip
            if (row.country is None) == (row.label is None):
                yield Finding(record, ("rows", index), "wrong-table", "a row is named by a country or by a label, not both",
                              "give one of the two")  # fmt: skip
