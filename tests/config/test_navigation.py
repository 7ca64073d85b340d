import pytest

from config.navigation import sections
from tests.factories.accounts import InitiativeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("", ["Overview"]),
        ("data/table/", ["Data"]),
        ("groups/optics/meetings/1/", ["Groups"]),
        ("jobs/7/", []),
    ],
)
def test_a_page_marks_its_own_section_alone(rf, path, current):
    request = rf.get(f"/i/here/{path}")
    request.initiative = InitiativeFactory(slug="here")
    found = sections(request)["sections"]
    assert [str(entry["label"]) for entry in found if entry["current"]] == current


def test_there_is_no_menu_on_a_personal_page(rf):
    request = rf.get("/r/token/")
    request.initiative, request.link = InitiativeFactory(), object()
    assert sections(request) == {}
