import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from mobilization.models import Deed, Meeting, Priority, TeamMember, Volunteer
from mobilization.services import priorities, teams, undoing, volunteers
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, PriorityFactory, SeatFactory, present
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="teams")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, "recorder")


@pytest.fixture
def area(meeting):
    return PriorityFactory(meeting=meeting)


def came(area):
    return list(area.volunteers.values_list("person", "way", "could_champion"))


def test_volunteers_come_from_the_floor_and_by_name(meeting, area, recorder):
    one, other = present(meeting), SeatFactory(group=meeting.group).person
    volunteers.step_forward(priority=area, person=one, by=one)
    volunteers.step_forward(priority=area, person=one, could_champion=True, by=one)
    volunteers.step_forward(priority=area, person=other, way="named", by=recorder)
    assert came(area) == [(one.pk, "floor", True), (other.pk, "named", False)]
    volunteers.step_back(priority=area, person=one, by=one)
    assert came(area) == [(other.pk, "named", False)]


def test_whoever_comes_forward_later_is_on_the_team(meeting, area, recorder):
    champion, late = present(meeting), present(meeting)
    volunteers.pass_over(priority=area, by=recorder)
    team = teams.form(priority=area, champion=champion, convener=champion, by=recorder)
    assert not Priority.objects.get().passed_over
    volunteers.step_forward(priority=area, person=late, by=late)
    assert set(team.members.values_list("person", flat=True)) == {champion.pk, late.pk}
    volunteers.step_back(priority=area, person=late, by=late)
    with refused("leads_the_team"):
        volunteers.step_back(priority=area, person=champion, by=champion)
    with refused("team_formed"):
        volunteers.pass_over(priority=area, by=recorder)
    assert list(team.members.values_list("person", flat=True)) == [champion.pk]


def test_nobody_volunteers_for_others_from_elsewhere_or_too_late(meeting, area, recorder):
    one, other = present(meeting), present(meeting)
    for actor in (other, member(meeting.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            volunteers.step_forward(priority=area, person=one, by=actor)
    absent, stranger = SeatFactory(group=meeting.group).person, SeatFactory().person
    with refused("not_checked_in"):
        volunteers.step_forward(priority=area, person=absent, by=absent)
    with refused("no_seat"):
        volunteers.step_forward(priority=area, person=stranger, by=recorder)
    Meeting.objects.update(state="grouping")
    with refused("part_not_open"):
        volunteers.step_forward(priority=area, person=one, by=one)
    Volunteer.objects.create(priority=area, person=one)
    with refused("priority_has_team"):
        priorities.remove(priority=area, by=recorder)


def test_drafting_is_chosen_and_the_choice_undone(meeting, recorder):
    for option in ("between", "longer_second", "longer_second"):
        volunteers.choose_drafting(meeting=meeting, option=option, by=recorder)
    undoing.undo(deed=Deed.objects.last(), by=recorder)
    assert Meeting.objects.get().drafting == "between"
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.update(number=2, state="deciding")


def test_a_member_decides_who_has_their_address(meeting, area, recorder):
    champion, other = present(meeting), present(meeting)
    team = teams.form(priority=area, champion=champion, convener=other, by=recorder)
    own = team.members.get(person=champion)
    volunteers.share_contact(member=own, shares=True, by=champion)
    with pytest.raises(PermissionDenied):
        volunteers.share_contact(member=own, shares=False, by=other)
    shared = TeamMember.objects.filter(shares_contact=True)
    assert list(shared.values_list("person", flat=True)) == [champion.pk]
    volunteers.share_contact(member=own, shares=False, by=recorder)
    assert not shared.exists()
