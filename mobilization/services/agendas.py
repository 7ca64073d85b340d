"""The agenda of a meeting: edited as a whole, lengthened for teams that have not met."""

from django.db import transaction
from django.db.models import F

from core.access import ensure
from core.problems import Problem, refused_as
from mobilization.models import Agenda, AgendaItem
from mobilization.presenters.agenda_templates import (
    TEMPLATES,
    with_team_work,
    without_team_work,
)
from mobilization.presenters.agendas import lines_of, plain
from mobilization.queries import agendas as queries
from mobilization.services.meetings import BEFORE_CLOSING, keep_open

Kind = AgendaItem.Kind


@transaction.atomic
def save(*, meeting, version, items, by):
    """Store the whole agenda that was edited on `version` (0 while it is the Guide's).

    `items` are dicts of AgendaItem's own fields in their order; what comes before the start
    stands first. Raises Problem `part_not_open`, `agenda_empty`, `team_work_twice` or
    `agenda_edited_meanwhile`.
    """
    open_agenda(meeting, by)
    check(items)
    agenda = take_version(meeting, version)
    agenda.items.all().delete()
    ordered = sorted(items, key=lambda item: item["kind"] != Kind.BEFORE)
    AgendaItem.objects.bulk_create(
        AgendaItem(agenda=agenda, position=position, **item)
        for position, item in enumerate(ordered, start=1)
    )
    return agenda


def open_agenda(meeting, by):
    ensure(by, "mobilization.plan_meetings", meeting)
    keep_open(meeting, *BEFORE_CLOSING)


def check(items):
    kinds = [item["kind"] for item in items]
    if Kind.MEETING not in kinds:
        raise Problem("agenda_empty")
    if kinds.count(Kind.TEAM_WORK) > 1:
        raise Problem("team_work_twice")


def take_version(meeting, version):
    """Hold the agenda if nobody has edited it since `version`."""
    if version == 0:
        with refused_as("agenda_edited_meanwhile"):
            return Agenda.objects.create(meeting=meeting)
    same = Agenda.objects.filter(meeting=meeting, version=version)
    if not same.update(version=F("version") + 1):
        raise Problem("agenda_edited_meanwhile")
    return Agenda.objects.get(meeting=meeting)


@transaction.atomic
def add_team_work(*, meeting, by):
    """Lengthen the meeting by time in which the teams work; there already it stays as it is."""
    open_agenda(meeting, by)
    return put(meeting, with_team_work(lines_of(meeting), meeting.number), by)


@transaction.atomic
def drop_team_work(*, meeting, by):
    """Take the time for the teams out again: they have met."""
    open_agenda(meeting, by)
    return put(meeting, without_team_work(lines_of(meeting)), by)


@transaction.atomic
def follow_the_guide(*, meeting, by):
    """Go back to the Guide's agenda."""
    open_agenda(meeting, by)
    return put(meeting, TEMPLATES[meeting.number], by)


def put(meeting, lines, by):
    """Store lines over what stands there now; the meeting is held, so nobody comes between."""
    items = [plain(line) for line in lines]
    return save(meeting=meeting, version=queries.version(meeting), items=items, by=by)
