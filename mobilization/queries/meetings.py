"""Reading meetings and who is in the room."""

from functools import cache

from django.db.models import Case, Count, Exists, Max, OuterRef, Q, Subquery, Sum, When

from accounts.models import Membership, Person
from accounts.permissions import FACILITATORS
from core.statements import Statement, blank
from mobilization.models import Attendance, ClusterGroup, Excuse, Invitation, Meeting, Reply, Seat


def groups(initiative):
    """The initiative's cluster groups with their letter."""
    groups = ClusterGroup.objects.filter(cluster__initiative=initiative)
    return groups.select_related("cluster__initiative", "letter").prefetch_related("meetings")


def of(initiative):
    """The meetings of the initiative's cluster groups."""
    meetings = Meeting.objects.filter(group__cluster__initiative=initiative)
    return meetings.select_related("group__cluster__initiative", "lead")


def of_person(person):
    """The meetings of the person's groups in order of time.

    Each with `own_version`, which is None until the person is checked in.
    """
    meetings = Meeting.objects.filter(group__seats__person=person)
    return (
        meetings.select_related("group__cluster__initiative")
        .annotate(own_version=own_version(OuterRef("pk"), person))
        .order_by("starts_at")
    )


def own_version(meeting, person):
    """How often the person's own card and ballot changed, as an expression.

    It is None until the person is checked in.
    """
    here = Attendance.objects.filter(meeting=meeting, person=person)
    return Subquery(here.order_by().values("version"))


def entered(person, meeting):
    """The meeting with the id `meeting` out of these, or None; for the room, so in no time."""
    return entering().record(person=person.pk, meeting=meeting)


@cache
def entering():
    found = of_person(blank("person")).filter(pk=blank("meeting"))
    return Statement(found.select_related(None).order_by())


def people(meeting):
    """The people with a seat in the meeting's group, by name."""
    people = Person.objects.filter(seats__group=meeting.group_id).order_by("name", "pk")
    return people.select_related("organisation")


def who_may_lead(meeting):
    """Those of the support team who may run the meeting: facilitators first, each with its user."""
    members = Membership.objects.filter(
        initiative=meeting.group.cluster.initiative, role__in=FACILITATORS
    )
    return members.select_related("user").order_by("role", "user__name")


def attendances(meeting):
    """The check-ins with the person, and the person in whose place they came."""
    return Attendance.objects.filter(meeting=meeting).select_related("person", "in_place_of")


def present(meeting):
    """The people in the room by name."""
    people = Person.objects.filter(attendances__meeting=meeting).select_related("organisation")
    return people.order_by("name", "pk")


def seats(meeting):
    """The group's seats with `is_present` and `is_excused`.

    Co-chairs and who said yes stand first, by name. `place_of` is the name of whom somebody is
    here for, or None. `comes` is what the person said of coming to
    a later meeting, None while nothing, and `recorded_by_name` who wrote it down.
    """
    here = Attendance.objects.filter(meeting=meeting, person=OuterRef("person"))
    excused = Excuse.objects.filter(meeting=meeting, person=OuterRef("person"))
    said = Reply.objects.filter(meeting=meeting, person=OuterRef("person"))
    answered = Q(invitation__state=Invitation.State.ACCEPTED)
    will_come = (answered if meeting.number == 1 else Exists(said.filter(comes=True))) | Q(
        role=Seat.Role.CO_CHAIR
    )
    return (
        Seat.objects.filter(group=meeting.group_id)
        .select_related("person__organisation", "invitation")
        .annotate(is_present=Exists(here), is_excused=Exists(excused))
        .annotate(place_of=Subquery(here.values("in_place_of__name")))
        .annotate(
            comes=Subquery(said.values("comes")),
            recorded_by_name=Subquery(said.values("recorded_by_name")),
        )
        .annotate(is_expected=Case(When(will_come, then=1), default=0))
        .order_by("-is_expected", "person__name", "pk")
    )


def doubled(meeting):
    """The check-ins of substitutes who are here beside the person in whose place they came."""
    here = Attendance.objects.filter(meeting=meeting)
    both = here.filter(Exists(here.filter(person=OuterRef("in_place_of"))))
    return both.select_related("person", "in_place_of").order_by("person__name", "pk")


def entries(meeting):
    """Two counts that tell of every check-in, card and dot."""
    own = meeting.attendances.aggregate(entries=Sum("version", default=0))["entries"]
    return f"{meeting.entries}.{own}"


def answers(group):
    """What changes on the seat list outside the room: (seats, the last answer)."""
    counts = group.seats.aggregate(seats=Count("pk"), last=Max("invitation__answered_at"))
    return counts["seats"], counts["last"]


def expected(group):
    """How many come, of how many on the list: (who said yes and the co-chairs, seats)."""
    comes = Q(invitation__state=Invitation.State.ACCEPTED) | Q(role=Seat.Role.CO_CHAIR)
    counts = group.seats.aggregate(coming=Count("pk", filter=comes), seats=Count("pk"))
    return counts["coming"], counts["seats"]


def open_questions(meeting):
    """The question of comfort that can be closed now, as a queryset."""
    grouping = Meeting.State.GROUPING
    return meeting.comforts.filter(closed_at=None, meeting__state=grouping)
