import pytest
from django.db import IntegrityError, connection, transaction

from mobilization.models import Category
from tests.factories.process import MeetingFactory, RequirementFactory, under
from tests.mobilization.models.test_cards import refusal_of

pytestmark = pytest.mark.django_db


def violated(name):
    return [f"Constraint “{name}” is violated."]


def test_a_name_stands_once_in_a_meeting_however_it_is_written():
    meeting = MeetingFactory()
    second = Category(meeting=meeting, position=7, name="quality of LIFE")
    assert refusal_of(second) == ["There is a category of this name already."]
    assert under(MeetingFactory(), "Quality of life").pk  # in another meeting


def test_a_key_files_under_one_category():
    second = Category(meeting=MeetingFactory(), position=6, name="Homes")
    assert refusal_of(second) == ["Category with this Meeting and Position already exists."]


@pytest.mark.parametrize("position", [0, 10])
def test_there_are_at_most_nine_one_for_each_figure_key(position):
    row = Category(meeting=MeetingFactory(), position=position, name="Homes")
    assert refusal_of(row) == violated("category_has_a_figure_key")


def test_a_category_has_a_name():
    row = Category(meeting=MeetingFactory(), position=7, name="")
    assert refusal_of(row) == violated("category_has_a_name")


def test_a_requirement_is_never_left_without_a_category():
    requirement = RequirementFactory()

    @transaction.atomic
    def take_away():
        requirement.category.delete()
        connection.check_constraints()

    with pytest.raises(IntegrityError):
        take_away()


def test_a_meeting_goes_with_its_list():
    requirement = RequirementFactory()
    requirement.meeting.delete()
    connection.check_constraints()
    assert not Category.objects.exists()
