"""What a kit of copies is made for: who comes, and what the meeting is about."""

from django.db.models import Q

from core.models import Job
from mobilization.models import Invitation, Meeting, Plan, Priority, Seat
from mobilization.models.plans import CLOSED_STATES


def coming(meeting):
    """The people who come, by name: who said yes, the co-chairs, and later who took part before.

    Whoever said no to a later meeting is not counted in it.
    """
    seats = Q(
        seats__invitation__state=Invitation.State.ACCEPTED, seats__group=meeting.group_id
    ) | Q(seats__role=Seat.Role.CO_CHAIR, seats__group=meeting.group_id)
    here = Q(attendances__meeting=meeting) | Q(replies__meeting=meeting, replies__comes=True)
    before = Q(
        attendances__meeting__group=meeting.group_id,
        attendances__meeting__number__lt=meeting.number,
    )
    volunteers = Q(team_memberships__team__priority__meeting__group=meeting.group_id)
    people = meeting.initiative.people.filter(
        seats | here | (before | volunteers if meeting.number > 1 else Q(pk=None))
    )
    if meeting.number > 1:
        people = people.exclude(replies__in=meeting.replies.filter(comes=False))
    return people.select_related("organisation").distinct().order_by("name", "pk")


def facts(meeting):
    """JSON-able facts that the kit rests on."""
    people = list(coming(meeting))
    codes = dict(meeting.ballot_codes.values_list("person_id", "code"))
    return {
        "number": meeting.number,
        "cluster": meeting.group.cluster.name,
        "starts_at": meeting.starts_at,
        "place": meeting.place,
        "dots_each": meeting.dots_each,
        "people": [
            {
                "name": person.name,
                "title": person.title,
                "organisation": person.organisation.name if person.organisation else "",
                "code": codes.get(person.pk, ""),
            }
            for person in people
        ],
        "categories": list(meeting.categories.values_list("name", flat=True)),
        "areas": areas_of(meeting.group),
        "plans": list(plans_of(meeting.group).values("id", "title", "state")),
    }


def areas_of(group):
    areas = Priority.objects.filter(meeting__group=group, meeting__number=1)
    return list(areas.values_list("name", flat=True))


def plans_of(group):
    """The plans that a meeting still hears."""
    plans = Plan.objects.filter(team__priority__meeting__group=group)
    return plans.exclude(state__in=CLOSED_STATES).order_by("pk")


def handouts_of(meeting):
    """The plans that are handed out: none in Meeting 1, which has no plan yet."""
    return plans_of(meeting.group) if meeting.number > 1 else Plan.objects.none()


def jobs_of(meeting, kinds):
    """The kits that were asked for, newest first."""
    jobs = Job.objects.filter(place=meeting.initiative.slug, kind__in=kinds)
    about = jobs.filter(subject_id=meeting.pk, subject_type__model=Meeting._meta.model_name)
    return about.select_related("document").order_by("-requested_at", "-pk")
