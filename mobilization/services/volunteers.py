"""Volunteers for the priority areas: from the floor, then by name; no champion, next area."""

from django.db import transaction
from django.db.models import F, Q

from core.access import ensure
from core.problems import Problem
from mobilization.models import Meeting, Priority, Seat, Team, TeamMember, Volunteer
from mobilization.services import deeds, teams
from mobilization.services.meetings import keep_open, keep_open_to


@transaction.atomic
def step_forward(
    *, priority, person, way=Volunteer.Way.FLOOR, could_champion=None, by, by_pass=False
):
    """Write a volunteer down, in the area's team too where there is one.

    `could_champion` of None leaves it as it was. Raises Problem `part_not_open`,
    `not_checked_in` for who comes forward by phone, or `no_seat`.
    """
    hold(priority, person, by, by_pass)
    if not Seat.objects.filter(group=priority.meeting.group_id, person=person).exists():
        raise Problem("no_seat", name=person.name)
    said = {} if could_champion is None else {"could_champion": could_champion}
    with noted(priority, "volunteered", by, person):
        Volunteer.objects.update_or_create(
            priority=priority,
            person=person,
            defaults=said,
            create_defaults={"way": way, **said},
        )
        for team in formed(priority).select_related("priority__meeting"):
            teams.add_members(team, [person])


@transaction.atomic
def step_back(*, priority, person, by, by_pass=False):
    """Strike a volunteer, from the area's team too. Raises Problem `leads_the_team`."""
    hold(priority, person, by, by_pass)
    leads = Q(champion=person) | Q(convener=person)
    if formed(priority).filter(leads).exists():
        raise Problem("leads_the_team", name=person.name)
    with noted(priority, "volunteer_struck", by, person):
        TeamMember.objects.filter(team__in=formed(priority), person=person).delete()
        Volunteer.objects.filter(priority=priority, person=person).delete()


def formed(priority):
    """The team that Meeting 1 formed for the area, none that was split off later."""
    return Team.objects.filter(priority=priority, split_from=None)


def hold(priority, person, by, by_pass):
    ensure(by, "mobilization.volunteer", Volunteer(priority=priority, person=person))
    keep_open(priority.meeting, Meeting.State.TEAMS)
    if by == person:
        keep_open_to(priority.meeting, person, Meeting.State.TEAMS, by=by, by_pass=by_pass)


def noted(priority, kind, by, person):
    rows = [
        Volunteer.objects.filter(priority=priority),
        TeamMember.objects.filter(team__in=formed(priority)),
    ]
    words = {"person": person.name, "name": priority.name}
    return deeds.recorded(meeting=priority.meeting, kind=kind, by=by, rows=rows, **words)


@transaction.atomic
def pass_over(*, priority, passed=True, by):
    """Nobody champions an area, so the room goes on to the next; or it comes back to it.

    Raises Problem `part_not_open` or `team_formed`.
    """
    teams.open_teams(priority.meeting, by)
    areas = Priority.objects.filter(pk=priority.pk)
    kind = "passed_over" if passed else "asked_again"
    with deeds.recorded(
        meeting=priority.meeting, kind=kind, by=by, rows=[areas], name=priority.name
    ):
        if not areas.filter(teams=None).update(passed_over=passed):
            raise Problem("team_formed", name=priority.name)


@transaction.atomic
def choose_drafting(*, meeting, option, by):
    """How the conceptual plans are drafted: a Meeting.Drafting. Raises Problem `part_not_open`."""
    teams.open_teams(meeting, by)
    held = Meeting.objects.filter(pk=meeting.pk)
    before = held.values_list("drafting", flat=True).get()
    if before != option:
        held.update(drafting=option)
        deeds.note(meeting=meeting, kind="drafting_chosen", by=by, before=before, option=option)


@transaction.atomic
def share_contact(*, member, shares, by):
    """Whether the team may have a member's e-mail address and telephone number.

    The member decides at any time; the support team writes down what was said on paper.
    """
    ensure(by, "mobilization.share_contact", member)
    TeamMember.objects.filter(pk=member.pk).update(shares_contact=shares)
    Meeting.objects.filter(priorities__teams=member.team_id).update(version=F("version") + 1)
