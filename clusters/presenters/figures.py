"""One set of columns for the cluster table and the summary (the Guide, figures 6A and 6B)."""

from dataclasses import dataclass

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from analytics import presenters as words
from analytics.indicators.naics import COMPARED, NOT_COMPARABLE
from clusters import queries


@dataclass(frozen=True)
class Cell:
    """A figure in words; `known` is False where a word stands for a figure that is not known."""

    text: str
    known: bool


@dataclass(frozen=True)
class Heading:
    """Columns under one heading; the last line of the table's head names them."""

    text: str
    columns: list


def headings(region):
    """What stands over the cells of `figures`, in two lines."""
    start, end = region.start_year, region.end_year
    return [
        Heading(_("Jobs"), [start, end, _("growth a year")]),
        Heading(_("Location quotient"), [start, end, _("change"), _("change in %")]),
        Heading(_("Average pay, dollars of %(year)s") % {"year": end}, [start, end, _("change")]),
        Heading(_("Undisclosed cells"), [start, end]),
    ]


def figures(record):
    """The cells of one industry or of a total; changes over a revision are n/a, not undisclosed."""
    hidden_start, hidden_end = record["undisclosed_start"], record["undisclosed_end"]
    hidden = hidden_start + hidden_end if record["comparability"] in COMPARED else 0
    return [
        cell(words.jobs, record["employment_start"], hidden_start),
        cell(words.jobs, record["employment_end"], hidden_end),
        cell(words.percent, record["growth"], hidden),
        quotient_cell(record, "start"),
        quotient_cell(record, "end"),
        cell(words.difference, record["lq_change"], hidden),
        cell(words.percent, record["lq_change_relative"], hidden),
        cell(words.dollars, record["wage_start"], hidden_start),
        cell(words.dollars, record["wage_end"], hidden_end),
        cell(words.percent, record["wage_change"], hidden),
        cell(words.jobs, hidden_start),
        cell(words.jobs, hidden_end),
    ]


def quotient_cell(record, end):
    """The quotient of one year: undisclosed only where the jobs are, else it cannot be formed."""
    hidden = 0 if words.known(record[f"employment_{end}"]) else record[f"undisclosed_{end}"]
    return cell(words.quotient, record[f"lq_{end}"], hidden)


def cell(word, value, undisclosed=0):
    if words.known(value):
        return Cell(word(value), True)
    return Cell(words.missing(undisclosed), False)


def why_not_compared(record, region):
    """Why an industry has no growth or no quotient; '' where it has both."""
    years = {"start": region.start_year, "end": region.end_year}
    if record["comparability"] not in COMPARED:
        return comparability_words(record, years)
    if not words.known(record["growth"]):
        return why_no_growth(record) % years
    if not words.known(record["lq_end"]):
        return _("No quotient: an ownership counted here is missing from the base.")
    return ""


def comparability_words(record, years):
    """Why a row of the NAICS table has no changes."""
    if record["comparability"] == NOT_COMPARABLE:
        sentence = _("Changes are n/a, because the code is %(note)s.")
        return sentence % {"note": words.bridge_note(record)}
    holders = queries.successors(record["naics"], years["start"], years["end"])
    if holders:
        years = years | {"codes": get_text_list(holders, _("and"))}
        return _("The code ended before %(end)s; its jobs are counted in %(codes)s.") % years
    if record["comparability"] == "only at start":
        return _("Changes are n/a, because the code ended before %(end)s.") % years
    return _("Changes are n/a, because the code is in no revision of NAICS.")


def bridged(record):
    """What the bridge did to a row that can be compared; '' where it did nothing."""
    if not record["bridged_from"] or record["comparability"] not in COMPARED:
        return ""
    return _("The start was %(note)s.") % {"note": words.bridge_note(record)}


def why_no_growth(record):
    if record["undisclosed_start"] or record["undisclosed_end"]:
        return _("No growth: no cell is disclosed in both %(start)s and %(end)s.")
    if words.known(record["employment_start"]):
        return _("No growth: the region has no such jobs in %(end)s.")
    if words.known(record["employment_end"]):
        return _("No growth: the region had no such jobs in %(start)s.")
    return _("The region has no such jobs in %(start)s or %(end)s.")
