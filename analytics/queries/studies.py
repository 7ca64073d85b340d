"""Earlier studies, and which industries of the table they name."""

from analytics.models import Study
from analytics.sources import industries, naics


def studies_of(initiative):
    """The studies of an initiative, newest first, with their codes."""
    return Study.objects.filter(initiative=initiative).prefetch_related("industries")


def study_of(initiative, key):
    """The initiative's study of that key as the address has it, or None."""
    return studies_of(initiative).filter(pk=key).first() if str(key).isdecimal() else None


def named_by(study):
    """{code of the study: its 4-digit industries} in the revision of the study."""
    return {code: naics.four_digits(code, study.revision) for code in study.codes}


def industries_named(study, year, *, as_published=False):
    """The 4-digit codes of a year's revision that a study names: a set.

    A longer code names the industry that it is a part of. `as_published` adds the codes as the
    study has them, for tables that hold those of both years.
    """
    fours = {four for found in named_by(study).values() for four in found}
    carried = naics.in_year(fours, study.revision, year)
    return carried | fours if as_published else carried


def titles_of(study):
    """{4-digit code: title} of the industries a study names, in its own revision."""
    fours = {four for found in named_by(study).values() for four in found}
    return {code: industries.table()[code, study.revision] for code in sorted(fours)}
