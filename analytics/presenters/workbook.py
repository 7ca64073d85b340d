"""The NAICS table as a spreadsheet that computes: inputs as values, indicators as formulas.

Three sheets: the table, the inputs of its formulas (sums of cells; the totals and price indexes by
name), and the citation. Each formula carries the value that the product computed, so that what is
read without being recomputed is the same.
"""

import io

from django.utils.translation import gettext as _

from analytics.presenters.citation import citation
from analytics.presenters.exports import number
from analytics.presenters.formulas import formulas, totals_of

TABLE, INPUTS, TOTALS, CITATION = "NAICS table", "Inputs", "Totals", "Citation"

# The sums of cells that formulas need and the table does not show.
SUMS = [
    "wages_start",
    "wages_end",
    "quotient_start",
    "base_quotient_start",
    "quotient_end",
    "base_quotient_end",
    "compared_employment_start",
    "compared_employment_end",
    "compared_wages_start",
    "compared_wages_end",
    "shifted_start",
    "base_shifted_start",
    "shifted_end",
    "base_shifted_end",
]


def live_formulas():
    """{column: formula}, with {name} for the cell of a sum or of another column in the row."""
    return {name: f'=IF(AND({formed}),{sum_},"")' for name, (sum_, formed) in formulas().items()}


FORMATS = {
    "growth": "0.0%",
    "bridged_share": "0.0%",
    "wage_change": "0.0%",
    "lq_start": "0.00",
    "lq_end": "0.00",
    "lq_change": "0.00",
    "lq_change_relative": "0.0%",
    "wage_start": "#,##0",
    "wage_end": "#,##0",
}
JOBS = "#,##0"


def workbook(workings):
    """The bytes of an XLSX file of a Workings."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        looks = Looks(book)
        table = book.add_worksheet(TABLE)
        write_inputs(book.add_worksheet(INPUTS), workings, looks)
        write_totals(book, book.add_worksheet(TOTALS), workings, looks)
        write_citation(book.add_worksheet(CITATION), workings, looks)
        write_table(table, workings, looks)
        imported = max((source.imported_at for source in workings.sources), default=None)
        book.set_properties({"title": TABLE, "created": imported and imported.replace(tzinfo=None)})
    return buffer.getvalue()


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book):
        self.book, self.made = book, {}
        self.head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.words = book.add_format({"text_wrap": True, "valign": "top"})

    def numbers(self, pattern):
        if pattern not in self.made:
            self.made[pattern] = self.book.add_format({"num_format": pattern})
        return self.made[pattern]


def write_table(sheet, workings, looks):
    columns, live = list(workings.table), live_formulas()
    heading(sheet, columns, looks)
    for row, record in enumerate(workings.table.to_dict("records"), start=1):
        cells = places(columns, row)
        for column, name in enumerate(columns):
            look = looks.numbers(FORMATS.get(name, JOBS))
            value = number(record[name])
            if name in live:
                known = "" if value is None else value
                sheet.write_formula(row, column, live[name].format(**cells), look, known)
            else:
                write(sheet, row, column, value, look)
    sheet.set_column(columns.index("title"), columns.index("title"), 40)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(workings.table), len(columns) - 1)


def places(columns, row):
    """{name of a column or a sum: the reference of its cell in this row}"""
    from xlsxwriter.utility import xl_rowcol_to_cell

    own = {name: xl_rowcol_to_cell(row, at) for at, name in enumerate(columns)}
    sums = {name: f"{INPUTS}!{xl_rowcol_to_cell(row, at)}" for at, name in enumerate(SUMS, start=1)}
    return own | sums


def write_inputs(sheet, workings, looks):
    heading(sheet, ["naics", *SUMS], looks)
    for row, (code, record) in enumerate(workings.sums[SUMS].iterrows(), start=1):
        sheet.write_string(row, 0, code)
        for column, name in enumerate(SUMS, start=1):
            write(sheet, row, column, number(record[name]), looks.numbers(JOBS))
    sheet.freeze_panes(1, 1)


def write_totals(book, sheet, workings, looks):
    """The figures that stand in every row's formula, each with a name of its own."""
    heading(sheet, [_("Name"), _("Value"), _("What it is")], looks)
    for row, (name, value, meaning) in enumerate(totals_of(workings), start=1):
        sheet.write_string(row, 0, name)
        if isinstance(value, str):
            sheet.write_formula(row, 1, value, None, workings.span.dollar)
        else:
            write(sheet, row, 1, number(value), None)
        sheet.write_string(row, 2, meaning, looks.words)
        book.define_name(name, f"={TOTALS}!$B${row + 1}")
    sheet.set_column(0, 1, 18)
    sheet.set_column(2, 2, 60)


def write_citation(sheet, workings, looks):
    for row, (label, text) in enumerate(citation(workings)):
        sheet.write_string(row, 0, label, looks.head)
        sheet.write_string(row, 1, text, looks.words)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)


def heading(sheet, names, looks):
    for column, name in enumerate(names):
        sheet.write_string(0, column, name, looks.head)
    sheet.set_column(0, len(names) - 1, 14)


def write(sheet, row, column, value, look):
    """A value as itself: text is never a formula, and what is not known stays empty."""
    if value is None:
        return
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value, look)
