"""Every row of a file is looked at before any is written, and the written ones again after."""

from django.utils import timezone

from analytics import warehouse
from analytics.sources import rules
from core.problems import Problem

INDUSTRY = ("industry_code", "industry")  # the column that tells one line from the next


def check(raw, staged, lines, file_name):
    """Survey the rows. Raises Problem with the first bad line and what to do; returns a Survey.

    `lines` is how many lines a text file has.
    """
    survey = staged.survey()
    refuse = Refusal(raw, file_name)
    if raw.delimiter and survey.rows + 1 != lines:
        refuse.record_over_several_lines()
    if survey.unsound is not None:
        raise refuse.unsound(survey.unsound, staged.row(survey.unsound))
    check_whole(raw, staged, survey, refuse)
    return survey


def check_whole(raw, staged, survey, refuse):
    """What only all rows together show to be wrong. Raises Problem."""
    if survey.rows and survey.last_year > timezone.now().year:
        record = staged.first(f"year = {survey.last_year}")
        raise refuse.at("year_out_of_range", record, column=raw.column_name("year"))
    if survey.rounded is not None:
        raise refuse.at("numbers_rounded", survey.rounded, column=refuse.names(raw.layout.NUMBERS))
    if raw.layout.ONE_YEAR and survey.first_year != survey.last_year:
        record = staged.first("year <> (SELECT mode(year) FROM staged)")
        years = f"{survey.first_year}-{survey.last_year}"
        raise refuse.at("years_mixed", record, years=years, column=raw.column_name("year"))
    if not survey.rows:
        raise Problem("no_rows", file=refuse.file_name, line=1)
    if not survey.kept.rows:
        raise refuse.at("rows_left_out", 0, column=refuse.names(raw.layout.LEFT_OUT_BY))


def check_written(raw, staged, survey, path, file_name):
    """Read the tidy file back: it holds what was surveyed, and no cell twice. Raises Problem.

    Doubles are looked for there, where rows are in order, and told by the lines of the raw file.
    """
    totals = warehouse.totals(path)
    if not totals.agree(survey.kept):
        raise Problem("totals_differ", file=file_name)
    repeated = staged.repeated() if warehouse.repeats(path, raw.layout.CELL) else None
    if repeated:
        raise Refusal(raw, file_name).repeated(*repeated)
    return totals


class Refusal:
    """Makes the problems of one file."""

    def __init__(self, raw, file_name):
        self.raw = raw
        self.file_name = file_name

    def at(self, code, record, **values):
        line = warehouse.line_of(self.raw, record)
        return Problem(code, file=self.file_name, line=line, **values)

    def unsound(self, record, row):
        """The column that is at fault, and the one that it is at odds with, if there is one."""
        code, columns = rules.first_fault(row, self.raw.layout.RULES)
        beside, column = self.raw.column_name(columns[0]), self.raw.column_name(columns[-1])
        return self.at(code, record, column=column, beside=beside)

    def repeated(self, record, earlier):
        """A record that repeats the cell of an earlier one."""
        column = next(name for name in INDUSTRY if name in self.raw.layout.COLUMNS)
        names = self.raw.column_name(column)
        line = warehouse.line_of(self.raw, earlier)
        return self.at("row_repeated", record, column=names, earlier=line)

    def names(self, columns):
        return ", ".join(map(self.raw.column_name, columns))

    def record_over_several_lines(self):
        line, column = warehouse.broken_field(self.raw)
        if line is not None:
            name = name_of_column(self.raw.header, column)
            raise Problem("quote_broken", file=self.file_name, line=line, column=name)


BROKEN = {
    "MISSING COLUMNS": "line_too_short",
    "TOO MANY COLUMNS": "line_too_long",
    "UNQUOTED VALUE": "quote_broken",
    "INVALID ENCODING": "line_not_utf8",
    "LINE SIZE OVER MAXIMUM": "line_too_large",
}
INCOMPLETE = {"line_too_short", "quote_broken"}


def broken_line(error, raw, lines, file_name):
    """What to say of a line that is no row; an incomplete last one means that the file was cut."""
    if error.line is None:
        return Problem("file_unreadable", file=file_name)
    code = BROKEN.get(error.kind, "line_broken")
    if code in INCOMPLETE and error.line >= lines:
        code = "file_cut"
    column = name_of_column(raw.header, error.place)
    return Problem(code, file=file_name, line=error.line, column=column)


def name_of_column(header, place):
    """A column's name, or its number where it has none; the last one's of a place behind it, the
    first one's of no place, where the whole line is at fault.
    """
    place = min(place or 0, len(header) - 1)
    return header[place].strip() or str(place + 1)
