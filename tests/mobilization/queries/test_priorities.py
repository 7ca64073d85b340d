import pytest

from mobilization.models import PriorityRequirement
from mobilization.queries import priorities
from tests.factories.process import (
    BallotFactory,
    MeetingFactory,
    PriorityFactory,
    RequirementFactory,
)

pytestmark = pytest.mark.django_db


def test_dots_of_an_area_are_told_apart_from_its_people():
    meeting = MeetingFactory()
    technicians, trainers, roads = RequirementFactory.create_batch(3, meeting=meeting)
    people, streets = (
        PriorityFactory(meeting=meeting, name=name) for name in ("People", "Streets")
    )
    empty = PriorityFactory(meeting=meeting, name="Empty")
    for area, requirement in [(people, technicians), (people, trainers), (streets, roads)]:
        PriorityRequirement.objects.create(priority=area, requirement=requirement)
    one, other = BallotFactory.create_batch(2, meeting=meeting)
    for ballot, requirement in [(one, technicians), (one, trainers), (other, technicians)]:
        ballot.dots.create(requirement=requirement, source="phone")

    assert priorities.with_dots(meeting) == [
        (people, 3, 2, [technicians, trainers]),
        (streets, 0, 0, [roads]),
        (empty, 0, 0, []),
    ]
    assert priorities.area_of(meeting) == {
        technicians.pk: "People",
        trainers.pk: "People",
        roads.pk: "Streets",
    }
