"""BLS QCEW quarters: slices by area and by industry, files with titles, the national file.

Source: BLS, "QCEW Field Layouts for NAICS-Based, Quarterly CSV Files". A file holds one quarter
or several; employment is told for each month. How four quarters make a year stands in
`analytics.warehouse.quarters`.
"""

from analytics.sources import qcew
from analytics.sources.rules import COUNT, PLAIN
from analytics.sources.sql import number

NAME = "qcew-quarterly"
ONE_YEAR = False

MONTHS = ["month1_emplvl", "month2_emplvl", "month3_emplvl"]
DISCLOSED = [*MONTHS, "total_qtrly_wages"]
NUMBERS = ["qtrly_estabs", *DISCLOSED]
COLUMNS = [*qcew.COLUMNS, *NUMBERS]
OPTIONAL = qcew.OPTIONAL
FREE = qcew.FREE
MENDED = qcew.MENDED

KEPT = qcew.KEPT
LEFT_OUT_BY = qcew.LEFT_OUT_BY
CELL = [*qcew.CELL, "quarter"]
QUARTER = "coalesce(TRY_CAST(qtr AS TINYINT), 0)"
STAGED = qcew.staged(
    establishments=number("qtrly_estabs"),
    employment=qcew.where_disclosed(f"({' + '.join(map(number, MONTHS))}) / 3"),
    wages=qcew.where_disclosed(number("total_qtrly_wages")),
)
VALUES = qcew.VALUES

PERIOD = "[1-4]"
ROW_COLUMNS = qcew.row_columns(NUMBERS)
PLAIN_ROW = qcew.row(PERIOD, len(DISCLOSED), PLAIN)
ROW = qcew.row(PERIOD, len(DISCLOSED), COUNT)
RULES = qcew.rules(
    ("not_a_quarter", ("qtr",), PERIOD), establishments=NUMBERS[0], disclosed=DISCLOSED
)
