"""Planning the three meetings: when, where, with how many dots."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from core.access import ensure
from core.problems import Problem
from core.times import appointment
from mobilization.models import Ballot, ClusterGroup, Meeting
from mobilization.services import categories
from mobilization.services.meetings import BEFORE_CLOSING, free_code, keep_open

State = Meeting.State
BEFORE_VOTING = [State.PLANNED, State.CHECK_IN, State.CARDS, State.REQUIREMENTS]


@transaction.atomic
def plan(*, group, number, starts_at, place, by, dots_each=None):
    """Plan a meeting, or move it to another time and place. `starts_at` is an aware datetime.

    `dots_each` is how many dots a person has; None leaves it as it is, or at the usual four.
    Raises Problem `part_not_open` once the meeting is closed, `meetings_out_of_order`, and
    `vote_has_begun` where the number of dots would change.
    """
    ensure(by, "mobilization.plan_meetings", group)
    # One after the other, so that both see the order: SQLite lets one write at a time anyway.
    ClusterGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    values = {"starts_at": starts_at, "place": place}
    meeting, made = Meeting.objects.get_or_create(
        group=group, number=number, defaults={**values, "code": free_code()}
    )
    if made and number == 1:
        categories.begin(meeting)
    if not made:
        keep_open(meeting, *BEFORE_CLOSING)
        Meeting.objects.filter(pk=meeting.pk).update(**values)
    meeting.refresh_from_db()
    require_order(meeting)
    if dots_each:
        set_dots(meeting, dots_each)
        meeting.refresh_from_db()
    return meeting


def require_order(meeting):
    """The three meetings follow one another. Raises Problem `meetings_out_of_order`."""
    at, number = meeting.starts_at, meeting.number
    wrong = Q(number__lt=number, starts_at__gte=at) | Q(number__gt=number, starts_at__lte=at)
    other = Meeting.objects.filter(wrong, group=meeting.group_id).order_by("number").first()
    if other:
        when = appointment(other.starts_at)
        raise Problem("meetings_out_of_order", number=other.number, when=when)


def set_dots(meeting, dots_each):
    """Say how many dots each person has, while nobody could place one yet."""
    if Meeting.objects.filter(pk=meeting.pk, dots_each=dots_each).exists():
        return
    if not dots_can_change(meeting).update(dots_each=dots_each):
        raise Problem("vote_has_begun")


def dots_can_change(meeting):
    """The meeting as a queryset, empty once the vote was opened or somebody has a ballot."""
    begun = Ballot.objects.filter(meeting=OuterRef("pk"))
    return Meeting.objects.filter(~Exists(begun), pk=meeting.pk, state__in=BEFORE_VOTING)
