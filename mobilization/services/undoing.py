"""Undoing a step of lead or recorder: the rows become what they were, if nothing grew on them."""

from datetime import datetime

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.db.models import F, ProtectedError
from django.db.models.functions import Coalesce
from django.utils import timezone

from core.access import ensure
from core.problems import Problem, refused_as
from mobilization.models import (
    Attendance,
    Ballot,
    Category,
    Comfort,
    Dot,
    Guest,
    Meeting,
    Requirement,
    Scan,
    Seat,
    Team,
    TeamMember,
)
from mobilization.services import (
    categories,
    deeds,
    groups,
    guests,
    meetings,
    plan_moves,
    plan_steps,
    plans,
    presentations,
    scans,
    team_ends,
    votes,
)


@transaction.atomic
def undo(*, deed, by):
    """Undo one step; of two people who undo it at once, one does.

    Raises Problem `part_not_open` where the meeting is elsewhere, `step_undone_already`,
    `step_has_grown`, `step_is_final`, `took_part`, `guest_answered` or `move_not_open`; then
    nothing is changed.
    """
    ensure(by, "mobilization.run_meeting", deed)
    meetings.keep_open(deed.meeting, deed.part)
    if deed.undoes_id:
        raise Problem("step_undone_already")
    if deed.is_final:
        raise Problem("step_is_final")
    with refused_as("step_undone_already"):
        deeds.note(meeting=deed.meeting, kind="undone", by=by, undoes=deed)
    backwards = BACKWARDS.get(deed.kind, restore)
    try:
        with transaction.atomic():
            backwards(deed, by)
            # Also what the database looks at last: whether what the rows point at is still there.
            connection.check_constraints([Requirement._meta.db_table])
    except (ProtectedError, IntegrityError):
        raise Problem("step_has_grown") from None


def restore(deed, by):
    """Make the rows what they were before the step."""
    turn_back(deed.meeting, changes_of(deed))


def changes_of(deed):
    """[(model, row before or None, row after or None)]"""
    return [(apps.get_model(name), *rows) for name, *rows in deed.changes]


def turn_back(meeting, changes):
    """Change rows back, take out those that were made, put back those that were taken out."""
    for model, before, after in changes:
        if before and after:
            found = model.objects.filter(**turned(model, after))
            require(found.update(**turned(model, before)))
    for model, before, after in reversed(changes):
        if after and not before:
            TAKE_OUT.get(model, take_out)(meeting, model, values_of(model, after))
    for model, before, after in changes:
        if before and not after:
            PUT_BACK.get(model, put_back)(meeting, model, values_of(model, before))


def turned(model, image):
    """What is compared and turned back of a row that was changed."""
    names = TURNED_ALONE.get(model, image.keys())
    return values_of(model, {name: image[name] for name in names})


def values_of(model, image):
    """{column: value} of an image."""
    fields = {field.attname: field for field in model._meta.concrete_fields}
    return {
        name: None if text is None else fields[name].to_python(text) for name, text in image.items()
    }


def require(done):
    """`done` is how many rows were changed, or whether it was."""
    if done != 1:
        raise Problem("step_has_grown")


def take_out(meeting, model, values):
    """Delete the row as it was made; where other rows would go with it, something grew on it."""
    count, _models = model.objects.filter(**values).delete()
    require(count)


def put_back(meeting, model, values):
    model(**values).save(force_insert=True)


def take_attendance_out(meeting, model, values):
    """Whoever took part by now stays."""
    meetings.take_off(meeting, values["person_id"])


def take_seat_out(meeting, model, values):
    """Whoever joined a team, or is recorded in another meeting by now, stays on the list."""
    before = Meeting.objects.filter(group=values["group_id"], number__lt=meeting.number)
    groups.hold(before)
    groups.require_no_trace(Seat(**values))
    take_out(meeting, model, values)


def take_member_out(meeting, model, values):
    """What the member said of the contact list goes with the place on the team."""
    take_out(meeting, model, {"pk": values["id"]})


def take_dot_out(meeting, model, values):
    take_out(meeting, model, values)
    Ballot.objects.filter(pk=values["ballot_id"]).update(dots_left=F("dots_left") + 1)
    tell_voter(meeting, values["ballot_id"])


def put_dot_back(meeting, model, values):
    voter = Ballot.objects.get(pk=values["ballot_id"]).person_id
    ballot = votes.spend(meeting.pk, voter, values["requirement_id"])
    require(ballot is not None)
    put_back(meeting, model, values)
    tell_voter(meeting, values["ballot_id"])


def withdraw_question(meeting, model, values):
    """What was answered to it stays as history, and is shown to nobody."""
    asked = Comfort.objects.filter(pk=values["id"], withdrawn_at=None)
    now = timezone.now()
    require(asked.update(closed_at=Coalesce("closed_at", now), withdrawn_at=now))


def tell_voter(meeting, ballot):
    """The person's own screen follows what changed on their ballot."""
    voters = meeting.attendances.filter(person__ballots=ballot)
    voters.update(version=F("version") + 1)


def take_scan_out(meeting, model, values):
    """The file goes with its row."""
    require(scans.discard(meeting, values["id"]))


# Beside whose place somebody came in, a check-in counts what that person writes on and on.
TURNED_ALONE = {Attendance: ("id", "in_place_of_id")}
TAKE_OUT = {
    Attendance: take_attendance_out,
    Comfort: withdraw_question,
    Dot: take_dot_out,
    Scan: take_scan_out,
    Seat: take_seat_out,
    TeamMember: take_member_out,
}
PUT_BACK = {Dot: put_dot_back}


def move_back(deed, by):
    """Make the move between the same two parts the other way round; the timer runs on.

    A question of comfort that ended with it is open again, unless another was asked since.
    """
    meeting = deed.meeting
    meeting.refresh_from_db()
    changes = changes_of(deed)
    ended = {after["id"] for model, _before, after in changes if model is Comfort}
    require(not ended or ended == {str(meeting.comforts.latest("pk").pk)})
    turn_back(meeting, changes)
    meetings.turn(meeting, meetings.opposite(meeting, deed.words["move"]), by=by)
    ends_at = deed.words["timer"]
    if ends_at and meeting.state != Meeting.State.CLOSED:
        Meeting.objects.filter(pk=meeting.pk).update(timer_ends_at=datetime.fromisoformat(ends_at))


def wait_again(deed, by):
    """The phone that was let in, or turned away, stands at the door again."""
    guests.stand_at_the_door(Guest.objects.select_related("entry").get(pk=deed.words["guest"]))


def hand_back(deed, by):
    """Whoever led before leads again, unless somebody else does by now."""
    led = Meeting.objects.filter(pk=deed.meeting_id, lead=deed.words["to"])
    require(led.update(lead=deed.words["before"]))


def draft_as_before(deed, by):
    """The choice of before, unless somebody chose otherwise by now."""
    chosen = Meeting.objects.filter(pk=deed.meeting_id, drafting=deed.words["option"])
    require(chosen.update(drafting=deed.words["before"]))


def categories_as_before(deed, by):
    """Names and places are exchanged among categories, so that these are turned back together."""
    changes = changes_of(deed)
    own = [
        tuple(row and values_of(model, row) for row in rows)
        for model, *rows in changes
        if model is Category
    ]
    turn_back(deed.meeting, [change for change in changes if change[0] is not Category])
    require(categories.put_back(deed.meeting, own))


def stand_again(deed, by):
    """The presentation stands where it stood, and so does the timer."""
    words = deed.words
    step = {"turn": words["turn"], "name": words["move"], "before": words["before"]}
    require(presentations.turn_back(**step, by=by))
    set_timer(deed)


def set_timer(deed):
    """The timer ends when it was to end before the step."""
    Meeting.objects.filter(pk=deed.meeting_id).update(timer_ends_at=moment_of(deed.words["timer"]))


def moment_of(text):
    return text and datetime.fromisoformat(text)


def time_as_before(deed, by):
    """The timer of before, unless somebody set it anew by now."""
    stands = Meeting.objects.filter(pk=deed.meeting_id, timer_ends_at=moment_of(deed.words["to"]))
    require(stands.update(timer_ends_at=moment_of(deed.words["timer"])))


def show_as_before(deed, by):
    """The room sees the areas, or sees them no more, unless somebody changed that by now."""
    shown = deed.kind == "areas_shown"
    same = Meeting.objects.filter(pk=deed.meeting_id, areas_are_shown=shown)
    require(same.update(areas_are_shown=not shown))


def word_as_before(deed, by):
    """The words of before, unless somebody put a dot on those of after."""
    changes = changes_of(deed)
    reworded = [
        after["id"]
        for model, before, after in changes
        if model is Requirement and before["text"] != after["text"]
    ]
    known = [after["id"] for model, _before, after in changes if model is Dot]
    grown = Dot.objects.filter(requirement__in=reworded, words_before="").exclude(pk__in=known)
    require(not grown.exists())
    turn_back(deed.meeting, changes)


def decide_anew(deed, by):
    """The plan stands where it stood before the decision, and so do team, turn and timer."""
    plan = plan_steps.turn_back(deed.words, by=by)
    require(plan is not None)
    changes = changes_of(deed)
    turn_back(deed.meeting, changes)
    if deed.words["move"] == "split":
        put_together(plan, deed.words["version"], by)
    if deed.words["move"] == "send_to_leadership":
        plan_moves.call_back(plan)
    if plan_steps.had_the_floor(changes):
        set_timer(deed)


def team_works_again(deed, by):
    """The team stands where it stood, and so do its turn and the timer."""
    changes = changes_of(deed)
    turn_back(deed.meeting, changes)
    (image,) = (after for model, _before, after in changes if model is Team)
    team_ends.tell_of_undoing(Team.objects.get(pk=image["id"]), before=image["state"], by=by)
    if plan_steps.had_the_floor(changes):
        set_timer(deed)


def put_together(plan, number, by):
    """What was split off stands in the plan again, unless that was edited since."""
    require(plan.version == number + 1)
    plans.restore(plan=plan, number=number, version=plan.version, by=by)


BACKWARDS = {
    "areas_hidden": show_as_before,
    "areas_shown": show_as_before,
    "categories_changed": categories_as_before,
    "drafting_chosen": draft_as_before,
    "handed_over": hand_back,
    "moved": move_back,
    "plan_decided": decide_anew,
    "presented": stand_again,
    "requirement_edited": word_as_before,
    "requirement_reworded": word_as_before,
    "team_ended": team_works_again,
    "timer_changed": time_as_before,
    "timer_started": time_as_before,
    "timer_stopped": time_as_before,
    "let_in": wait_again,
    "turned_away": wait_again,
}
