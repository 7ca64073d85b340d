"""The NAICS table: from cells to one row of indicators for each industry or group of them.

A cell is one ownership of one 4-digit industry in one area and year, or a sum of several. The
frames of cells have the tidy columns. Levels count what is published; changes count only
matched cells, those published in both years, because suppression changes from year to year.
"""

from dataclasses import dataclass

import pandas as pd

from analytics.indicators import concentration, growth, pay

COMPARABLE = "comparable"
CELL = ["area", "part", "ownership", "industry"]

COLUMNS = [
    "naics",
    "title",
    "employment_start",
    "employment_end",
    "base_employment_start",
    "base_employment_end",
    "growth",
    "lq_start",
    "lq_end",
    "lq_change",
    "wage_start",
    "wage_end",
    "wage_change",
    "matched_start",
    "matched_end",
    "undisclosed_start",
    "undisclosed_end",
    "base_undisclosed_start",
    "base_undisclosed_end",
    "comparability",
]


@dataclass(frozen=True)
class Totals:
    """All covered employment, in jobs; not a number where it is missing."""

    start: float
    end: float
    base_start: float
    base_end: float


@dataclass(frozen=True)
class Span:
    """Two years, and what a dollar of the first is worth in dollars of the second."""

    start: int
    end: int
    dollar: float


def sums(cells, year):
    """Employment, wages and suppressed cells of one year by industry.

    Employment and wages are missing where no cell is published.
    """
    held = cells[cells.year == year].groupby("industry")
    found = held[["employment", "wages"]].sum(min_count=1)
    found["undisclosed"] = held["cells_suppressed"].sum()
    return found


def published(cells, year):
    return cells[(cells.year == year) & (cells.cells_published > 0)]


def matched(cells, span):
    """The cells published in both years: a frame with values of both, `_start` and `_end`."""
    return published(cells, span.start).merge(
        published(cells, span.end), on=CELL, suffixes=("_start", "_end")
    )


def matched_sums(pairs):
    columns = ["employment_start", "employment_end", "wages_start", "wages_end"]
    return pairs.groupby("industry")[columns].sum(min_count=1)


def lacks_in_base(local, base):
    """Industries of which an ownership counted in the region is missing from the base."""
    pair = ["industry", "ownership"]
    counted = (
        local[pair]
        .drop_duplicates()
        .merge(base[pair].drop_duplicates(), on=pair, how="left", indicator="found")
    )
    return counted.loc[counted.found == "left_only", "industry"].unique()


def levels(local, base, span, industries):
    """Sums of the published cells at both ends, and those of them that make the quotients.

    An industry that is in the region but wholly undisclosed is left out of the quotient's base
    too; one that is not in the region at all counts as the nothing it is.
    """
    facts = pd.DataFrame(index=industries)
    for end, year in (("start", span.start), ("end", span.end)):
        here, there = (sums(cells, year).reindex(industries) for cells in (local, base))
        facts[f"employment_{end}"] = here.employment
        facts[f"wages_{end}"] = here.wages
        facts[f"undisclosed_{end}"] = here.undisclosed
        facts[f"base_employment_{end}"] = there.employment
        facts[f"base_undisclosed_{end}"] = there.undisclosed
        lacking = facts.index.isin(lacks_in_base(published(local, year), published(base, year)))
        hidden = facts[f"employment_{end}"].isna() & facts[f"undisclosed_{end}"].gt(0)
        facts[f"quotient_{end}"] = facts[f"employment_{end}"].mask(lacking)
        facts[f"base_quotient_{end}"] = facts[f"base_employment_{end}"].mask(lacking | hidden)
    return facts


def changes(local, base, span, comparable):
    """Sums of the matched cells at both ends: all, the comparable, and those with a base."""
    pairs, base_pairs = matched(local, span), matched(base, span)
    here, there = (matched_sums(found).reindex(comparable.index) for found in (pairs, base_pairs))
    facts = pd.DataFrame(index=comparable.index)
    facts["matched_start"], facts["matched_end"] = here.employment_start, here.employment_end
    for column in here:
        facts[f"compared_{column}"] = here[column].where(comparable)
    based = facts.compared_employment_start.notna() & ~facts.index.isin(
        lacks_in_base(pairs, base_pairs)
    )
    for end in ("start", "end"):
        facts[f"shifted_{end}"] = facts[f"compared_employment_{end}"].where(based)
        facts[f"base_shifted_{end}"] = there[f"employment_{end}"].where(based)
    return facts


def facts(local, base, span, comparability):
    """Everything the indicators are made of, in sums, one row for each industry.

    `local` and `base` are frames of 4-digit cells, `comparability` a series by industry, which
    says what rows there are.
    """
    comparable = comparability == COMPARABLE
    return pd.concat(
        [
            levels(local, base, span, comparability.index),
            changes(local, base, span, comparable),
        ],
        axis=1,
    )


def indicators(sums, totals, span):
    """The indicators of rows of `facts`, or of sums over them; numbers in, numbers out.

    Employment in jobs, growth and wage_change as fractions, quotients as ratios, wages in
    dollars of the end year per job. The change of a quotient is a difference (the Guide, I-3) in
    `lq_change` and a fraction (its figure 6B) in `lq_change_relative`.
    """
    table = pd.DataFrame(index=sums.index)
    for name in ("employment", "base_employment"):
        table[f"{name}_start"], table[f"{name}_end"] = sums[f"{name}_start"], sums[f"{name}_end"]
    table["growth"] = growth.annual(
        sums.compared_employment_start, sums.compared_employment_end, span.end - span.start
    )
    table["lq_start"] = quotient(sums, "quotient_start", totals.start, totals.base_start)
    table["lq_end"] = quotient(sums, "quotient_end", totals.end, totals.base_end)
    shifted_start = quotient(sums, "shifted_start", totals.start, totals.base_start)
    shifted_end = quotient(sums, "shifted_end", totals.end, totals.base_end)
    table["lq_change"] = shifted_end - shifted_start
    table["lq_change_relative"] = growth.relative(shifted_start, shifted_end)
    table["wage_start"] = span.dollar * pay.average(sums.wages_start, sums.employment_start)
    table["wage_end"] = pay.average(sums.wages_end, sums.employment_end)
    table["wage_change"] = growth.relative(
        span.dollar * pay.average(sums.compared_wages_start, sums.compared_employment_start),
        pay.average(sums.compared_wages_end, sums.compared_employment_end),
    )
    table["matched_start"], table["matched_end"] = sums.matched_start, sums.matched_end
    for name in COLUMNS[15:19]:
        table[name] = sums[name].fillna(0).astype(int)
    return table


def quotient(sums, column, total, base_total):
    return concentration.location_quotient(sums[column], total, sums[f"base_{column}"], base_total)


def total_of(facts):
    """The sums over several industries, as a frame of one row; missing where all are missing."""
    return facts.sum(min_count=1).to_frame().T
