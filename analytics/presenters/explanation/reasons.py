"""Why a figure of the NAICS table could not be formed, in a sentence."""

from django.utils.translation import gettext as _

from analytics.indicators.naics import (
    COMPARED,
    FEWEST_ESTIMATED,
    MOST_ALLOCATED,
    next_to_nothing,
    too_small,
)
from analytics.presenters.figures import known, percent


def reason(name, record, sums, workings):
    """The first thing that is missing. `record` is the row of the table, `sums` that of `facts`."""
    kind, _sign, when = name.rpartition("_")
    if name in ("growth", "lq_change", "lq_change_relative", "wage_change"):
        return of_change(name, record, sums, workings)
    place = "base_employment" if kind == "base_employment" else "employment"
    hidden = "base_undisclosed" if kind == "base_employment" else "undisclosed"
    year = {"start": workings.span.start, "end": workings.span.end}[when]
    if not known(record[f"{place}_{when}"]):
        return of_jobs(record[f"{hidden}_{when}"], year)
    return of_quotient(when, sums, workings) if kind == "lq" else of_pay(when, record, year)


def of_jobs(hidden, year):
    if hidden:
        return _(
            "Every cell of %(year)s is suppressed. That is not zero: the number is withheld."
        ) % {"year": year}
    return _("There is no such cell in %(year)s.") % {"year": year}


def of_quotient(when, sums, workings):
    if not known(sums[f"quotient_{when}"]):
        return lacks_ownership(workings)
    return of_base(f"base_quotient_{when}", when, sums, workings)


def lacks_ownership(workings):
    return _(
        "The base (%(base)s) publishes no cell of an ownership that the region has here, so the "
        "two shares would not be of the same."
    ) % {"base": workings.base}


def of_base(name, when, sums, workings):
    if not sums[name] > 0:
        return _("The base (%(base)s) has no published jobs of this industry to compare with.") % {
            "base": workings.base
        }
    return _("An area does not publish its total of all covered jobs, so there is no share of it.")


def of_pay(when, record, year):
    if next_to_nothing(record, "employment", when):
        return under_one_job()
    return _("There were no jobs in %(year)s that wages were paid for.") % {"year": year}


def under_one_job():
    return _(
        "Estimates are among the cells and they sum to under %(jobs)s job: a figure made from so "
        "little says nothing."
    ) % {"jobs": FEWEST_ESTIMATED}


def of_change(name, record, sums, workings):
    if not known(record["matched_start"]):
        if record["undisclosed_start"] or record["undisclosed_end"]:
            return _("No cell is published in both years; some are suppressed.")
        return _("There is no cell that has figures in both years.")
    if record["comparability"] not in COMPARED:
        return not_compared(record)
    if too_small(record):
        return under_one_job()
    if not sums["compared_employment_start"] > 0:
        return _(
            "There were no jobs at the start in the cells that count, so nothing to grow from."
        )
    return no_pay() if name == "wage_change" else of_shift(sums, workings)


def not_compared(record):
    if known(record["bridged_share"]) and record["bridged_share"] > MOST_ALLOCATED:
        return _(
            "Weights between two revisions of the industry codes allocated more than %(most)s of "
            "the jobs at the start. A change would be one of the weights."
        ) % {"most": percent(MOST_ALLOCATED).lstrip("+")}
    return _("A revision changed what the code holds, so the two years are not of the same.")


def of_shift(sums, workings):
    """Why the quotients of the cells that count in both years give no change."""
    if not known(sums["shifted_start"]):
        return _(
            "The base (%(base)s) does not publish, in both years, every ownership that the region "
            "has here, or weights between revisions allocated too much of its jobs."
        ) % {"base": workings.base}
    when = "start" if not sums["base_shifted_start"] > 0 else "end"
    return of_base(f"base_shifted_{when}", when, sums, workings)


def no_pay():
    return _("In one of the years there were no jobs, or no wages, in the cells that count.")
