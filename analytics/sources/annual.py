"""BLS QCEW annual averages by area: the layout of 38 columns, and its first 15 alone.

Source: BLS, "QCEW Field Layouts for NAICS-Based, Annual CSV Files". A `disclosure_code` of N
marks a suppressed cell, whose employment and wages read 0 and are unknown; its count of
establishments is published. `agglvl_code` says what a row is, its industry code does not:
supersectors such as 1012 have four digits too.
"""

from analytics.sources.sql import is_missing, is_no_match, number, number_faults, year_faults

NAME = "qcew-annual"
ONE_YEAR = True

COLUMNS = [
    "area_fips",
    "own_code",
    "industry_code",
    "agglvl_code",
    "size_code",
    "year",
    "qtr",
    "disclosure_code",
    "annual_avg_estabs",
    "annual_avg_emplvl",
    "total_annual_wages",
    "taxable_annual_wages",
    "annual_contributions",
    "annual_avg_wkly_wage",
    "avg_annual_pay",
]
QUOTIENTS = [
    "lq_disclosure_code",
    "lq_annual_avg_estabs",
    "lq_annual_avg_emplvl",
    "lq_total_annual_wages",
    "lq_taxable_annual_wages",
    "lq_annual_contributions",
    "lq_annual_avg_wkly_wage",
    "lq_avg_annual_pay",
]
CHANGES = ["oty_disclosure_code"] + [
    f"oty_{column}_{change}" for column in COLUMNS[8:] for change in ("chg", "pct_chg")
]


def recognises(header):
    return header in (COLUMNS, COLUMNS + QUOTIENTS + CHANGES)


# The last digit of an aggregation level says how deep it goes; the first, in which kind of area.
LEVEL = """
    CASE
        WHEN agglvl_code IN ('30', '80') THEN 'total'
        WHEN agglvl_code[1] IN ('1', '4', '5', '7') THEN CASE agglvl_code[2]
            WHEN '0' THEN 'total'
            WHEN '1' THEN 'ownership'
            WHEN '2' THEN 'domain'
            WHEN '3' THEN 'supersector'
            WHEN '4' THEN 'sector'
            WHEN '5' THEN 'naics3'
            WHEN '6' THEN 'naics4'
            WHEN '7' THEN 'naics5'
            WHEN '8' THEN 'naics6'
        END
    END
"""

# Totals over government (8) or over everything but the federal government (9), and rows by size
# of establishment, repeat jobs that other rows count.
KEPT = f"own_code NOT IN ('8', '9') AND size_code = '0' AND ({LEVEL}) IS NOT NULL"

DISCLOSED = "disclosure_code = ''"
EMPLOYMENT = f"CASE WHEN {DISCLOSED} THEN {number('annual_avg_emplvl')} END"
WAGES = f"CASE WHEN {DISCLOSED} THEN {number('total_annual_wages')} END"

SELECT = f"""
    SELECT
        area_fips AS area,
        '' AS area_title,
        '' AS part,
        own_code AS ownership,
        industry_code AS industry,
        TRY_CAST(year AS SMALLINT) AS year,
        {LEVEL} AS level,
        {number("annual_avg_estabs")} AS establishments,
        {EMPLOYMENT} AS employment,
        {WAGES} AS wages,
        CAST({DISCLOSED} AS INTEGER) AS cells_published,
        CAST(NOT ({DISCLOSED}) AS INTEGER) AS cells_suppressed,
        'published' AS status,
        '' AS note,
        '' AS source
    FROM raw
"""

FAULTS = [
    (
        "not_an_area",
        "area_fips",
        is_no_match("area_fips", r"[0-9]{5}|US[0-9]{3}|C[0-9]{4}|CS[0-9]{3}"),
    ),
    ("not_an_ownership", "own_code", is_no_match("own_code", "[0-5]|8|9")),
    (
        "not_an_industry",
        "industry_code",
        is_no_match("industry_code", r"[0-9]{2,6}|[0-9]{2}-[0-9]{2}"),
    ),
    ("not_a_level", "agglvl_code", is_no_match("agglvl_code", "[1-9][0-9]")),
    ("not_a_level", "size_code", is_no_match("size_code", "[0-9]")),
    *year_faults("year"),
    ("not_annual", "qtr", "qtr <> 'A'"),
    ("not_a_disclosure", "disclosure_code", "disclosure_code NOT IN ('', 'N')"),
    *number_faults(["annual_avg_estabs", "annual_avg_emplvl", "total_annual_wages"]),
    ("number_missing", "annual_avg_emplvl", f"{DISCLOSED} AND {is_missing('annual_avg_emplvl')}"),
    ("number_missing", "total_annual_wages", f"{DISCLOSED} AND {is_missing('total_annual_wages')}"),
]
