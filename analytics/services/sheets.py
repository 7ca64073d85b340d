"""One's own sheet of observations: written, handed in, taken back before anybody has read it."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from analytics.models import Observation, OwnSheet, Worksheet
from analytics.models.worksheets import OWN, SHEET_PROCESS
from analytics.services.observed import keep_open, name_industries, table_looked_at
from core.access import ensure
from core.problems import Problem

State = Worksheet.State
UNCLOSED = (State.COLLECTING, State.JOINING)


@transaction.atomic
def write(*, worksheet, by, question, text, codes, query="", snapshot=None):
    """Put an observation on one's own sheet, which the first one begins.

    For `query` and `snapshot` see `observed.table_looked_at`. Raises Problem `worksheet_moved`,
    `sheet_handed_in`, `industry_not_in_table`, `region_missing`.
    """
    ensure(by, "analytics.write_observations", worksheet)
    keep_open(worksheet, *UNCLOSED)
    sheet, _made = OwnSheet.objects.get_or_create(
        worksheet=worksheet, owner=by, defaults={"owner_name": str(by)}
    )
    keep_writing(sheet)
    table = table_looked_at(worksheet.initiative, query, snapshot)
    observation = Observation.objects.create(sheet=sheet, question=question, text=text, **table)
    name_industries(observation, codes)
    return observation


@transaction.atomic
def change(*, observation, by, question, text, codes):
    """Write one's own observation anew; the table it was made on stays.

    Raises Problem `worksheet_moved`, `sheet_handed_in`, `observation_gone`,
    `industry_not_in_table`.
    """
    hold(observation.sheet, by)
    standing = Observation.objects.filter(pk=observation.pk)
    if not standing.update(question=question, text=text):
        raise Problem("observation_gone")
    name_industries(observation, codes)
    observation.refresh_from_db()
    return observation


@transaction.atomic
def remove(*, observation, by):
    """Take one's own observation off. Raises Problem `worksheet_moved`, `sheet_handed_in`."""
    hold(observation.sheet, by)
    Observation.objects.filter(pk=observation.pk).delete()


def hold(sheet, by):
    """Hold one's own sheet open to writing until the transaction ends."""
    ensure(by, OWN, sheet)
    keep_open(sheet.worksheet, *UNCLOSED)
    keep_writing(sheet)


def keep_writing(sheet):
    """Hold the sheet so that nobody hands it in half-written."""
    writing = OwnSheet.objects.filter(pk=sheet.pk, state=OwnSheet.State.WRITING)
    if not writing.update(version=F("version") + 1):
        raise Problem("sheet_handed_in")


@transaction.atomic
def hand_in(*, sheet, by):
    """Hand one's sheet in, also after the joint sheet was begun.

    Raises Problem `worksheet_moved`, `sheet_empty`, and those of a move.
    """
    keep_open(sheet.worksheet, *UNCLOSED)
    SHEET_PROCESS.make(sheet, "hand_in", by=by, handed_in_at=timezone.now())
    if not sheet.observations.exists():
        raise Problem("sheet_empty")
    return sheet


@transaction.atomic
def take_back(*, sheet, by):
    """Take one's sheet back while nobody can have read it.

    Raises Problem `worksheet_moved` once the joint sheet was begun, and those of a move.
    """
    keep_open(sheet.worksheet, State.COLLECTING)
    return SHEET_PROCESS.make(sheet, "take_back", by=by, handed_in_at=None)
