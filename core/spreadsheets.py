"""Tables as files that a spreadsheet opens without computing what people wrote."""

import csv
import io
from dataclasses import dataclass

# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Table:
    """A named table: words or numbers in rows below a heading."""

    name: str
    heading: list
    rows: list


def to_csv(heading, rows):
    """The table as CSV text; words that would be computed are quoted."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(heading)
    writer.writerows([guarded(value) for value in row] for row in rows)
    return buffer.getvalue()


def guarded(value):
    """Words that a spreadsheet would compute are quoted; numbers stay numbers."""
    return f"'{value}" if isinstance(value, str) and starts_formula(value) else value


def starts_formula(text):
    return text.startswith(FORMULA) and not is_number(text)


def is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def to_xlsx(tables):
    """A workbook with one sheet for each Table; words stay words, whatever they begin with."""
    import xlsxwriter  # only those who ask for a workbook wait for it

    buffer = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, plain) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables:
            write_sheet(book.add_worksheet(table.name), table, bold)
    return buffer.getvalue()


def write_sheet(sheet, table, bold):
    sheet.write_row(0, 0, table.heading, bold)
    for number, row in enumerate(table.rows, start=1):
        sheet.write_row(number, 0, row)
    sheet.freeze_panes(1, 0)
    sheet.autofit()
