"""Leading the room through the parts of a meeting, and checking people in."""

from functools import cache

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from core.access import ensure
from core.codes import new_code
from core.problems import Problem, refused_as
from core.statements import Statement, blank
from core.workflow import Process, Step
from mobilization.models import Attendance, ComfortAnswer, Invitation, Meeting, Seat
from mobilization.presenters import gates
from mobilization.services import deeds, newcomers

State = Meeting.State
BEFORE_CLOSING = [state for state in State if state != State.CLOSED]
IN_THE_ROOM = [state for state in BEFORE_CLOSING if state != State.PLANNED]


def step(name, label, source, target):
    return Step(name, label, (source,), target, "mobilization.run_meeting")


# The part before is always open again: going back deletes nothing.
MEETING = Process(
    step("open_check_in", _("Open the check-in"), State.PLANNED, State.CHECK_IN),
    step("open_cards", _("Hand out the cards"), State.CHECK_IN, State.CARDS),
    step("open_requirements", _("Read the cards"), State.CARDS, State.REQUIREMENTS),
    step("open_voting", _("Open the vote"), State.REQUIREMENTS, State.VOTING),
    step("open_grouping", _("Close the vote"), State.VOTING, State.GROUPING),
    step("open_teams", _("Form the teams"), State.GROUPING, State.TEAMS),
    step("close", _("Close the meeting"), State.TEAMS, State.CLOSED),
    step("back_to_planned", _("Back to planning"), State.CHECK_IN, State.PLANNED),
    step("back_to_check_in", _("Back to the check-in"), State.CARDS, State.CHECK_IN),
    step("back_to_cards", _("Back to the cards"), State.REQUIREMENTS, State.CARDS),
    step("back_to_requirements", _("Back to the list"), State.VOTING, State.REQUIREMENTS),
    step("back_to_voting", _("Open the vote again"), State.GROUPING, State.VOTING),
    step("back_to_grouping", _("Back to the priority areas"), State.TEAMS, State.GROUPING),
    step("reopen", _("Open the meeting again"), State.CLOSED, State.TEAMS),
)

# Meetings 2 and 3 hear the teams and decide on their plans.
LATER_MEETING = Process(
    step("open_check_in", _("Open the check-in"), State.PLANNED, State.CHECK_IN),
    step("open_deciding", _("Hear the teams"), State.CHECK_IN, State.DECIDING),
    step("close", _("Close the meeting"), State.DECIDING, State.CLOSED),
    step("back_to_planned", _("Back to planning"), State.CHECK_IN, State.PLANNED),
    step("back_to_check_in", _("Back to the check-in"), State.DECIDING, State.CHECK_IN),
    step("reopen", _("Open the meeting again"), State.CLOSED, State.DECIDING),
)


def process_of(meeting):
    """The table of moves of this meeting."""
    return MEETING if meeting.number == 1 else LATER_MEETING


@transaction.atomic
def move(*, meeting, name, by, note=""):
    """Take the meeting to its next part or back. A move that was made already changes nothing.

    Where it passes over a rule of the Guide the `note` says why. Raises Problem `no_such_part`,
    `move_not_open`, `move_not_yours` or `reason_needed`.
    """
    process = process_of(meeting)
    if name not in process.steps:
        raise Problem("no_such_part")
    timer = meeting.timer_ends_at
    try:
        turn(meeting, name, by=by, note=note)
    except Problem as problem:
        meeting.refresh_from_db()
        if problem.code == "move_not_open" and meeting.state == process.steps[name].target:
            return meeting
        raise
    require_reason(meeting, name, note)
    changes = end_question(meeting) if name == "open_teams" else ()
    words = {"move": name, "timer": timer and timer.isoformat()}
    deeds.note(meeting=meeting, kind="moved", by=by, changes=changes, **words)
    return meeting


def end_question(meeting):
    """Close the question of comfort that is still open, and return what changed by it.

    Nobody can answer any more, and nothing stands as taken that was never closed.
    """
    rows = [meeting.comforts.filter(withdrawn_at=None)]
    stood = deeds.images(rows)
    meeting.comforts.filter(closed_at=None).update(closed_at=timezone.now())
    return deeds.differences(stood, deeds.images(rows))


def require_reason(meeting, name, note):
    """Raise Problem `reason_needed` for a move over a rule; the held meeting changes no more."""
    if not note.strip() and gates.unmet(meeting, name):
        raise Problem("reason_needed", move=str(process_of(meeting).steps[name].label))


def turn(meeting, name, *, by, note=""):
    """Make the move itself. Raises Problem `move_not_open` or `move_not_yours`."""
    values = values_of(meeting, name)
    return process_of(meeting).make(meeting, name, by=by, note=note, **values)


def opposite(meeting, name):
    """The move that leads back from where the move `name` led."""
    steps = process_of(meeting).steps
    made = steps[name]
    return next(
        step.name
        for step in steps.values()
        if (made.target,) == step.sources and step.target in made.sources
    )


def values_of(meeting, name):
    """What a move changes beside the part.

    It ends the timer, closing frees the code, and for whose areas teams form has seen them.
    """
    is_over = name == "close"
    code = None if is_over else meeting.code or free_code()
    seen = {"areas_are_shown": True} if name == "open_teams" else {}
    return {"version": F("version") + 1, "timer_ends_at": None, "code": code, **seen}


def free_code():
    """A code that no open meeting has; against two at one moment the database guards."""
    code = new_code()
    return free_code() if Meeting.objects.filter(code=code).exists() else code


def keep_open(meeting, *states, counter="version"):
    """Hold the meeting in one of `states` until the transaction ends, or raise `part_not_open`.

    Whoever closes a part waits for those who are in it: no dot and no card arrives after the
    part was seen closed. The `counter` tells the screens that there is something new.
    """
    if not holding(counter, states).change(meeting=meeting.pk):
        raise not_open(meeting)


@cache
def holding(counter, states):
    here = Meeting.objects.filter(pk=blank("meeting"), state__in=states)
    return Statement(here, **{counter: F(counter) + 1})


def not_open(meeting):
    now = Meeting.objects.get(pk=meeting.pk)
    return Problem("part_not_open", state=now.get_state_display())


def keep_open_to(meeting, person, *states, by, by_pass=False):
    """The same for what the person alone sees. Raises `part_not_open` or `not_checked_in`.

    Those who write for themselves hold the meeting together: a room that votes waits for whoever
    moves it on, and nobody for each other. `by_pass` is True for a phone that was let in by the
    code; else who writes for themselves writes by their own link, and that is noted.
    """
    own = by == person
    if not own:
        keep_open(meeting, *states, counter="entries")
    values = {"meeting": meeting.pk, "person": person.pk, "group": meeting.group_id}
    if not noting(states, by_link=own and not by_pass).changed_row("id", **values):
        if not sharing(states).row(meeting=meeting.pk):
            raise not_open(meeting)
        raise Problem("not_checked_in", name=person.name)


@cache
def sharing(states):
    here = Meeting.objects.filter(pk=blank("meeting"), state__in=states).order_by()
    return Statement(here.values_list("pk"), shared=True)


@cache
def noting(states, by_link):
    """Hold the meeting, and count a change for a person who is in the room and has a seat."""
    noted = {"wrote_by_link": True} if by_link else {}
    seated = Seat.objects.filter(group=blank("group")).values("person")
    here = Attendance.objects.filter(meeting=blank("meeting"), person=blank("person"))
    here = here.filter(person__in=seated)
    return Statement(here, given=sharing(states), version=F("version") + 1, **noted)


@transaction.atomic
def check_in(*, meeting, person, source, by):
    """Note that a person with a seat in the group is in the room; a second time changes nothing.

    Raises Problem `part_not_open` or `no_seat`.
    """
    attendance = Attendance(meeting=meeting, person=person)
    ensure(by, "mobilization.check_in", attendance)
    keep_open(meeting, *IN_THE_ROOM, counter="entries")
    with deeds.recorded(
        meeting=meeting,
        kind="checked_in",
        by=by,
        rows=[meeting.attendances.filter(person=person), meeting.excuses.filter(person=person)],
        name=person.name,
    ):
        return let_sit_down(meeting, person, source)


def let_sit_down(meeting, person, source):
    """The check-in of a person with a seat, excused or not. Raises Problem `no_seat`."""
    if not Seat.objects.filter(group=meeting.group_id, person=person).exists():
        raise Problem("no_seat", name=person.name)
    attendance, _made = Attendance.objects.get_or_create(
        meeting=meeting, person=person, defaults={"source": source}
    )
    meeting.excuses.filter(person=person).delete()
    return attendance


@transaction.atomic
def undo_check_in(*, meeting, person, by):
    """Take a mistaken check-in back.

    Raises Problem `part_not_open`, or `took_part` once the person has a card, a photo of one,
    dots, or an answer on the comfort.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *IN_THE_ROOM, counter="entries")
    with deeds.recorded(
        meeting=meeting,
        kind="check_in_undone",
        by=by,
        rows=[meeting.attendances.filter(person=person)],
        name=person.name,
    ):
        take_off(meeting, person.pk)


def take_off(meeting, person):
    """Take the check-in of the person with this id back. Raises Problem `took_part`."""
    own = [
        meeting.cards.filter(person=person),
        meeting.scans.filter(person=person),
        meeting.ballots.filter(person=person, dots__isnull=False),
        ComfortAnswer.objects.filter(comfort__meeting=meeting, person=person),
    ]
    if any(rows.exists() for rows in own):
        raise Problem("took_part", name=Person.objects.get(pk=person).name)
    meeting.attendances.filter(person=person).delete()


@transaction.atomic
def walk_in(*, meeting, name, organisation="", in_place_of=None, source=Attendance.Source.DESK, by):
    """Seat somebody who came without an invitation and check them in; returns the attendance.

    `in_place_of` is the person with a seat for whom a substitute comes. The same name and
    organisation twice is the same person. Raises Problem `part_not_open`, or `no_seat` and
    `own_substitute` where nobody can come in that place.
    """
    ensure(by, "mobilization.seat_walk_ins", meeting)
    # One walk-in after the other, so that none is added twice.
    keep_open(meeting, *IN_THE_ROOM, counter="entries")
    person = newcomers.person_called(name, organisation, meeting.initiative)
    seats = Seat.objects.filter(group=meeting.group, person=person)
    rows = [
        seats,
        Invitation.objects.filter(seat__in=seats),
        meeting.attendances.filter(person=person),
        meeting.excuses.filter(person=person),
    ]
    with deeds.recorded(meeting=meeting, kind="walked_in", by=by, rows=rows, name=person.name):
        seat, _made = seats.get_or_create(defaults={"group": meeting.group, "person": person})
        if seat.role == Seat.Role.INVITEE:
            Invitation.objects.get_or_create(seat=seat)
        attendance = let_sit_down(meeting, person, source)
        if in_place_of:
            substitute(attendance, in_place_of)
        return attendance


@transaction.atomic
def stand_in(*, meeting, person, in_place_of, by):
    """Note for whom somebody came to this meeting; None is for themselves.

    Raises Problem `not_checked_in`, and as `walk_in`.
    """
    ensure(by, "mobilization.seat_walk_ins", meeting)
    keep_open(meeting, *IN_THE_ROOM, counter="entries")
    rows = meeting.attendances.filter(person=person)
    attendance = rows.first()
    if attendance is None:
        raise Problem("not_checked_in", name=person.name)
    kind = "stands_in" if in_place_of else "stands_in_no_more"
    words = {"name": person.name, "other": in_place_of.name if in_place_of else ""}
    with deeds.recorded(meeting=meeting, kind=kind, by=by, rows=[rows], **words):
        substitute(attendance, in_place_of)
    return attendance


def substitute(attendance, person):
    """Note for whom somebody came, or for nobody. Raises Problem `no_seat` or `own_substitute`."""
    group = attendance.meeting.group_id
    if person and not Seat.objects.filter(group=group, person=person).exists():
        raise Problem("no_seat", name=person.name)
    with refused_as("own_substitute", name=str(person)):
        Attendance.objects.filter(pk=attendance.pk).update(in_place_of=person)
