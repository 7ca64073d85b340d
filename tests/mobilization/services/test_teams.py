from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import Membership
from core.workflow import history_of
from mobilization.models import Team, TeamMember
from mobilization.services import teams
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import (
    TO_COME,
    MeetingFactory,
    PlanFactory,
    PriorityFactory,
    SeatFactory,
    TeamFactory,
    present,
)
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return PriorityFactory(meeting__state="teams")


@pytest.fixture
def recorder(area):
    return member(area.initiative, Membership.Role.RECORDER)


def people_in(team):
    return set(TeamMember.objects.filter(team=team).values_list("person", flat=True))


def test_a_team_has_a_champion_a_convener_and_volunteers(area, recorder):
    champion, convener, volunteer = (present(area.meeting) for _number in range(3))
    team = teams.form(
        priority=area,
        champion=champion,
        convener=convener,
        members=[volunteer, champion],
        next_date=TO_COME,
        by=recorder,
    )
    row = Team.objects.values_list("priority", "champion", "convener", "next_date").get()
    assert row == (area.pk, champion.pk, convener.pk, TO_COME)
    assert people_in(team) == {champion.pk, convener.pk, volunteer.pk}


def test_a_team_agrees_on_a_date_to_come(area, recorder):
    champion = present(area.meeting)
    led = {"champion": champion, "convener": champion, "by": recorder}
    past = timezone.now() - timedelta(minutes=1)
    with refused("date_has_passed"):
        teams.form(priority=area, next_date=past, **led)
    team = teams.form(priority=area, next_date=TO_COME, **led)
    with refused("date_has_passed"):
        teams.change(team=team, next_date=past, **led)
    assert Team.objects.get().next_date == TO_COME


def test_a_date_that_has_passed_meanwhile_may_stay(area, recorder):
    team = TeamFactory(priority=area, next_date=timezone.now() - timedelta(days=1))
    shown = team.next_date.replace(second=0, microsecond=0)  # a form tells the minute alone
    leaders = {"champion": team.champion, "convener": team.convener}
    teams.change(team=team, next_date=shown, next_place="Town hall", **leaders, by=recorder)
    assert Team.objects.get().next_place == "Town hall"


def test_no_champion_no_team(area, recorder):
    with refused("no_champion"):
        teams.form(priority=area, champion=None, convener=present(area.meeting), by=recorder)
    assert not Team.objects.exists()


def test_a_team_needs_somebody_who_calls_it_together(area, recorder):
    with refused("no_convener"):
        teams.form(priority=area, champion=present(area.meeting), convener=None, by=recorder)


def test_an_area_has_one_team(area, recorder):
    champion = present(area.meeting)
    teams.form(priority=area, champion=champion, convener=champion, by=recorder)
    with refused("team_formed"):
        teams.form(priority=area, champion=champion, convener=champion, by=recorder)
    assert Team.objects.count() == 1


def test_absent_invitees_may_join_and_strangers_may_not(area, recorder):
    absent = SeatFactory(group=area.meeting.group).person
    stranger = PersonFactory(initiative=area.initiative)
    team = teams.form(priority=area, champion=absent, convener=absent, by=recorder)
    with refused("no_seat"):
        teams.add_member(team=team, person=stranger, by=recorder)
    assert people_in(team) == {absent.pk}


def test_volunteers_come_and_go(area, recorder):
    team = TeamFactory(priority=area)
    volunteer = present(area.meeting)
    for _time in range(2):
        teams.add_member(team=team, person=volunteer, by=recorder)
    assert people_in(team) == {team.champion_id, volunteer.pk}
    teams.remove_member(team=team, person=volunteer, by=recorder)
    assert people_in(team) == {team.champion_id}


def test_whoever_leads_a_team_is_not_struck_from_it(area, recorder):
    team = TeamFactory(priority=area, convener=present(area.meeting))
    for leader in (team.champion, team.convener):
        with refused("leads_the_team"):
            teams.remove_member(team=team, person=leader, by=recorder)
    assert people_in(team) == {team.champion_id, team.convener_id}


def test_another_champion_is_named_and_the_former_stays_a_member(area, recorder):
    team = TeamFactory(priority=area)
    former, new = team.champion, present(area.meeting)
    teams.change(team=team, champion=new, convener=former, next_date=None, by=recorder)
    assert (team.champion, team.convener, people_in(team)) == (new, former, {former.pk, new.pk})


def test_a_change_keeps_a_champion_too(area, recorder):
    team = TeamFactory(priority=area)
    with refused("no_champion"):
        teams.change(team=team, champion=None, convener=team.convener, next_date=None, by=recorder)


def test_a_team_formed_by_mistake_is_undone_unless_it_has_a_plan(area, recorder):
    team = TeamFactory(priority=area)
    plan = PlanFactory(team=team)
    with refused("team_has_plan"):
        teams.undo(team=team, by=recorder)
    plan.delete()
    teams.undo(team=team, by=recorder)
    assert not Team.objects.exists()


@pytest.mark.parametrize("state", ["grouping", "voting", "closed"])
def test_teams_are_formed_in_their_part_only(state):
    meeting = MeetingFactory(state=state)
    champion = present(meeting)
    with refused("part_not_open"):
        teams.form(
            priority=PriorityFactory(meeting=meeting),
            champion=champion,
            convener=champion,
            by=member(meeting.initiative, Membership.Role.RECORDER),
        )


def test_participants_do_not_form_teams(area):
    person = present(area.meeting)
    with pytest.raises(PermissionDenied):
        teams.form(priority=area, champion=person, convener=person, by=person)


@pytest.mark.parametrize("state", ["conceptual", "action", "approved"])
def test_an_absent_invitee_joins_after_the_meeting(recorder, area, state):
    team = PlanFactory(team__priority=area, state=state).team
    type(area.meeting).objects.update(state="closed")
    absent = SeatFactory(group=team.group).person

    for _again in range(2):
        teams.add_member(team=team, person=absent, by=recorder)

    assert people_in(team) == {team.champion_id, absent.pk}


def test_nobody_joins_before_the_teams_form_nor_a_team_that_has_ended(recorder, area):
    team = TeamFactory(priority=area)
    absent = SeatFactory(group=team.group).person
    type(area.meeting).objects.update(state="grouping")
    with refused("part_not_open"):
        teams.add_member(team=team, person=absent, by=recorder)

    type(area.meeting).objects.update(state="closed")
    PlanFactory(team=team, state="disbanded")
    with refused("team_not_open"):
        teams.add_member(team=team, person=absent, by=recorder)
    assert people_in(team) == {team.champion_id}


def test_who_has_no_seat_or_no_say_changes_no_team(recorder, area):
    team = TeamFactory(priority=area)
    type(area.meeting).objects.update(state="closed")

    with refused("no_seat"):
        teams.add_member(team=team, person=PersonFactory(initiative=area.initiative), by=recorder)
    with pytest.raises(PermissionDenied):
        teams.add_member(team=team, person=team.champion, by=team.champion)


def test_between_the_meetings_a_team_changes_and_its_history_tells_of_it(recorder, area):
    team = TeamFactory(priority=area)
    first, new = team.champion, SeatFactory(group=team.group).person
    type(area.meeting).objects.update(state="closed")
    later = MeetingFactory(group=team.group, number=2)
    confirmed = {"confirmed_at": TO_COME, "confirmed_by_name": "Office"}
    later.presentations.create(team=team, person=first, **confirmed)

    teams.add_member(team=team, person=new, by=recorder)
    teams.change(team=team, champion=new, convener=new, next_date=TO_COME, by=recorder)
    with refused("leads_the_team"):
        teams.remove_member(team=team, person=new, by=recorder)
    teams.remove_member(team=team, person=first, by=recorder)

    assert (team.champion, people_in(team)) == (new, {new.pk})
    assert team.members.get().joined_at is not None
    assert later.presentations.get().person is None
    assert [(move.name, move.note, move.by) for move in history_of(team)] == [
        ("member_added", new.name, recorder),
        ("team_changed", "", recorder),
        ("member_removed", first.name, recorder),
    ]
    assert not area.meeting.deeds.exists()

    PlanFactory(team=team, state="merged", merged_into=PlanFactory())
    with refused("team_not_open"):
        teams.change(team=team, champion=new, convener=new, next_date=None, by=recorder)
