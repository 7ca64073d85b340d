"""What own and joint observations share: the table they were made on, the industries they name."""

from django.db.models import F

from analytics import queries
from analytics.models import Worksheet
from analytics.presenters.naics.choices import PUBLISHED, TableChoices
from core.problems import Problem


def keep_open(worksheet, *states):
    """Hold the worksheet in one of `states` until the transaction ends.

    Whoever moves it waits, and finds what was done meanwhile. Raises Problem `worksheet_moved`.
    """
    held = Worksheet.objects.filter(pk=worksheet.pk, state__in=states)
    if not held.update(version=F("version") + 1):
        worksheet.refresh_from_db()
        raise Problem("worksheet_moved", state=str(worksheet.get_state_display()))


def table_looked_at(initiative, query, snapshot):
    """The fields of an `Observed` that say on which table it was made.

    `query` are the choices as the address has them, `snapshot` a frozen table or None. Raises
    Problem `region_missing`.
    """
    if snapshot:
        return {
            "start_year": snapshot.start_year,
            "end_year": snapshot.end_year,
            "areas": "",
            "base": "",
            "query": snapshot.query,
            "snapshot": snapshot,
            "snapshot_name": snapshot.name,
        }
    region = queries.region_of(initiative)
    if region is None or not region.area_codes:
        raise Problem("region_missing")
    return {
        "start_year": region.start_year,
        "end_year": region.end_year,
        "areas": " ".join(region.area_codes),
        "base": region.base,
        "query": TableChoices.of_text(query).figures_query,
        "snapshot": None,
        "snapshot_name": "",
    }


def name_industries(observation, codes):
    """Let the observation name these industries and no others.

    Raises Problem `industry_not_in_table` with the codes that its table cannot have.
    """
    refuse_unknown(observation, codes)
    observation.industries.exclude(code__in=codes).delete()
    for code in codes:
        observation.industries.get_or_create(code=code)


def refuse_unknown(observation, codes):
    choices = TableChoices.of_text(observation.query)
    known = queries.titles_of_table(
        observation.start_year,
        observation.end_year,
        as_published=choices.vintage == PUBLISHED,
    )
    # An industry that stood there already stays, whatever table is looked at now.
    wrong = sorted(set(codes) - known.keys() - set(observation.codes))
    if wrong:
        raise Problem("industry_not_in_table", codes=", ".join(wrong), year=observation.end_year)
