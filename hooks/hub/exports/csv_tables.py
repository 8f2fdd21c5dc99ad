"""Tables as CSV: UTF-8 with a mark, lines ended as spreadsheets expect, and a data package that describes every column."""

import csv
import io
import re

from hub.document import digest
from hub.exports.api import LICENCE
from hub.exports.files import File, as_json
from hub.exports.material import API
from hub.exports.tables import comparisons, dictionary, tables

FOLDER = f"{API}tables/"
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d ().-]*$)")  # a spreadsheet would run a cell that starts so; numbers, for calling too, may


def csv_tables(material):
    plain, compared = list(tables(material)), list(comparisons(material))
    paths = {table.name: f"{table.name}.csv" for table in plain} | {table.name: f"comparisons/{table.name}.csv" for table in compared}
    explained = dictionary([*plain, *compared])
    paths[explained.name] = f"{explained.name}.csv"
    for table in [*plain, *compared, explained]:
        yield File(FOLDER + paths[table.name], digest(f"csv {table.key}".encode()), lambda table=table: as_csv(table))
    described = [*plain, *compared, explained]
    yield File(
        f"{FOLDER}datapackage.json", digest(f"package {explained.key}".encode()), lambda: as_json(package(material, described, paths))
    )


def as_csv(table):
    """Bytes of a table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows():
        writer.writerow([harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def harmless(value):
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def package(material, listed, paths):
    """The Data Package that describes the tables."""
    return {
        "$schema": "https://datapackage.org/profiles/1.0/datapackage.json", "name": "tables", "title": material.library.project.site_name,
        "profile": "tabular-data-package", "version": material.as_of, "licenses": [{"name": "CC-BY-SA-4.0", "path": LICENCE}],
        "resources": [
            {
                "name": table.name, "title": table.title, "path": paths[table.name], "profile": "tabular-data-resource", "format": "csv",
                "mediatype": "text/csv", "encoding": "utf-8",
                "schema": {"fields": [{"name": column.name, "type": column.type, "description": column.about} for column in table.columns]},
            }
            for table in listed
        ],
    }  # fmt: skip
