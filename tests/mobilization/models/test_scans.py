import pytest

from mobilization.models import Scan
from tests.factories.process import MeetingFactory, ScanFactory, TeamFactory
from tests.mobilization.models.test_cards import refusal_of

pytestmark = pytest.mark.django_db


def again(scan, **values):
    of = {"meeting": scan.meeting, "person": scan.person, "team": scan.team}
    return Scan(**of | {"file": "scans/x.jpg", "sha256": scan.sha256, "by_name": "Ada"} | values)


def violated(name):
    return [f"Constraint “{name}” is violated."]


def test_a_file_is_kept_once_for_a_card():
    scan = ScanFactory()
    assert refusal_of(again(scan)) == [
        "Scan with this Meeting, Person, Sha256 and Page already exists."
    ]
    assert again(scan, page=2).save() is None


def test_a_file_is_kept_once_for_a_flip_chart():
    meeting = MeetingFactory(number=2)
    scan = ScanFactory(meeting=meeting, person=None, team=TeamFactory())
    assert refusal_of(again(scan)) == [
        "Scan with this Meeting, Team, Sha256 and Page already exists."
    ]


def test_it_shows_a_card_or_a_flip_chart():
    scan = ScanFactory()
    for values in ({"team": TeamFactory()}, {"person": None}):
        found = refusal_of(again(scan, page=2, **values))
        assert found == violated("scan_of_a_card_or_a_flip_chart")


def test_pages_are_counted_from_one():
    assert refusal_of(again(ScanFactory(), page=0)) == violated("scan_counts_pages_from_one")
