"""The NAICS table."""

from analytics.indicators import naics
from analytics.queries.held import PUBLISHED, comparabilities, read
from analytics.queries.regions import scope
from analytics.sources import bridge, industries


def naics_table(region, **choices):
    """The NAICS table of a region; `choices` are the keyword arguments of `read` after it."""
    return table_of(**scope(region), **choices)


def table_of(*scope, **choices):
    """One row for each 4-digit industry of the areas, sorted by code. The arguments are `read`'s.

    The columns are `analytics.indicators.naics.COLUMNS`: employment in jobs, growth, wage_change
    and bridged_share as fractions, wages in dollars of the end year, or of each year where they
    are nominal. A value that is not known is not a number. Unclassified establishments (9999) are
    an industry of their own, as in the source. Raises Problem.
    """
    held = read(*scope, **choices)
    return rows_of(held.present, held)[naics.COLUMNS]


def rows_of(codes, held):
    """The indicators of each industry, with its code, title and comparability."""
    rows = naics.indicators(held.sums.reindex(codes), held.totals, held.span)
    rows["naics"] = codes
    rows["title"] = [industries.title(code, held.span.start, held.span.end) for code in codes]
    phrases = comparabilities(codes, held)
    rows["comparability"] = naics.verdicts(phrases, rows.bridged_share)
    rows["bridged_from"] = [" ".join(old) for old in origins(codes, held)]
    rows["bridged_share"] = rows.bridged_share.where(rows.bridged_from != "")
    rows["flags"] = [naics.flags(row) for row in rows.to_dict("records")]
    return rows.reset_index(drop=True)


def origins(codes, held):
    """For each code the codes of the start year that feed it over the bridge: a list of lists."""
    if held.vintage == PUBLISHED:
        return [[] for _code in codes]
    span = held.span
    return [[link.old for link in bridge.origins(code, span.start, span.end)] for code in codes]


def industry_titles():
    """{code: title} of the 4-digit industries of every revision of NAICS, newest titles."""
    return industries.titles()


def titles_of_table(start, end, *, as_published=False):
    """{code: title} of the 4-digit industries of NAICS that a table of these years stands on.

    `as_published` adds those of the first year's revision, for tables that hold both.
    """
    years = (start, end) if as_published else (end,)
    revisions = sorted({industries.revision_of(year) for year in years})
    return {
        code: title
        for wanted in revisions
        for (code, revision), title in sorted(industries.table().items())
        if revision == wanted
    }
