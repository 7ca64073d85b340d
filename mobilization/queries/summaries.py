"""What a first meeting found, for its summary: many meetings by a fixed number of queries."""

from collections import defaultdict

from django.db.models import Count, F, Prefetch, Q

from accounts.models import Person
from mobilization.models import (
    Card,
    Meeting,
    Priority,
    Requirement,
    Seat,
    Summary,
    SummaryLetter,
    Team,
)
from mobilization.models.meetings import UNREAD
from mobilization.models.summaries import REPORTED

WORDS = ("overview", "discussion", "next_steps")


def facts(meetings):
    """{meeting pk: JSON-able facts} of meetings that come with group and cluster.

    Visions and requirements are sorted by their words and dots, not by who came first, so that
    no order gives a name away; dots are totals. Names stand only where people put them down:
    co-chairs, champions, conveners and team members.
    """
    keys = [meeting.pk for meeting in meetings]
    counts = {row["pk"]: row for row in counted(keys)}
    visions = visions_of(keys)
    requirements = requirements_of(keys)
    priorities = priorities_of(keys)
    co_chairs = co_chairs_of([meeting.group_id for meeting in meetings])
    following = next_meetings_of([meeting.group_id for meeting in meetings])
    words = words_of(keys)
    return {
        meeting.pk: {
            "number": meeting.number,
            "cluster": meeting.group.cluster.name,
            "starts_at": meeting.starts_at,
            "place": meeting.place,
            "co_chairs": co_chairs[meeting.group_id],
            "present": counts[meeting.pk]["present"],
            "ballots": counts[meeting.pk]["cast"],
            "dots_each": meeting.dots_each,
            "visions": visions[meeting.pk],
            "requirements": requirements[meeting.pk],
            "priorities": priorities[meeting.pk],
            "next": following.get((meeting.group_id, 2)),
            "words": words.get(meeting.pk, {}),
        }
        for meeting in meetings
    }


def open_facts(meeting):
    """The facts of one meeting as far as the room knows them.

    Without the visions of cards that nobody has read; and before the dots are out with None in
    the place of dots and ballots, in an order that tells nothing.
    """
    found = facts([meeting])[meeting.pk]
    if meeting.state in UNREAD:
        found["visions"] = []
    if not meeting.shows_dots:
        found["ballots"] = None
        found["requirements"] = uncounted(found["requirements"])
        for area in found["priorities"]:
            area.update(dots=None, requirements=uncounted(area["requirements"]))
    return found


def uncounted(lines):
    """The same lines, of which neither order nor number tells a dot."""
    return sorted(({**row, "dots": None} for row in lines), key=lambda row: row["text"])


def counted(keys):
    """People present and ballots with at least one dot, per meeting."""
    return (
        Meeting.objects.filter(pk__in=keys)
        .annotate(
            present=Count("attendances", distinct=True),
            cast=Count("ballots", filter=Q(ballots__dots_left__lt=F("dots_each")), distinct=True),
        )
        .values("pk", "present", "cast")
    )


def visions_of(keys):
    visions = defaultdict(list)
    for meeting, vision in Card.objects.filter(meeting__in=keys).values_list("meeting", "vision"):
        visions[meeting].append(vision)
    return defaultdict(list, {key: sorted(found) for key, found in visions.items()})


def requirements_of(keys):
    """Most dots first, then by words; requirements without a dot stay on the list."""
    found = defaultdict(list)
    rows = with_dots(Requirement.objects.filter(meeting__in=keys)).order_by("-total", "text")
    for row in rows:
        found[row.meeting_id].append(line(row))
    return found


def with_dots(requirements):
    return requirements.select_related("category").annotate(total=Count("dots"))


def line(requirement):
    return {
        "text": requirement.text,
        "category": requirement.category.name,
        "dots": requirement.total,
    }


def priorities_of(keys):
    """The priority areas with their requirements and the team, if somebody champions it."""
    found = defaultdict(list)
    formed = (
        Team.objects.filter(split_from=None)
        .select_related("champion", "convener")
        .prefetch_related("members__person")
    )
    areas = Priority.objects.filter(meeting__in=keys).prefetch_related(
        Prefetch("teams", formed, to_attr="formed")
    )
    inside = inside_priorities(keys)
    for area in areas:
        team = next(iter(area.formed), None)
        found[area.meeting_id].append(
            {
                "name": area.name,
                "requirements": inside[area.pk],
                "dots": sum(row["dots"] for row in inside[area.pk]),
                "team": team and team_facts(team),
            }
        )
    return found


def inside_priorities(keys):
    inside = defaultdict(list)
    rows = (
        with_dots(Requirement.objects.filter(priority_place__priority__meeting__in=keys))
        .select_related("category", "priority_place")
        .order_by("-total", "text")
    )
    for row in rows:
        inside[row.priority_place.priority_id].append(line(row))
    return inside


def team_facts(team):
    return {
        "champion": team.champion.name,
        "convener": team.convener.name,
        "members": sorted(member.person.name for member in team.members.all()),
        "next_date": team.next_date,
    }


def co_chairs_of(groups):
    names = defaultdict(list)
    seats = Seat.objects.filter(group__in=groups, role=Seat.Role.CO_CHAIR)
    for seat in seats.select_related("person").order_by("person__name"):
        names[seat.group_id].append(seat.person.name)
    return names


def next_meetings_of(groups):
    """{(group pk, number): time and place} of the later meetings."""
    rows = Meeting.objects.filter(group__in=groups, number__gt=1)
    return {
        (row.group_id, row.number): {"starts_at": row.starts_at, "place": row.place} for row in rows
    }


def words_of(keys):
    """{meeting pk: the facilitators' own words}."""
    rows = Summary.objects.filter(meeting__in=keys)
    return {row.pop("meeting"): row for row in rows.values("meeting", *WORDS)}


def summary_of(meeting):
    """The meeting's summary on its way, or None while nobody has begun it."""
    return Summary.objects.filter(meeting=meeting).first()


def readers(meeting):
    """Who gets the summary: the group without those who declined, and who was there all the same.

    People who were never sent the letter are left out too, unless they came or are co-chairs.
    """
    came = Q(attendances__meeting__group=meeting.group_id)
    invited = Q(seats__group=meeting.group_id) & (
        Q(seats__invitation__state__in=["sent", "accepted", "unsure"])
        | Q(seats__role=Seat.Role.CO_CHAIR)
    )
    people = Person.objects.filter(came | invited, initiative=meeting.initiative)
    return people.distinct().order_by("name", "pk")


def to_mail(summary):
    """Who has an e-mail address and has not been sent this version."""
    return without_letter(readers(summary.meeting), summary, SummaryLetter.Kind.GROUP)


def to_report(summary):
    """Members of the Leadership Group who can be mailed and know nothing of this version."""
    return without_letter(leaders(summary), summary, SummaryLetter.Kind.REPORT)


def leaders(summary):
    """The Leadership Group, by name."""
    people = Person.objects.filter(leadership_seat__isnull=False, initiative=summary.initiative)
    return people.order_by("name", "pk")


def without_letter(people, summary, kind):
    """Those with an e-mail address whom no such letter of this version has gone to."""
    sent = summary.letters.filter(version=summary.version, kind=kind).values("person")
    return people.exclude(email="").exclude(pk__in=sent)


def reported(summary):
    """How many of the Leadership Group have been told of this version."""
    kind = SummaryLetter.Kind.REPORT
    return summary.letters.filter(version=summary.version, kind=kind).count()


def on_paper(summary):
    """Who gets the summary on paper."""
    return readers(summary.meeting).filter(email="")


def for_person(person):
    """The summaries of the person's groups: sent ones, and for co-chairs those to be checked."""
    of_groups = Summary.objects.filter(meeting__group__seats__person=person)
    return of_groups.select_related("meeting__group__cluster__initiative").order_by(
        "meeting__group", "meeting__number"
    )


def for_leader(person):
    """The summaries that are checked, which are the reports to the Leadership Group."""
    of_place = Summary.objects.filter(
        meeting__group__cluster__initiative=person.initiative,
        state__in=REPORTED,
    )
    return of_place.select_related("meeting__group__cluster__initiative")
