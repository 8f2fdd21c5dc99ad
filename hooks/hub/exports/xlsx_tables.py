"""Tables as Excel workbooks, one for each kind and comparison; the second sheet explains the columns."""

import io
from datetime import datetime

from hub.document import digest
from hub.exports.api import LICENCE
from hub.exports.csv_tables import FOLDER
from hub.exports.files import File
from hub.exports.tables import DICTIONARY, comparisons, tables

LONGEST = 32_000  # characters that fit into a cell
WIDE, NARROW = 48, 16


def xlsx_tables(material):
    for table in tables(material):
        if table.name != "facts":  # in six languages too much for a workbook; the CSV has them
            yield workbook_file(material, table, f"{table.name}.xlsx")
    for table in comparisons(material):
        yield workbook_file(material, table, f"comparisons/{table.name}.xlsx")


def workbook_file(material, table, name):
    return File(FOLDER + name, digest(f"xlsx {table.key}".encode()), lambda: as_xlsx(material, table))


def as_xlsx(material, table):
    """Bytes of a workbook."""
    from xlsxwriter import Workbook

    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(content, options)
    day = material.library.as_of
    book.set_properties(
        {"title": table.title, "comments": f"{LICENCE} · {material.site} · {material.as_of}", "created": datetime(day.year, day.month, day.day)}
    )
    head, body = book.add_format({"bold": True, "text_wrap": True, "valign": "top"}), book.add_format({"text_wrap": True, "valign": "top"})
    fill(book.add_worksheet("data"), table.columns, table.rows(), head, body)
    explained = [[table.name, column.name, column.type, column.about] for column in table.columns]
    fill(book.add_worksheet("columns"), DICTIONARY, explained, head, body)
    book.close()
    return content.getvalue()


def fill(sheet, columns, rows, head, body):
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column.name, head)
    longest = [0] * len(columns)
    last = 0
    for last, row in enumerate(rows, 1):
        for number, value in enumerate(row):
            if value == "":
                continue
            if isinstance(value, str):
                sheet.write_string(last, number, value if len(value) <= LONGEST else value[:LONGEST] + " …", body)
                longest[number] = max(longest[number], len(value))
            else:
                sheet.write_number(last, number, value, body)
    for number, length in enumerate(longest):
        sheet.set_column(number, number, WIDE if length > 60 else NARROW)
    sheet.freeze_panes(1, 1)
    if columns:
        sheet.autofilter(0, 0, last, len(columns) - 1)
