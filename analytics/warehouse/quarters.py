"""Years made of four quarters, whenever they are asked for.

Employment is the mean of the twelve months and wages are the sum, as BLS defines its annual
averages; establishments are the mean of the quarters. A cell that is suppressed in any quarter
is undisclosed for the year. Means are rounded to whole jobs and establishments, halves up.
"""

QUARTERS = 4
MONTHS = 12

# In a quarterly file employment is the mean of three months; times three it is whole again.
JOB_MONTHS = "sum(round(employment * 3))"
DISCLOSED = "sum(cells_suppressed) = 0"


def made_years(held):
    """SQL of the annual cells that quarterly rows make, from SQL of these rows.

    A cell needs its four quarters. Where whole files tell of all four quarters of an area, a
    quarter that lacks the cell had no establishment in it; a file of one industry says nothing
    about the others.
    """
    return f"""
        WITH held AS ({held}),
        told AS (
            SELECT area, year, quarter FROM held GROUP BY ordinal, area, year, quarter
            HAVING bool_or(level = 'total') AND count(DISTINCT industry) > 1
        ),
        whole AS (
            SELECT area, year, true AS is_whole FROM told GROUP BY area, year
            HAVING count(DISTINCT quarter) = {QUARTERS}
        ),
        newest AS (
            SELECT * FROM held QUALIFY ordinal = max(ordinal)
                OVER (PARTITION BY area, ownership, industry, year, quarter)
        )
        SELECT
            area, part, ownership, industry, year, any_value(level) AS level,
            floor(sum(establishments) / {QUARTERS} + 0.5) AS establishments,
            CASE WHEN {DISCLOSED} THEN floor({JOB_MONTHS} / {MONTHS} + 0.5) END AS employment,
            CASE WHEN {DISCLOSED} THEN sum(wages) END AS wages,
            CAST({DISCLOSED} AS INTEGER) AS cells_published,
            1 - CAST({DISCLOSED} AS INTEGER) AS cells_suppressed,
            min(status) AS status,  -- an estimate if any quarter is one
            max(ordinal) AS ordinal,
            list(ordinal) AS ordinals
        FROM newest LEFT JOIN whole USING (area, year)
        GROUP BY area, part, ownership, industry, year
        HAVING count(*) = {QUARTERS} OR bool_or(is_whole)
    """
