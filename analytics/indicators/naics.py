"""The NAICS table: from cells to one row of indicators for each industry or group of them.

A cell is one ownership of one 4-digit industry in one area and year, or a sum of several. The
frames of cells have the tidy columns and those of `revisions.carried`. Levels count what is
published; changes count only matched cells, those published in both years, because suppression
changes from year to year. Where several old cells feed a new one over a revision of NAICS, it is
matched if all of them are published at the start and it is published at the end.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analytics.indicators import concentration, growth, pay, revisions

COMPARABLE, BRIDGED, BRIDGED_BY_WORDS = "comparable", "bridged", "bridged by words"
NOT_COMPARABLE = "not comparable"
COMPARED = {COMPARABLE, BRIDGED, BRIDGED_BY_WORDS}
MOST_ALLOCATED = 0.25  # of the jobs at the start; above it a change would be one of the weights
FEWEST_ESTIMATED = 1  # jobs; a change from or to fewer, with estimates in them, says nothing
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
    "lq_change_relative",
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
    "bridged_from",
    "bridged_share",
    "estimated_start",
    "estimated_end",
    "flags",
]
COUNTS = [name for name in COLUMNS if "undisclosed" in name or name.startswith("estimated")]


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


def keys(rows):
    """The columns that rows are about: the industry, or the area and the industry."""
    return list(rows.names) if rows.nlevels > 1 else ["industry"]


def of_industries(found, rows):
    """What is known of industries, for rows of industries or of areas and industries."""
    return found.reindex(rows.get_level_values(-1)).set_axis(rows)


def sums(cells, year, by=("industry",)):
    """Employment, wages, suppressed and estimated cells of one year by industry.

    Employment and wages are missing where no cell is published.
    """
    held = cells[cells.year == year].groupby(list(by))
    found = held[["employment", "wages", "allocated"]].sum(min_count=1)
    found["undisclosed"] = held["cells_suppressed"].sum()
    found["estimated"] = held["cells_estimated"].sum() if "cells_estimated" in cells else 0
    return found


def published(cells, year):
    return cells[(cells.year == year) & (cells.cells_published > 0)]


def matched(cells, span):
    """The cells published in both years: a frame with values of both, `_start` and `_end`."""
    start = revisions.whole(cells[cells.year == span.start], CELL)
    end = published(cells, span.end)[[*CELL, "employment", "wages"]]
    return start.merge(end, on=CELL, suffixes=("_start", "_end"))


def matched_sums(pairs, by=("industry",)):
    columns = ["employment_start", "employment_end", "wages_start", "wages_end", "allocated"]
    return pairs.groupby(list(by))[columns].sum(min_count=1)


def lacks_in_base(local, base, by):
    """The rows of which an ownership counted in the region is missing from the base: an index."""
    pair = ["industry", "ownership"]
    counted = (
        local[[*by, "ownership"]]
        .drop_duplicates()
        .merge(base[pair].drop_duplicates(), on=pair, how="left", indicator="found")
    )
    return counted[counted.found == "left_only"].set_index(by).index.unique()


def levels(local, base, span, rows):
    """Sums of the published cells at both ends, and those of them that make the quotients.

    An industry that is in the region but wholly undisclosed is left out of the quotient's base
    too; one that is not in the region at all counts as the nothing it is.
    """
    by, facts = keys(rows), pd.DataFrame(index=rows)
    for end, year in (("start", span.start), ("end", span.end)):
        here = sums(local, year, by).reindex(rows)
        there = of_industries(sums(base, year), rows)
        facts[f"employment_{end}"] = here.employment
        facts[f"undisclosed_{end}"] = here.undisclosed
        facts[f"estimated_{end}"] = here.estimated
        facts[f"wages_{end}"] = here.wages.mask(next_to_nothing(facts, "employment", end))
        facts[f"base_employment_{end}"] = there.employment
        facts[f"base_undisclosed_{end}"] = there.undisclosed
        if year == span.start:
            facts["allocated"], facts["base_allocated"] = here.allocated, there.allocated
        lacking = rows.isin(lacks_in_base(published(local, year), published(base, year), by))
        hidden = facts[f"employment_{end}"].isna() & facts[f"undisclosed_{end}"].gt(0)
        facts[f"quotient_{end}"] = facts[f"employment_{end}"].mask(lacking)
        facts[f"base_quotient_{end}"] = facts[f"base_employment_{end}"].mask(lacking | hidden)
    return facts


def changes(local, base, span, facts, comparability):
    """Sums of the matched cells at both ends: all, the comparable, and those with a base.

    `facts` are those of `levels`. A base of which weights allocated too much is none. Estimates
    that sum to under a job are not compared (`too_small`).
    """
    pairs, base_pairs = matched(local, span), matched(base, span)
    by, rows = keys(facts.index), facts.index
    here = matched_sums(pairs, by).reindex(rows)
    there = of_industries(matched_sums(base_pairs), rows)
    found = pd.DataFrame(index=facts.index)
    found["matched_start"], found["matched_end"] = here.employment_start, here.employment_end
    found["matched_allocated"] = here.allocated
    share = allocated_share(pd.concat([facts, found], axis=1))
    comparable = verdicts(comparability, share).isin(COMPARED)
    comparable &= ~too_small(pd.concat([facts, found], axis=1))
    for column in ("employment_start", "employment_end", "wages_start", "wages_end"):
        found[f"compared_{column}"] = here[column].where(comparable)
    lacking = rows.isin(lacks_in_base(pairs, base_pairs, by))
    based = found.compared_employment_start.notna() & ~lacking
    base_share = divided(facts.base_allocated, facts.base_employment_start)
    based &= ~(base_share > MOST_ALLOCATED)
    for end in ("start", "end"):
        found[f"shifted_{end}"] = found[f"compared_employment_{end}"].where(based)
        found[f"base_shifted_{end}"] = there[f"employment_{end}"].where(based)
    return found


def next_to_nothing(facts, jobs, end):
    """Whether estimates are among the cells of one year, and their jobs sum to under one.

    `facts` is a frame, or a dict of one row; `jobs` is `employment` or `matched`.
    """
    return (facts[f"estimated_{end}"] > 0) & (facts[f"{jobs}_{end}"] < FEWEST_ESTIMATED)


def too_small(facts):
    """Whether the matched cells of either year are next to nothing, and so are not compared."""
    return next_to_nothing(facts, "matched", "start") | next_to_nothing(facts, "matched", "end")


def allocated_share(facts):
    """The share of the jobs at the start that weights allocated, a series of fractions.

    Of the published cells or of the matched ones, whichever is more: the first is what stands in
    the table as the start, the second is what growth starts from. Not a number where there are
    no jobs.
    """
    of_levels = divided(facts.allocated, facts.employment_start)
    of_matched = divided(facts.matched_allocated, facts.matched_start)
    return pd.concat([of_levels, of_matched], axis=1).max(axis=1)


def divided(part, whole):
    return np.divide(part, np.where(np.greater(whole, 0), whole, np.nan))


def verdicts(comparability, share):
    """The comparability of each industry, after looking at what weights allocated."""
    return comparability.mask(
        comparability.isin({BRIDGED, BRIDGED_BY_WORDS}) & (share > MOST_ALLOCATED), NOT_COMPARABLE
    )


def flags(row):
    """What has to be said of a row of the table (a dict of COLUMNS), as words for programs.

    Of these, with spaces between them: `suppressed` and `base_suppressed` (cells are undisclosed
    in one of the years, in the areas or in the base), `estimated` (estimates stand in for some),
    `bridged` (codes of the first year were carried over a revision), `not_comparable`,
    `not_matched` (no cell is published in both years, so there is no growth) and `no_quotient`
    (none for the last year). '' where there is nothing to say.
    """
    found = {
        "suppressed": row["undisclosed_start"] + row["undisclosed_end"] > 0,
        "base_suppressed": row["base_undisclosed_start"] + row["base_undisclosed_end"] > 0,
        "estimated": row["estimated_start"] + row["estimated_end"] > 0,
        "bridged": row["bridged_from"] != "",
        "not_comparable": row["comparability"] not in COMPARED,
        "not_matched": row["matched_start"] != row["matched_start"],
        "no_quotient": row["lq_end"] != row["lq_end"],
    }
    return " ".join(word for word, holds in found.items() if holds)


def facts(local, base, span, comparability):
    """Everything the indicators are made of, in sums, one row for each industry.

    `local` and `base` are frames of 4-digit cells on the codes of the rows, `comparability` a
    series by industry, or by area and industry for a row of each in each area; it says what rows
    there are.
    """
    found = levels(local, base, span, comparability.index)
    return pd.concat([found, changes(local, base, span, found, comparability)], axis=1)


def indicators(sums, totals, span):
    """The indicators of rows of `facts`, or of sums over them; numbers in, numbers out.

    The numbers of `totals` may be arrays with one for each row.

    Employment in jobs, growth, wage_change and bridged_share as fractions, quotients as ratios,
    wages in dollars of the end year per job. The change of a quotient is a difference (the
    Guide, I-3) in `lq_change` and a fraction (its figure 6B) in `lq_change_relative`.
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
    for name in COUNTS:
        table[name] = sums[name].fillna(0).astype(int)
    table["bridged_share"] = allocated_share(sums)
    return table


def quotient(sums, column, total, base_total):
    return concentration.location_quotient(sums[column], total, sums[f"base_{column}"], base_total)


def total_of(facts):
    """The sums over several industries, as a frame of one row; missing where all are missing."""
    return facts.sum(min_count=1).to_frame().T
