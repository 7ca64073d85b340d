"""The page of a data set: what it changed when it was imported."""

import pytest
from django.urls import reverse

from analytics import importer, queries
from tests.factories.accounts import InitiativeFactory
from tests.factories.analytics import DatasetFactory, DatasetSliceFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def cell(industry, jobs, *, year=2016, area="39049", **more):
    return qcew.Cell(area, "5", industry, year, employment=jobs, wages=jobs * 50_000, **more)


def load(path, cells, **where):
    return importer.import_file(qcew.write_annual(path, cells), **where).dataset


def shown(client, initiative, dataset):
    answer = client.get(reverse("dataset", args=[initiative.slug, dataset.key]))
    assert answer.status_code == 200
    return answer.content.decode()


def changes(dataset):
    return queries.changes_by(dataset, None)


def test_a_first_data_set_is_new_and_changes_nothing(client, initiative, tmp_path):
    dataset = load(tmp_path / "a.csv", [cell("3254", 100)])
    page = shown(client, initiative, dataset)
    assert "2016 is new for Franklin County, OH." in page
    assert "held before" not in page
    assert "The largest changes" not in page
    assert dataset.sha256 in page


OLD = [
    cell("3254", 100),
    cell("3391", 200),
    cell("5413", 0),
    cell("6113", 0, disclosed=False),
    cell("6221", 400),
    cell("6222", 500, area="39041"),
]
NEW = [
    cell("3254", 100),
    cell("3391", 250),
    cell("5413", 3),
    cell("6113", 900),
    cell("6221", 0, disclosed=False),
    cell("7225", 10),
    cell("6222", 495, area="39041"),
]


def test_a_newer_vintage_shows_which_values_it_replaced_and_by_how_much(
    client, initiative, tmp_path
):
    """Trap 8: what was published is revised later."""
    first = load(tmp_path / "a.csv", OLD)
    newer = load(tmp_path / "b.csv", NEW)
    old = {(c.area, c.industry): c.employment if c.disclosed else None for c in OLD}
    now = {(c.area, c.industry): c.employment if c.disclosed else None for c in NEW}
    both = [(old[place], now[place]) for place in now if place in old]
    counts = changes(newer).counts
    assert counts.cells == len(now)
    assert counts.new == len(now.keys() - old.keys()) == 1
    assert counts.changed == sum(a != b for a, b in both) == 5
    assert counts.disclosed == sum(a is None and b is not None for a, b in both) == 1
    assert counts.suppressed == sum(b is None and a is not None for a, b in both) == 1
    known = [(a, b) for a, b in both if a is not None and b is not None]
    assert counts.up == sum(b > a for a, b in known) == 2
    assert counts.down == sum(b < a for a, b in known) == 1
    assert counts.typical == (50 / 200 + 5 / 500) / 2  # of 5413 nothing can be divided by
    assert [(c.industry, c.before, c.now) for c in changes(newer).largest] == [
        ("3391", 200, 250),
        ("6222", 500, 495),
        ("5413", 0, 3),
    ]
    page = shown(client, initiative, newer)
    for words in (
        "Of 6 cells that were held before, 5 have other values.",
        "2 have more jobs and 1 fewer; half of them changed by 13.0 per cent or less.",
        "1 cell was undisclosed and is known now.",
        "1 cell was known and is undisclosed now.",
        "1 cell was not there before.",
        "3391 Medical Equipment and Supplies Manufacturing",
        "+50",
        "\N{MINUS SIGN}5",
    ):
        assert words in page
    assert "is new for" not in page
    # What the first one changed is told as it was then.
    assert changes(first).counts is None


def test_the_same_values_from_another_file_are_said_to_be_the_same(client, initiative, tmp_path):
    load(tmp_path / "a.csv", OLD)
    again = load(tmp_path / "b.csv", OLD[::-1])
    page = shown(client, initiative, again)
    assert "All 6 cells that were held before have the same values." in page


def test_a_new_year_shows_the_codes_that_began_and_ended(client, initiative, tmp_path):
    load(tmp_path / "a.csv", [cell("4521", 10, year=2020), cell("3254", 20, year=2020)])
    load(tmp_path / "b.csv", [cell("4481", 10, year=2021), cell("3254", 20, year=2021)])
    areas = [cell("4581", 9, year=2022), cell("3254", 20, year=2022)]
    newest = load(tmp_path / "c.csv", [*areas, cell("3254", 5, year=2022, area="39041")])
    [new] = changes(newest).years
    assert (new.year, new.areas, new.before) == (2022, ["39041", "39049"], 2021)
    assert (new.began, new.ended) == (["4581"], ["4481"])
    page = shown(client, initiative, newest)
    for words in (
        "2022 is new for Delaware County, OH; Franklin County, OH.",
        "4-digit codes that 2021 did not have: 4581 Clothing and Clothing Accessories Retailers.",
        "4-digit codes of 2021 that are no longer there: 4481 Clothing Stores.",
    ):
        assert words in page


def test_quarters_are_new_as_a_year_once_there_are_four(client, initiative, tmp_path):
    total = qcew.Cell("39049", "0", "10", 2016, "total")
    made = [
        importer.import_file(
            qcew.write_quarters(
                tmp_path / f"{quarter}.csv",
                [qcew.quarter_row(c, quarter) for c in (total, cell("3254", 100))],
            )
        ).dataset
        for quarter in (1, 2, 3, 4)
    ]
    page = shown(client, initiative, made[2])
    assert "Its quarters make no year yet of Franklin County, OH 2016" in page
    assert "2016 is new for Franklin County, OH." in shown(client, initiative, made[3])
    annual = load(tmp_path / "year.csv", [cell("3254", 110)])
    assert changes(annual).largest == (("39049", 2016, "3254", "5", 100, 110),)


def test_what_another_initiative_holds_is_neither_found_nor_compared(client, initiative, tmp_path):
    other = InitiativeFactory()
    theirs = load(tmp_path / "a.csv", OLD, initiative=other)
    answer = client.get(reverse("dataset", args=[initiative.slug, theirs.key]))
    assert answer.status_code == 404
    ours = load(tmp_path / "b.csv", NEW, initiative=initiative)
    assert "2016 is new for" in shown(client, initiative, ours)


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_the_same_queries_for_one_area_and_for_thirty(
    client, initiative, count, django_assert_num_queries
):
    dataset = DatasetFactory(initiative=initiative)
    for n in range(count):
        DatasetSliceFactory(dataset=dataset, area=f"13{2 * n + 1:03}")
    with django_assert_num_queries(8):
        page = shown(client, initiative, dataset)
    assert ("and 25 more" in page) == (count == 30)


def test_the_list_leads_to_the_page(client, initiative, tmp_path):
    dataset = load(tmp_path / "a.csv", OLD)
    address = reverse("dataset", args=[initiative.slug, dataset.key])
    listed = client.get(reverse("data_home", args=[initiative.slug])).content.decode()
    assert f'<a href="{address}">a.csv</a>' in listed


def test_a_real_file_saved_again_changes_nothing(data_dir):
    """Trap 14: the same cells stand in several files."""
    importer.import_file(data_dir / "qcew/2015/13143.csv")
    saved_again = data_dir / "qcew_messy/2015_13143_resaved_by_R.csv"
    counts = changes(importer.import_file(saved_again).dataset).counts
    assert (counts.cells, counts.new, counts.changed) == (664, 0, 0)
