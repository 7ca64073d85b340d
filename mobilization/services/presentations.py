"""The teams' turns in Meetings 2 and 3: who presents, in which order, and who is on now."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from core.access import ensure
from core.problems import Problem, refused_as
from core.workflow import record_move
from mobilization.models import Meeting, Presentation
from mobilization.models.presentations import ON, PROCESS
from mobilization.presenters.timers import MINUTES
from mobilization.queries import presentations as queries
from mobilization.services import deeds
from mobilization.services.meetings import BEFORE_CLOSING, keep_open

UNCONFIRMED = {"confirmed_at": None, "confirmed_by_name": ""}
# The talk has the timer, and the team's own comments; then it makes room for another.
STARTS_THE_TIMER = {"begin"}
STOPS_THE_TIMER = {"back_to_waiting", "to_questions", "end"}


@transaction.atomic
def name(*, team, meeting, person, by):
    """Name the member who presents; another person than before has to confirm anew.

    Raises Problem `part_not_open`, `of_another_meeting`, `no_presentations_here` or
    `presenter_not_on_team`.
    """
    hold(meeting, *BEFORE_CLOSING, by=by)
    check_together(team, meeting)
    keep_on_team(team, person)
    rows = [Presentation.objects.filter(team=team, meeting=meeting)]
    words = {"person": person.name, "name": str(team)}
    with deeds.recorded(meeting=meeting, kind="presenter_named", by=by, rows=rows, **words):
        turn = turn_of(team, meeting)
        others = Presentation.objects.filter(pk=turn.pk).exclude(person=person)
        others.update(person=person, **UNCONFIRMED)
    turn.refresh_from_db()
    return turn


@transaction.atomic
def offer(*, team, meeting, person, by):
    """A member of a team that has named nobody says: I present. That is confirmed with it.

    Raises Problem `part_not_open`, `of_another_meeting`, `no_presentations_here`,
    `presenter_not_on_team`, or `presenter_named` where somebody else was faster.
    """
    own = team.members.filter(person=person).first()
    if own is None:
        raise Problem("presenter_not_on_team", name=person.name)
    ensure(by, "mobilization.offer_to_present", own)
    keep_open(meeting, *BEFORE_CLOSING)
    check_together(team, meeting)
    keep_on_team(team, person)
    turn = turn_of(team, meeting)
    said = {"person": person, "confirmed_at": timezone.now(), "confirmed_by_name": str(by)}
    nobody = Presentation.objects.filter(pk=turn.pk, person=None)
    if not nobody.update(**said):
        turn.refresh_from_db()
        if turn.person != person:
            raise Problem("presenter_named", name=turn.person.name)


@transaction.atomic
def confirm(*, presentation, by):
    """The presenter, or a facilitator who has asked, confirms; a second time changes nothing.

    Raises Problem `part_not_open`, or `presenter_changed` where somebody else presents now.
    """
    ensure(by, "mobilization.confirm_presenter", presentation)
    keep_open(presentation.meeting, *BEFORE_CLOSING)
    same = Presentation.objects.filter(pk=presentation.pk, person=presentation.person_id)
    said = {"confirmed_at": timezone.now(), "confirmed_by_name": str(by)}
    if not same.exclude(person=None).filter(confirmed_at=None).update(**said) and not same.exists():
        raise Problem("presenter_changed")
    presentation.refresh_from_db()
    return presentation


@transaction.atomic
def shift(*, team, meeting, places, by):
    """Let a team present earlier (`places` is -1) or later (1); at the end it stays where it is.

    Raises Problem `part_not_open`, `of_another_meeting`, `no_presentations_here` or
    `team_not_heard`.
    """
    hold(meeting, *BEFORE_CLOSING, by=by)
    check_together(team, meeting)
    order = [found.pk for found in queries.in_order(meeting)]
    if team.pk not in order:
        raise Problem("team_not_heard", team=str(team))
    here = order.index(team.pk)
    order.insert(max(here + places, 0), order.pop(here))
    rows = [Presentation.objects.filter(meeting=meeting)]
    with deeds.recorded(meeting=meeting, kind="order_changed", by=by, rows=rows, name=str(team)):
        for position, pk in enumerate(order, start=1):
            Presentation.objects.update_or_create(
                team_id=pk, meeting=meeting, defaults={"position": position}
            )


@transaction.atomic
def move(*, team, meeting, name, minutes=MINUTES[Meeting.State.DECIDING], by):
    """Take a team's turn on or back; a move that was made already changes nothing.

    `minutes` are the talk's, when it begins. Raises Problem `part_not_open`, `no_such_part`,
    `of_another_meeting`, `team_not_heard`, `move_not_open`, or `presentation_is_on` while
    another team has the floor.
    """
    hold(meeting, Meeting.State.DECIDING, by=by)
    check_together(team, meeting)
    if name not in PROCESS.steps:
        raise Problem("no_such_part")
    if not queries.teams(meeting).filter(pk=team.pk).exists():
        raise Problem("team_not_heard", team=str(team))
    turn = turn_of(team, meeting)
    before, timer = turn.state, Meeting.objects.get(pk=meeting.pk).timer_ends_at
    if before == PROCESS.steps[name].target:
        return turn
    with refused_as("presentation_is_on", team=str(team)):
        PROCESS.make(turn, name, by=by, turned_at=timezone.now())
    set_timer(meeting, name, minutes)
    words = {"turn": turn.pk, "move": name, "before": before, "name": str(team)}
    deeds.note(meeting=meeting, kind="presented", by=by, timer=timer and timer.isoformat(), **words)
    return turn


def set_timer(meeting, name, minutes):
    """The meeting's one timer is the talk's while it lasts."""
    held = Meeting.objects.filter(pk=meeting.pk)
    if name in STARTS_THE_TIMER:
        held.update(timer_ends_at=timezone.now() + timedelta(minutes=minutes))
    elif name in STOPS_THE_TIMER:
        held.update(timer_ends_at=None)


def turn_back(*, turn, name, before, by):
    """Undo the move `name` that led on from the state `before`; False where the turn went on."""
    now = PROCESS.steps[name].target
    stands = Presentation.objects.filter(pk=turn, state=now)
    if not stands.update(state=before, turned_at=timezone.now()):
        return False
    record_move(Presentation.objects.get(pk=turn), "undo", before=now, after=before, by=by)
    return True


def end_with(team, *, by):
    """A team whose plan was merged or disbanded has the floor no more, and its timer ends."""
    for turn in Presentation.objects.filter(team=team, state__in=ON).select_related("meeting"):
        PROCESS.make(turn, "end", by=by, turned_at=timezone.now())
        set_timer(turn.meeting, "end", 0)


def hear_with(team, part, meeting):
    """What is split off a plan that was presented was heard with it: `part` has no turn to come."""
    turns = Presentation.objects.filter(team=team, meeting=meeting)
    if turns.exclude(state=Presentation.State.WAITING).exists():
        Presentation.objects.create(
            team=part,
            meeting=meeting,
            state=Presentation.State.HEARD,
            turned_at=timezone.now(),
        )


def hold(meeting, *states, by):
    """One change of the turns after the other."""
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, *states)


def check_together(team, meeting):
    if team.group.pk != meeting.group_id:
        raise Problem("of_another_meeting")
    if meeting.number == 1:
        raise Problem("no_presentations_here")


def keep_on_team(team, person):
    """Hold the person's place on the team until the transaction ends, by changing nothing in it.

    Whoever leaves the team comes before or after. Raises Problem `presenter_not_on_team`.
    """
    if not team.members.filter(person=person).update(joined_at=F("joined_at")):
        raise Problem("presenter_not_on_team", name=person.name)


def turn_of(team, meeting):
    """The team's turn; it begins to exist when something is said of it."""
    return Presentation.objects.get_or_create(team=team, meeting=meeting)[0]
