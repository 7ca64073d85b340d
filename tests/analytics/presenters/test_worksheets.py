"""What the worksheet's pages and its file say."""

import csv
import io

import pytest

from analytics import queries
from analytics.presenters import worksheets as pages
from analytics.presenters.observations import Words
from tests.factories.accounts import InitiativeFactory
from tests.factories.analytics import (
    DatasetSliceFactory,
    JointObservationFactory,
    ObservationFactory,
    OwnSheetFactory,
    RegionFactory,
    SnapshotFactory,
    WorksheetFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def worksheet():
    region = RegionFactory(areas=["39049"], initiative__slug="here")
    return WorksheetFactory(initiative=region.initiative, state="joining")


def sheet_with(worksheet, *codes):
    sheet = OwnSheetFactory(worksheet=worksheet, handed_in=True)
    return [ObservationFactory(sheet=sheet, codes=[code]) for code in codes]


def test_people_are_counted_once_for_each_industry(worksheet):
    sheet_with(worksheet, "4931", "4931", "3361")
    sheet_with(worksheet, "4931")
    ObservationFactory(sheet__worksheet=worksheet, codes=["5241"])  # not handed in
    JointObservationFactory(worksheet=worksheet, codes=["4931", "6221"])

    found = pages.joint(worksheet)["industries"]

    observations = list(queries.handed_in(worksheet))
    for row in found:  # a second answer, in plain loops
        people = set()
        for observation in observations:
            if row["code"] in observation.codes:
                people.add(observation.sheet_id)
        assert row["people"] == len(people)
    assert [(row["code"], row["people"], row["lines"]) for row in found] == [
        ("4931", 2, 1),
        ("3361", 1, 0),
        ("6221", 0, 1),
    ]
    assert found[0]["title"] == "Warehousing and Storage"


def table_of(observation):
    return Words(observation.initiative).own(observation).tables[0]


def test_an_observation_leads_to_the_table_it_was_made_on(worksheet):
    seen = ObservationFactory(sheet__worksheet=worksheet, query="ownership=5&cells=estimated")
    table = table_of(seen)
    assert table.text == "2016 to 2023, compared with United States; private; with estimates"
    assert table.url == "/i/here/data/table/?ownership=5&cells=estimated"


def test_it_says_when_figures_of_the_table_were_imported_since(worksheet):
    before = ObservationFactory(sheet__worksheet=worksheet)
    DatasetSliceFactory(area="39049", year=2023)
    after = ObservationFactory(sheet__worksheet=worksheet)
    DatasetSliceFactory(area="39049", year=2019)
    DatasetSliceFactory(area="39041", year=2023)
    DatasetSliceFactory(area="39049", year=2016, dataset__initiative=InitiativeFactory())

    assert table_of(before).text.endswith(
        "compared with United States. Figures were imported since."
    )
    assert table_of(before).url
    assert table_of(after).text.endswith("compared with United States")


def test_it_leads_nowhere_once_the_region_has_changed(worksheet):
    seen = ObservationFactory(sheet__worksheet=worksheet, start_year=2001)
    table = table_of(seen)
    assert table.text == "2001 to 2023, compared with United States. The region was changed since."
    assert table.url == ""


def test_a_frozen_table_is_named_also_when_it_is_gone(worksheet):
    snapshot = SnapshotFactory(initiative=worksheet.initiative, name="May")
    seen = ObservationFactory(
        sheet__worksheet=worksheet, areas="", base="", snapshot=snapshot, snapshot_name="May"
    )
    assert table_of(seen).url == f"/i/here/data/snapshots/{snapshot.key}/"
    snapshot.delete()
    seen.refresh_from_db()
    assert table_of(seen).text == "Frozen table “May”, 2016 to 2023"
    assert table_of(seen).url == ""


def test_the_file_has_a_row_for_each_line_and_no_name(worksheet):
    [seen] = sheet_with(worksheet, "4931")
    line = JointObservationFactory(
        worksheet=worksheet, question="together", text="=Together", codes=["4931", "4842"]
    )
    seen.taken_into = line
    seen.query = "ownership=5"
    seen.save()
    JointObservationFactory(worksheet=worksheet, question="growth", text="They grow.")

    text = pages.joint_csv(worksheet)

    assert seen.sheet.owner_name not in text
    assert list(csv.reader(io.StringIO(text)))[1:] == [
        [
            "1",
            "Employment size and growth",
            "They grow.",
            "",
            "",
            "0",
            "2016 to 2023, compared with United States",
        ],
        [
            "1",
            "What belongs together",
            "'=Together",
            "4842 4931",
            "4842 Specialized Freight Trucking; 4931 Warehousing and Storage",
            "1",
            "2016 to 2023, compared with United States | "
            "2016 to 2023, compared with United States; private",
        ],
    ]
