"""One's own sheet: nobody else's, handed in whole, taken back before it is read."""

import pytest
from django.core.exceptions import PermissionDenied

from analytics.models import Observation, OwnSheet, Worksheet
from analytics.services import sheets, worksheets
from core.workflow import history_of
from tests.factories.accounts import UserFactory, member
from tests.factories.analytics import (
    RegionFactory,
    SnapshotFactory,
    WorksheetFactory,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

SEEN = {"question": "growth", "text": "Warehouses grow.", "codes": ["4931"]}


@pytest.fixture
def worksheet():
    region = RegionFactory(areas=["39049", "39041"])
    return WorksheetFactory(initiative=region.initiative)


def written(worksheet, by=None, **values):
    by = by or member(worksheet.initiative)
    return sheets.write(worksheet=worksheet, by=by, **{**SEEN, **values})


def test_an_observation_keeps_the_table_it_was_made_on(worksheet):
    seen = written(worksheet, query="ownership=5&sort=-growth&q=ware&cells=estimated")
    region = worksheet.initiative.region
    region.start_year, region.base = 2001, "39000"
    region.save()
    seen.refresh_from_db()
    assert (seen.start_year, seen.end_year, seen.areas) == (2016, 2023, "39041 39049")
    assert (seen.base, seen.query) == ("US000", "ownership=5&cells=estimated")
    assert seen.codes == ["4931"]


def test_an_observation_on_a_frozen_table_is_of_its_years(worksheet):
    frozen = SnapshotFactory(
        initiative=worksheet.initiative, name="May", start_year=2010, query="ownership=5"
    )
    seen = written(worksheet, snapshot=frozen, query="ownership=1")
    assert (seen.start_year, seen.areas, seen.base) == (2010, "", "")
    assert (seen.snapshot_name, seen.query) == ("May", "ownership=5")


def test_without_a_region_there_is_no_table_to_look_at():
    with refused("region_missing"):
        written(WorksheetFactory())
    assert not OwnSheet.objects.exists()


@pytest.mark.parametrize(
    ("query", "code", "known"),
    [
        ("", "4931", True),
        ("", "4551", True),  # since 2022
        ("", "4521", False),  # until 2022
        ("vintage=published", "4521", True),  # as the first year has it
        ("", "1234", False),
    ],
)
def test_industries_are_those_that_the_table_can_have(worksheet, query, code, known):
    if known:
        assert written(worksheet, query=query, codes=[code]).codes == [code]
    else:
        with refused("industry_not_in_table"):
            written(worksheet, query=query, codes=[code])
        assert not Observation.objects.exists()


def test_an_observation_is_changed_and_removed_by_its_owner_alone(worksheet):
    by = member(worksheet.initiative)
    seen = written(worksheet, by)
    changed = sheets.change(
        observation=seen, by=by, question="pay", text="They pay little.", codes=["4931", "4921"]
    )
    assert (changed.question, changed.codes) == ("pay", ["4921", "4931"])
    for other in (member(worksheet.initiative), UserFactory()):
        with pytest.raises(PermissionDenied):
            sheets.change(observation=seen, by=other, **SEEN)
        with pytest.raises(PermissionDenied):
            sheets.remove(observation=seen, by=other)
    sheets.remove(observation=seen, by=by)
    with refused("observation_gone"):
        sheets.change(observation=seen, by=by, **SEEN)
    assert not Observation.objects.exists()


def test_an_owner_who_left_the_team_writes_no_more(worksheet):
    by = member(worksheet.initiative)
    seen = written(worksheet, by)
    by.memberships.all().delete()
    del by._roles
    with pytest.raises(PermissionDenied):
        sheets.remove(observation=seen, by=by)


def test_a_sheet_is_handed_in_and_taken_back_until_the_joint_sheet_is_begun(worksheet):
    by = member(worksheet.initiative)
    sheet = written(worksheet, by).sheet
    sheets.hand_in(sheet=sheet, by=by)
    with refused("sheet_handed_in"):
        written(worksheet, by)
    sheets.take_back(sheet=sheet, by=by)
    seen = written(worksheet, by, text="And they are large.")
    sheets.hand_in(sheet=sheet, by=by)
    assert sheet.handed_in_at
    worksheets.move(worksheet=worksheet, name="join", by=by)
    with refused("worksheet_moved"):
        sheets.take_back(sheet=sheet, by=by)
    with refused("sheet_handed_in"):
        sheets.remove(observation=seen, by=by)
    names = [move.name for move in history_of(sheet)]
    assert names == ["hand_in", "take_back", "hand_in"]


def test_an_empty_sheet_is_not_handed_in(worksheet):
    by = member(worksheet.initiative)
    seen = written(worksheet, by)
    sheets.remove(observation=seen, by=by)
    with refused("sheet_empty"):
        sheets.hand_in(sheet=seen.sheet, by=by)
    assert OwnSheet.objects.get().state == "writing"


def test_a_late_sheet_is_taken_until_the_round_is_closed(worksheet):
    by = member(worksheet.initiative)
    sheet = written(worksheet, by).sheet
    Worksheet.objects.update(state="joining")
    written(worksheet, by, text="Still writing.")
    Worksheet.objects.update(state="closed")
    with refused("worksheet_moved"):
        sheets.hand_in(sheet=sheet, by=by)
    with refused("worksheet_moved"):
        written(worksheet, by)
    Worksheet.objects.update(state="joining")
    assert sheets.hand_in(sheet=sheet, by=by).state == "handed_in"


def test_nobody_hands_in_for_another(worksheet):
    sheet = written(worksheet).sheet
    with refused("move_not_yours"):
        sheets.hand_in(sheet=sheet, by=member(worksheet.initiative))


@pytest.mark.django_db(transaction=True)
def test_what_is_written_while_handing_in_is_on_the_sheet_or_refused(worksheet):
    by = member(worksheet.initiative)
    sheet = written(worksheet, by).sheet
    results = race(
        lambda: sheets.hand_in(sheet=OwnSheet.objects.get(), by=by),
        *[lambda n=n: written(worksheet, by, text=f"Seen {n}") for n in range(5)],
    )
    codes = problems(results)
    assert set(codes) <= {"sheet_handed_in"}
    assert Observation.objects.filter(sheet=sheet).count() == 6 - len(codes)
    assert OwnSheet.objects.get().state == "handed_in"


@pytest.mark.django_db(transaction=True)
def test_a_sheet_is_taken_back_or_read_and_never_both(worksheet):
    by = member(worksheet.initiative)
    sheet = written(worksheet, by).sheet
    sheets.hand_in(sheet=sheet, by=by)
    results = race(
        lambda: sheets.take_back(sheet=OwnSheet.objects.get(), by=by),
        lambda: worksheets.move(worksheet=Worksheet.objects.get(), name="join", by=by),
    )
    [code] = problems(results)
    stands = (Worksheet.objects.get().state, OwnSheet.objects.get().state)
    assert {
        "worksheet_moved": ("joining", "handed_in"),
        "nothing_handed_in": ("collecting", "writing"),
    }[code] == stands


@pytest.mark.django_db(transaction=True)
def test_the_first_observations_of_one_person_at_once_begin_one_sheet(worksheet):
    by = member(worksheet.initiative)
    results = race(*[lambda n=n: written(worksheet, by, text=f"Seen {n}") for n in range(4)])
    assert problems(results) == []
    assert OwnSheet.objects.get().observations.count() == 4
