"""What the annual and the quarterly layouts of BLS QCEW have in common.

Source: BLS, "QCEW Field Layouts for NAICS-Based" annual and quarterly CSV files. Slices by area
and by industry, the files by area with titles and the national single file differ in the columns
beside these, and in how many areas and industries they hold. `agglvl_code` says what a row is,
its industry code does not: supersectors such as 1012 have four digits too.

A `disclosure_code` of N marks a suppressed cell, whose employment and wages read 0 and are
unknown; its count of establishments is published. The files with titles write - where there was
no establishment to tell of, which is a true zero.
"""

from analytics.sources.rules import (
    INDUSTRY,
    STATE,
    UNGROUPED,
    YEAR,
    ZERO,
    number_rules,
    row_of,
    year_rules,
)
from analytics.sources.sql import always, one_of, place, whole
from analytics.sources.tidy import LEVELS, OWNERSHIPS

COLUMNS = [
    "area_fips",
    "own_code",
    "industry_code",
    "agglvl_code",
    "size_code",
    "year",
    "qtr",
    "disclosure_code",
    "area_title",
]
OPTIONAL = {"area_title"}
FREE = ["area_title"]

# Every area code has five characters, so one of four digits lost its leading zero; the pattern
# of areas then holds it to the seven states whose codes begin with one.
MENDED = {column: whole(column) for column in COLUMNS[1:7]} | {
    "area_fips": f"CASE WHEN length({whole('area_fips')}) = 4 THEN '0' || {whole('area_fips')} "
    f"ELSE {whole('area_fips')} END"
}

# The last digit of an aggregation level says how deep it goes; the first, in which kind of area:
# nation, combined area, metropolitan area, state, county, micropolitan area.
LEVEL = f"enum_range(CAST(NULL AS {one_of(LEVELS)}))[CAST(depth AS INTEGER) + 1]"
AREA = rf"({STATE})[0-9]{{3}}|US[0-9A-Z]{{3}}|C[0-9]{{3}}[0-9A-Z]|CS[0-9]{{3}}"
AREA_AT_LEVEL = "|".join(
    [
        r"1[0-9]\tUS000",
        r"3[0-9]\tCS[0-9]{3}",
        r"[48][0-9]\tC[0-9]{3}[0-9A-Z]",
        rf"5[0-9]\t({STATE})000",
        rf"7[0-9]\t({STATE})([0-9]{{2}}[1-9]|[0-9][1-9][0-9]|[1-9][0-9]{{2}})",
        rf"[269][0-9]\t({AREA})",
    ]
)
OWNERSHIP = "[0-5]|8|9"
SIZE = "[0-9]"
DISCLOSURE = "[N-]?"

# Totals over government (8) or over everything but the federal government (9), and rows by size
# of establishment, repeat jobs that other rows count.
KEPT = r"regexp_full_match(own_code || size_code || agglvl_code, '[0-5]0([1457][0-8]|30|80)')"

LEFT_OUT_BY = ["own_code", "size_code", "agglvl_code"]

CELL = ["area", "year", "industry", "ownership"]
DISCLOSED = "disclosure_code <> 'N'"


def where_disclosed(value):
    """SQL of a value, unknown where it is suppressed and zero where there was nothing to count."""
    return f"CASE WHEN {DISCLOSED} THEN coalesce({value}, 0) END"


def staged(*, establishments, employment, wages):
    """SQL of the columns that are staged, from that of the three numbers."""
    return f"""
        {place("area_fips")} AS area,
        area_title,
        TRY_CAST(own_code AS {one_of(OWNERSHIPS)}) AS ownership,
        industry_code AS industry,
        TRY_CAST(year AS SMALLINT) AS year,
        agglvl_code[2] AS depth,
        {establishments} AS establishments,
        {employment} AS employment,
        {wages} AS wages,
        {DISCLOSED} AS disclosed
    """


VALUES = f"""
    area,
    area_title,
    {always("")} AS part,
    ownership,
    industry,
    year,
    {LEVEL} AS level,
    establishments,
    employment,
    wages,
    CAST(disclosed AS INTEGER) AS cells_published,
    CAST(NOT disclosed AS INTEGER) AS cells_suppressed,
    {always("published")} AS status,
    {always("")} AS note,
    {always("")} AS source
"""


def row_columns(numbers):
    """The columns that a row's pattern is about, in its order."""
    return ["agglvl_code", "area_fips", *COLUMNS[1:3], *COLUMNS[4:8], *numbers]


def row(period, disclosed, number):
    """The pattern of a sound row, whose numbers after the establishments are `disclosed` many."""
    published = rf"\t({number})?" + rf"\t({number})" * disclosed
    suppressed = rf"N\t({number})?" + rf"\t({ZERO})?" * disclosed
    nothing = "-" + rf"\t({ZERO})?" * (disclosed + 1)
    numbers = f"{published}|{suppressed}|{nothing}"
    return row_of(AREA_AT_LEVEL, OWNERSHIP, INDUSTRY, SIZE, YEAR, period, numbers)


def rules(period_rule, *, establishments, disclosed):
    """The rules of a file whose numbers are the columns `establishments` and `disclosed`."""
    return [
        ("not_an_area", ("area_fips",), AREA),
        ("not_an_ownership", ("own_code",), OWNERSHIP),
        ("not_an_industry", ("industry_code",), INDUSTRY),
        ("not_a_level", ("agglvl_code",), "[1-9][0-9]"),
        ("not_a_level", ("size_code",), SIZE),
        ("area_of_another_level", ("agglvl_code", "area_fips"), AREA_AT_LEVEL),
        *year_rules("year"),
        period_rule,
        ("not_a_disclosure", ("disclosure_code",), DISCLOSURE),
        *number_rules([establishments, *disclosed]),
        *(
            ("number_grouped", (c,), f"({UNGROUPED})?|.*[eE].*")
            for c in [establishments, *disclosed]
        ),
        *(("number_missing", ("disclosure_code", c), r"\t.+|[N-]\t.*") for c in disclosed),
        *(
            ("undisclosed_with_value", ("disclosure_code", c), rf"N\t({ZERO})?|-?\t.*")
            for c in disclosed
        ),
        *(
            ("number_where_none_is", ("disclosure_code", c), rf"-\t({ZERO})?|N?\t.*")
            for c in [establishments, *disclosed]
        ),
    ]
