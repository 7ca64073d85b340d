"""BLS QCEW annual averages: slices by area and by industry, files with titles, the national file.

Source: BLS, "QCEW Field Layouts for NAICS-Based, Annual CSV Files".
"""

from analytics.sources import qcew
from analytics.sources.rules import COUNT, PLAIN
from analytics.sources.sql import number

NAME = "qcew-annual"
ONE_YEAR = True

DISCLOSED = ["annual_avg_emplvl", "total_annual_wages"]
NUMBERS = ["annual_avg_estabs", *DISCLOSED]
COLUMNS = [*qcew.COLUMNS, *NUMBERS]
OPTIONAL = qcew.OPTIONAL
FREE = qcew.FREE
MENDED = qcew.MENDED

KEPT = qcew.KEPT
LEFT_OUT_BY = qcew.LEFT_OUT_BY
CELL = qcew.CELL
QUARTER = "0"
STAGED = qcew.staged(
    establishments=number("annual_avg_estabs"),
    employment=qcew.where_disclosed(number("annual_avg_emplvl")),
    wages=qcew.where_disclosed(number("total_annual_wages")),
)
VALUES = qcew.VALUES

PERIOD = "A"
ROW_COLUMNS = qcew.row_columns(NUMBERS)
PLAIN_ROW = qcew.row(PERIOD, len(DISCLOSED), PLAIN)
ROW = qcew.row(PERIOD, len(DISCLOSED), COUNT)
RULES = qcew.rules(("not_annual", ("qtr",), PERIOD), establishments=NUMBERS[0], disclosed=DISCLOSED)
