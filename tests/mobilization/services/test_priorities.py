import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from mobilization.models import Deed, Dot, Meeting, Priority, PriorityRequirement
from mobilization.services import meetings, priorities, undoing
from tests.factories.accounts import member
from tests.factories.process import (
    BallotFactory,
    MeetingFactory,
    PriorityFactory,
    RequirementFactory,
    TeamFactory,
    present,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="grouping")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, Membership.Role.RECORDER)


def places():
    return list(
        PriorityRequirement.objects.order_by("requirement").values_list(
            "priority__name", "requirement"
        )
    )


def test_requirements_are_grouped_moved_and_taken_out_again(meeting, recorder):
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    people = priorities.create(
        meeting=meeting, name="People", requirements=[one, other], by=recorder
    )
    assert places() == [("People", one.pk), ("People", other.pk)]

    roads = priorities.create(meeting=meeting, name="Roads", requirements=[other], by=recorder)
    assert places() == [("People", one.pk), ("Roads", other.pk)]

    priorities.put(priority=people, requirements=[other], by=recorder)
    assert places() == [("People", one.pk), ("People", other.pk)]

    priorities.take_out(meeting=meeting, requirements=[one], by=recorder)
    priorities.remove(priority=roads, by=recorder)
    assert places() == [("People", other.pk)]


def test_areas_are_shown_to_the_room_as_a_step_that_can_be_undone(meeting, recorder):
    for _time in range(2):
        priorities.show(meeting=meeting, shown=True, by=recorder)
    assert Meeting.objects.get().areas_are_shown is True
    shown = Deed.objects.get()
    undoing.undo(deed=shown, by=recorder)
    assert Meeting.objects.get().areas_are_shown is False


def test_where_the_areas_were_hidden_again_by_now_there_is_nothing_to_undo(meeting, recorder):
    for shown in (True, False):
        priorities.show(meeting=meeting, shown=shown, by=recorder)
    with refused("step_has_grown"):
        undoing.undo(deed=Deed.objects.first(), by=recorder)


def test_whoever_forms_teams_shows_the_areas_with_that(meeting, recorder):
    meetings.move(meeting=meeting, name="open_teams", by=recorder)
    assert meeting.areas_are_shown is True


def test_grouping_leaves_every_ballot_as_it_was_cast(meeting, recorder):
    requirement = RequirementFactory(meeting=meeting)
    BallotFactory(meeting=meeting, dots_left=3).dots.create(requirement=requirement, source="paper")
    before = list(Dot.objects.values())
    area = priorities.create(
        meeting=meeting, name="People", requirements=[requirement], by=recorder
    )
    priorities.remove(priority=area, by=recorder)
    assert list(Dot.objects.values()) == before


def test_an_area_is_renamed(meeting, recorder):
    area = PriorityFactory(meeting=meeting, name="People")
    priorities.rename(priority=area, name="Skilled people", by=recorder)
    assert Priority.objects.get().name == "Skilled people"


def test_a_name_is_given_once(meeting, recorder):
    PriorityFactory(meeting=meeting, name="People")
    other = PriorityFactory(meeting=meeting, name="Roads")
    with refused("priority_name_taken"):
        priorities.create(meeting=meeting, name="People", by=recorder)
    with refused("priority_name_taken"):
        priorities.rename(priority=other, name="People", by=recorder)
    assert list(Priority.objects.values_list("name", flat=True)) == ["People", "Roads"]


def test_an_area_with_a_team_stays(meeting, recorder):
    area = TeamFactory(priority__meeting=meeting).priority
    with refused("priority_has_team"):
        priorities.remove(priority=area, by=recorder)
    assert Priority.objects.count() == 1


def test_requirements_of_another_meeting_are_not_grouped_here(meeting, recorder):
    stranger = RequirementFactory()
    with refused("of_another_meeting"):
        priorities.create(meeting=meeting, name="People", requirements=[stranger], by=recorder)
    assert not Priority.objects.exists()


def test_a_foreign_area_keeps_its_requirements(meeting, recorder):
    stranger = PriorityRequirement.objects.create(
        priority=PriorityFactory(), requirement=RequirementFactory()
    )
    priorities.take_out(meeting=meeting, requirements=[stranger.requirement], by=recorder)
    assert PriorityRequirement.objects.count() == 1


@pytest.mark.parametrize("state", ["voting", "teams", "closed"])
def test_areas_are_made_in_their_part_only(state):
    meeting = MeetingFactory(state=state)
    with refused("part_not_open"):
        priorities.create(
            meeting=meeting,
            name="People",
            by=member(meeting.initiative, Membership.Role.RECORDER),
        )


def test_participants_do_not_group(meeting):
    with pytest.raises(PermissionDenied):
        priorities.create(meeting=meeting, name="People", by=present(meeting))


@pytest.mark.django_db(transaction=True)
def test_sixty_four_who_merge_requirements_at_once_leave_each_in_one_area():
    """Two recorders' pages and a slow network: the same requirements, two areas, one new name."""
    meeting = MeetingFactory(state="grouping")
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    items = RequirementFactory.create_batch(4, meeting=meeting)
    ballot = BallotFactory(meeting=meeting, dots_left=0)
    for item in items:
        ballot.dots.create(requirement=item, source="phone")
    areas = PriorityFactory.create_batch(2, meeting=meeting)

    def put(number):
        values = {"priority": areas[number % 2], "requirements": items}
        return lambda: priorities.put(by=recorder, **values)

    def create():
        return priorities.create(meeting=meeting, name="People", requirements=items, by=recorder)

    results = race(*[put(number) for number in range(48)], *[create] * 16)

    assert problems(results) == ["priority_name_taken"] * 15
    assert sorted(place[1] for place in places()) == [item.pk for item in items]
    assert len({name for name, _requirement in places()}) == 1
    assert (Priority.objects.count(), Dot.objects.count()) == (3, 4)
