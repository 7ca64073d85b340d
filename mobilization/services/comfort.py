"""The group's comfort with its priority areas: asked, answered by phone and by hand, closed."""

from django.db import transaction
from django.utils import timezone

from core.access import ensure
from core.problems import Problem, refused_as
from mobilization.models import Comfort, ComfortAnswer, Hands, Meeting
from mobilization.services import deeds, priorities
from mobilization.services.meetings import keep_open, keep_open_to


@transaction.atomic
def ask(*, meeting, method, by):
    """Put the question to the room, which then sees the areas. `method` is a Comfort.Method.

    Raises Problem `part_not_open` or `comfort_asked_already`.
    """
    hold(meeting, by)
    priorities.show(meeting=meeting, shown=True, by=by)
    with noted(meeting, "comfort_asked", by), refused_as("comfort_asked_already"):
        return Comfort.objects.create(meeting=meeting, method=method)


@transaction.atomic
def answer(*, meeting, person, level, by, by_pass=False):
    """A person's answer, or another one until the question is closed.

    Raises Problem `part_not_open`, `not_checked_in`, `comfort_not_asked` or `no_such_level`.
    """
    nothing_yet = ComfortAnswer(comfort=Comfort(meeting=meeting), person=person)
    ensure(by, "mobilization.answer_comfort", nothing_yet)
    keep_open_to(meeting, person, Meeting.State.GROUPING, by=by, by_pass=by_pass)
    comfort = open_question(meeting)
    require_level(comfort, level)
    ComfortAnswer.objects.update_or_create(
        comfort=comfort, person=person, defaults={"level": level}
    )


@transaction.atomic
def count_hands(*, meeting, counts, by):
    """Write down how many hands were up: `counts` is {level: hands}, in place of those before.

    Raises Problem `part_not_open`, `comfort_not_asked` or `no_such_level`.
    """
    hold(meeting, by)
    comfort = open_question(meeting)
    with noted(meeting, "hands_counted", by):
        comfort.hands.all().delete()
        for level, count in counts.items():
            require_level(comfort, level)
            Hands.objects.create(comfort=comfort, level=level, count=count)


@transaction.atomic
def close(*, meeting, by):
    """Close the question and show what came of it. Raises `part_not_open`, `comfort_not_asked`."""
    hold(meeting, by)
    with noted(meeting, "comfort_closed", by):
        if not meeting.comforts.filter(closed_at=None).update(closed_at=timezone.now()):
            raise Problem("comfort_not_asked")


def noted(meeting, kind, by):
    """Write down what changes in the questions and in the hands that were counted."""
    rows = [meeting.comforts.all(), Hands.objects.filter(comfort__meeting=meeting)]
    return deeds.recorded(meeting=meeting, kind=kind, by=by, rows=rows)


def hold(meeting, by):
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, Meeting.State.GROUPING)


def open_question(meeting):
    """The open question of a meeting that is held. Raises Problem `comfort_not_asked`."""
    comfort = meeting.comforts.filter(closed_at=None).first()
    if comfort is None:
        raise Problem("comfort_not_asked")
    return comfort


def require_level(comfort, level):
    if level not in comfort.levels:
        raise Problem("no_such_level")
