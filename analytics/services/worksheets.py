"""The rounds of the observations worksheet: begun, joined, closed, opened again."""

from django.db import transaction
from django.db.models import Max

from analytics.models import OwnSheet, Worksheet
from analytics.models.worksheets import LEAD, PROCESS
from core.access import ensure
from core.problems import Problem, refused_as
from core.workflow import record_move


@transaction.atomic
def begin(*, initiative, by):
    """Begin the first round, or the next one. Raises Problem `worksheet_begun`."""
    ensure(by, LEAD, initiative)
    last = initiative.worksheets.aggregate(last=Max("number"))["last"] or 0
    with refused_as("worksheet_begun"):
        worksheet = Worksheet.objects.create(initiative=initiative, number=last + 1)
    record_move(worksheet, "begin", before="", after=worksheet.state, by=by)
    return worksheet


@transaction.atomic
def move(*, worksheet, name, by, note=""):
    """Begin the joint sheet, close it, or open it again for a reason.

    The move holds the row, so what it needs is looked at when nobody can change it any more.
    Raises Problem `nothing_handed_in`, `joint_sheet_empty`, `worksheet_begun`, and those of a move.
    """
    with refused_as("worksheet_begun"):
        PROCESS.make(worksheet, name, by=by, note=note)
    if name == "join" and not worksheet.sheets.filter(state=OwnSheet.State.HANDED_IN).exists():
        raise Problem("nothing_handed_in")
    if name == "close" and not worksheet.lines.exists():
        raise Problem("joint_sheet_empty")
    return worksheet
