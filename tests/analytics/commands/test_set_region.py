"""`manage.py set_region`: the region from the command line, with its reasons and refusals."""

import pytest
from django.core.management import CommandError, call_command

from analytics.models import Region
from tests.factories.accounts import InitiativeFactory, member

pytestmark = pytest.mark.django_db


def choose(areas, *more):
    initiative = InitiativeFactory(slug="valley")
    manager = member(initiative)
    call_command(
        "set_region",
        "--initiative=valley",
        f"--areas={areas}",
        "--start=2016",
        "--end=2023",
        "--name=Valley",
        f"--by={manager.email}",
        *more,
    )


def test_a_region_with_its_reasons(capsys):
    choose("39041,39049", "--activity", "--commute", "--reason=One river")
    region = Region.objects.get()
    assert region.reasons == [
        "The activity clusters here.",
        "People live and work here.",
        "One river",
    ]
    assert "Valley: 2 areas, 2016 to 2023, against US000." in capsys.readouterr().out


def test_areas_that_overlap_are_refused():
    with pytest.raises(CommandError, match="Franklin County, OH is a part of Ohio"):
        choose("39000,39049")
    assert not Region.objects.exists()
