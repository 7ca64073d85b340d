"""The NAICS table against a second computation, and the rules that make it what it is."""

import csv
import io
import math
import re

import pytest
from django.core.management import call_command

from analytics import importer
from analytics.indicators.naics import COLUMNS
from analytics.models import Dataset, DatasetSlice
from analytics.queries import industry_totals, naics_table, price_series, table_of
from analytics.sources import bridge
from core.problems import Problem
from tests import second_answers
from tests.factories.analytics import RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def same(ours, theirs):
    """Equal, both unknown, or apart by no more than the order of a sum can make them."""
    if theirs is None:
        return ours != ours
    if isinstance(theirs, str):
        return ours == theirs
    return math.isclose(ours, theirs, rel_tol=1e-12, abs_tol=1e-12)


def options(statistics):
    areas = ",".join(statistics.areas)
    return [f"--areas={areas}", f"--start={statistics.start}", f"--end={statistics.end}"]


def export(statistics, output):
    named = ["--area-code=summed", "--name=Summed", f"--output={output}"]
    call_command("export_tidy", *options(statistics), *named)


@pytest.mark.parametrize("vintage", ["bridged", "published"])
def test_every_figure_equals_the_second_answer(statistics, vintage):
    statistics.load()
    answers = second_answers.naics_table(statistics.files, **statistics.scope, vintage=vintage)
    assert differing(table_of(**statistics.scope, vintage=vintage), answers) == []
    assert {"naics", "title", *next(iter(answers.values()))} == set(COLUMNS)


def differing(table, answers):
    """[(code, column, ours, theirs)] where the table is not the second answer."""
    table = table.set_index("naics")
    assert list(table.index) == sorted(answers)
    return [
        (code, column, table.at[code, column], answer)
        for code, row in answers.items()
        for column, answer in row.items()
        if not same(table.at[code, column], answer)
    ]


def test_every_ownership_and_every_kind_of_dollar_equals_the_second_answer(statistics):
    """Whatever the ownership, the denominators stay those of all covered employment."""
    statistics.load()
    asked = [
        ({"ownership": ("5",)}, {"ownerships": ("5",)}),
        ({"ownership": ("2", "3")}, {"ownerships": ("2", "3")}),
        ({"wages": "nominal"}, {"prices": second_answers.NOMINAL}),
        ({"series": "CUUR0000SA0"}, {"prices": second_answers.CPI_U_US}),
    ]
    for ours, theirs in asked:
        answers = second_answers.naics_table(statistics.files, **statistics.scope, **theirs)
        assert differing(table_of(**statistics.scope, **ours), answers) == []


def test_a_price_index_without_the_years_is_refused_with_those_it_has(invented):
    invented.load()
    for series, said in (("CUUR0110SA0", "it has (2018-2025)"), ("CUUR9999SA0", "no consumer")):
        with pytest.raises(Problem, match=re.escape(said)):
            table_of(**invented.scope, series=series)
    assert not table_of(**invented.scope, series="CUUR0110SA0", wages="nominal").empty


def test_a_table_in_the_order_of_another_import_is_the_same(statistics, tmp_path):
    statistics.load()
    first = table_of(**statistics.scope)
    statistics.load()
    assert Dataset.objects.count() == len(statistics.files)
    Dataset.objects.all().delete()
    statistics.load(list(reversed(statistics.files)))
    assert table_of(**statistics.scope).equals(first)


def test_the_command_writes_the_columns_unrounded_and_names_the_estimate(statistics, capsys):
    statistics.load()
    call_command("naics_table", *options(statistics))
    written = capsys.readouterr()
    rows = list(csv.DictReader(io.StringIO(written.out)))
    table = table_of(**statistics.scope)
    assert list(rows[0]) == COLUMNS
    for row, expected in zip(rows, table.to_dict("records"), strict=True):
        words = {"naics", "title", "comparability", "bridged_from", "flags"}
        assert {row[column] == expected[column] for column in words - {"title"}} == {True}
        for column in set(COLUMNS) - words:
            value = float(row[column]) if row[column] else float("nan")
            assert value == expected[column] or (value != value) == (
                expected[column] != expected[column]
            )
    [estimate] = [line for line in written.err.splitlines() if line.startswith("Estimate: ")]
    assert estimate.endswith("US000.csv, 2016: Recovered from published quotients")


def test_a_summed_region_gives_the_table_of_its_areas(statistics, tmp_path):
    """What the demo's file rests on: one file in the tidy layout instead of all the raw ones."""
    statistics.load()
    series = price_series(statistics.areas, (2016, 2023)).id
    expected = table_of(**statistics.scope)
    output = tmp_path / "region.csv"
    export(statistics, output)
    Dataset.objects.all().delete()
    call_command("import_qcew", str(output))
    scope = statistics.scope | {"areas": ["summed"], "series": series}
    assert table_of(**scope).equals(expected)
    estimated = DatasetSlice.objects.filter(status="estimate")
    assert list(estimated.values_list("area", "year", "note")) == [
        ("US000", 2016, "Recovered from published quotients")
    ]


def test_parquet_holds_the_same_as_csv(invented, tmp_path):
    invented.load()
    expected = table_of(**invented.scope, wages="nominal")
    output = tmp_path / "region.parquet"
    export(invented, output)
    Dataset.objects.all().delete()
    call_command("import_qcew", str(output))
    assert table_of(**invented.scope | {"areas": ["summed"]}, wages="nominal").equals(expected)


# --- Small cases, each with one rule ------------------------------------------------------------


def load(tmp_path, *cells, totals=True):
    """Import cells (and totals of 1,000 jobs for each area and year they name) as files."""
    places = sorted(
        {(cell.area, cell.year) for cell in cells} | {("US000", y) for y in (2016, 2023)}
    )
    for area, year in places:
        own = [cell for cell in cells if (cell.area, cell.year) == (area, year)]
        level = "total" if totals else "ownership"
        own.append(qcew.Cell(area, "0", "10", year, level, employment=1000))
        name = f"{area}-{year}-{Dataset.objects.count()}.csv"
        importer.import_file(qcew.write_annual(tmp_path / name, own))


def pair(area, ownership, industry, start, end, **more):
    return [
        qcew.Cell(
            area,
            ownership,
            industry,
            year,
            employment=jobs or 0,
            disclosed=jobs is not None,
            **more,
        )
        for year, jobs in ((2016, start), (2023, end))
    ]


def row_of(code, areas=("39049",)):
    return table_of(areas, 2016, 2023, "US000").set_index("naics").loc[code]


def test_growth_counts_only_cells_published_in_both_years(tmp_path):
    load(
        tmp_path,
        *pair("39041", "5", "6113", 100, 200),
        *pair("39049", "5", "6113", None, 9000),
        *pair("US000", "5", "6113", 10_000, 10_000),
    )
    row = row_of("6113", ["39041", "39049"])
    assert (row.employment_start, row.employment_end) == (100, 9200)
    assert (row.matched_start, row.matched_end) == (100, 200)
    assert row.growth == pytest.approx(2 ** (1 / 7) - 1, rel=1e-15)
    assert (row.undisclosed_start, row.undisclosed_end) == (1, 0)


def test_an_industry_without_a_published_cell_is_blank_and_not_zero(tmp_path):
    load(tmp_path, *pair("39049", "5", "6113", None, None), *pair("US000", "5", "6113", 10, 10))
    row = row_of("6113")
    blank = ["employment_start", "employment_end", "growth", "lq_start", "lq_end", "wage_end"]
    assert row[blank].isna().all()
    assert (row.undisclosed_start, row.undisclosed_end) == (1, 1)


def test_a_start_of_zero_gives_no_growth_and_no_infinity(tmp_path):
    load(tmp_path, *pair("39049", "5", "6113", 0, 50), *pair("US000", "5", "6113", 0, 10))
    row = row_of("6113")
    assert (row.employment_start, row.matched_start) == (0, 0)
    assert row[["growth", "lq_start", "lq_change", "wage_start", "wage_change"]].isna().all()
    assert row.lq_end == (50 / 1000) / (10 / 1000)


def test_no_quotient_where_the_base_lacks_an_ownership_of_the_region(tmp_path):
    load(
        tmp_path,
        *pair("39049", "5", "6113", 100, 100),
        *pair("39049", "2", "6113", None, 40),
        *pair("US000", "5", "6113", 500, 500),
        *pair("US000", "2", "6113", 900, None),
    )
    row = row_of("6113")
    assert row.lq_start == (100 / 1000) / (1400 / 1000)
    assert math.isnan(row.lq_end)
    assert row.lq_change == 0  # private cells are matched in the region and in the base


def test_a_change_of_the_quotient_needs_each_ownership_matched_in_the_base(tmp_path):
    load(
        tmp_path,
        *pair("39049", "5", "6113", 100, 100),
        *pair("39049", "2", "6113", 40, 40),
        *pair("US000", "5", "6113", 500, 500),
        *pair("US000", "2", "6113", 900, None),
    )
    row = row_of("6113")
    assert math.isnan(row.lq_change)
    assert row.growth == 0


def test_supersectors_and_government_totals_are_never_taken_for_industries(tmp_path):
    load(
        tmp_path,
        *pair("39049", "5", "6113", 100, 100),
        *pair("39049", "5", "1012", 7000, 7000, level="supersector"),
        *pair("39049", "8", "6113", 9000, 9000),
        *pair("US000", "5", "6113", 500, 500),
    )
    table = table_of(["39049"], 2016, 2023, "US000")
    assert list(table.naics) == ["6113"]
    assert list(table.employment_end) == [100]


def test_codes_that_a_revision_changed_are_marked_and_have_no_growth(tmp_path):
    load(
        tmp_path,
        *pair("39049", "5", "5171", 100, 200),
        qcew.Cell("39049", "5", "4521", 2016),
        qcew.Cell("39049", "5", "4571", 2023),
        *pair("39049", "5", "3391", 100, 200),
    )
    table = table_of(["39049"], 2016, 2023, "US000", vintage="published").set_index("naics")
    assert table.comparability.to_dict() == {
        "3391": "comparable",
        "4521": "only at start",
        "4571": "only at end",
        "5171": "changed in 2017, 2022",
    }
    assert table.growth.notna().to_dict() == {
        "3391": True,
        "4521": False,
        "4571": False,
        "5171": False,
    }
    assert (table.at["5171", "matched_start"], table.at["5171", "matched_end"]) == (100, 200)


def test_the_later_data_set_holds_the_current_value_of_a_cell_with_all_its_parts(tmp_path):
    load(tmp_path, *pair("39049", "5", "6113", 100, 100), *pair("39049", "5", "3391", 5, 5))
    parts = [
        {"area": "39049", "industry": "6113", "year": 2023, "part": part, "employment": jobs}
        for part, jobs in (("one", 30), ("two", 40))
    ]
    importer.import_file(qcew.write_tidy(tmp_path / "revised.csv", parts))
    assert row_of("6113").employment_end == 70
    assert row_of("3391").employment_end == 5


def test_a_total_that_one_area_does_not_publish_leaves_no_quotient(tmp_path):
    load(tmp_path, *pair("39049", "5", "6113", 100, 100), totals=False)
    assert math.isnan(row_of("6113").lq_end)


@pytest.mark.parametrize(
    ("scope", "code"),
    [
        ({"start": 2023, "end": 2016}, "years_reversed"),
        ({"start": 2015}, "no_data"),
        ({"areas": ["39041", "39159"]}, "no_data"),
        ({"base": "39000"}, "no_data"),
    ],
)
def test_what_was_never_imported_is_said_in_words(invented, scope, code):
    invented.load()
    with pytest.raises(Problem) as refusal:
        table_of(**invented.scope | scope)
    assert refusal.value.code == code
    assert str(refusal.value)


def test_an_upload_of_one_initiative_never_changes_the_numbers_of_another(invented, tmp_path):
    invented.load()
    ours, theirs = (RegionFactory(areas=invented.areas) for _ in range(2))
    before = naics_table(theirs)
    cells = [
        qcew.Cell(cell.area, cell.ownership, cell.industry, cell.year, employment=77, wages=77)
        for cell in qcew.cells_of("39041", 2023)
        if cell.level == "naics4"
    ]
    path = qcew.write_annual(tmp_path / "own.csv", cells)
    importer.import_file(path, initiative=ours.initiative)
    assert naics_table(theirs).equals(before)
    assert not naics_table(ours).equals(before)


# --- Over a revision of NAICS -------------------------------------------------------------------


def weight(old, new):
    """The share of the jobs of a code of 2017 that stands under a code of 2022."""
    [link] = [link for link in bridge.forward(old, 2017, 2022) if link.new == new]
    return link.weight


def test_a_code_that_does_not_split_moves_whole_and_has_its_growth(tmp_path):
    load(
        tmp_path,
        qcew.Cell("39049", "5", "5112", 2016, employment=100, wages=6_000_000),
        qcew.Cell("39049", "5", "5132", 2023, employment=200, wages=16_000_000),
        qcew.Cell("US000", "5", "5112", 2016, employment=100),
        qcew.Cell("US000", "5", "5132", 2023, employment=400),
    )
    row = row_of("5132")
    assert (row.bridged_from, row.bridged_share, row.comparability) == ("5112", 0, "bridged")
    assert row.growth == pytest.approx(2 ** (1 / 7) - 1, rel=1e-15)
    assert (row.lq_start, row.lq_end, row.lq_change) == (1, 0.5, -0.5)
    assert row.wage_end == 80_000
    assert row.wage_change == pytest.approx(80_000 / row.wage_start - 1, rel=1e-15)
    published = table_of(["39049"], 2016, 2023, "US000", vintage="published")
    assert list(published.naics) == ["5112", "5132"]
    assert list(published.bridged_from) == ["", ""]


def test_a_new_cell_is_matched_only_where_all_that_feed_it_are_published(tmp_path):
    """5171 of 2022 holds 5171 and 5172 of 2012, and some of 5179."""
    load(
        tmp_path,
        *pair("39041", "5", "5171", 100, 300),
        qcew.Cell("39041", "5", "5172", 2016, employment=200),
        *pair("39049", "5", "5171", 1000, 9000),
        qcew.Cell("39049", "5", "5172", 2016, disclosed=False),
        *pair("39045", "2", "5171", 50, None),
        *pair("US000", "5", "5171", 10_000, 10_000),
    )
    row = row_of("5171", ["39041", "39045", "39049"])
    assert (row.employment_start, row.employment_end) == (1350, 9300)
    assert (row.matched_start, row.matched_end, row.growth) == (300, 300, 0)
    assert (row.undisclosed_start, row.undisclosed_end) == (1, 1)


def test_a_suppressed_cell_is_counted_wherever_it_feeds_and_nowhere_else(tmp_path):
    load(
        tmp_path,
        qcew.Cell("39049", "5", "5191", 2016, disclosed=False),
        *(qcew.Cell("39049", "5", code, 2023) for code in ("5131", "5132", "5162", "5192")),
    )
    table = table_of(["39049"], 2016, 2023, "US000").set_index("naics")
    assert table.undisclosed_start.to_dict() == {"5131": 1, "5132": 0, "5162": 1, "5192": 1}
    assert table.employment_start.isna().all()


@pytest.mark.parametrize(
    ("shops", "online", "comparability"),
    [(900, 100, "bridged"), (10, 9000, "not comparable")],
)
def test_where_weights_allocated_more_than_a_quarter_nothing_is_compared(
    tmp_path, shops, online, comparability
):
    load(
        tmp_path,
        *pair("39049", "5", "4412", shops, 1000),
        qcew.Cell("39049", "5", "4541", 2016, employment=online),
        *pair("US000", "5", "4412", 10_000, 10_000),
    )
    row = row_of("4412")
    allocated = online * weight("4541", "4412")
    assert row.employment_start == shops + allocated
    assert row.bridged_share == allocated / (shops + allocated)
    assert row.comparability == comparability
    for change in (row.growth, row.lq_change, row.wage_change):
        assert math.isnan(change) == (comparability == "not comparable")


def test_a_base_of_which_weights_allocated_too_much_gives_no_change_of_the_quotient(tmp_path):
    load(
        tmp_path,
        *pair("39049", "5", "4412", 100, 100),
        *pair("US000", "5", "4412", 10, 1000),
        qcew.Cell("US000", "5", "4541", 2016, employment=90_000),
    )
    row = row_of("4412")
    assert row.growth == 0
    assert math.isnan(row.lq_change)


def test_what_is_published_is_as_much_before_the_bridge_as_after(statistics):
    statistics.load()
    bridged, published = (
        table_of(**statistics.scope, vintage=vintage).employment_start.sum()
        for vintage in ("bridged", "published")
    )
    assert bridged == pytest.approx(published, rel=1e-12)


# --- Several industries as one ------------------------------------------------------------------


def test_totals_come_from_sums_and_name_what_they_leave_out(tmp_path):
    load(
        tmp_path,
        *pair("39049", "5", "3254", 100, 300, wages=1_000_000),
        *pair("39049", "5", "3391", 300, 100, wages=3_000_000),
        *pair("39049", "5", "6113", None, 50),
        qcew.Cell("39049", "5", "4539", 2016, employment=10),
        qcew.Cell("39049", "5", "4599", 2023, employment=20),
        *pair("US000", "5", "3254", 100, 100),
        *pair("US000", "5", "3391", 900, 900),
        *pair("US000", "5", "6113", 70, 70),
    )
    region = RegionFactory(areas=["39049"])
    total = industry_totals(region, ["3391", "3254", "6113", "4599"])
    assert total["naics"] == "3254 3391 4599 6113"
    assert total["bridged_from"] == "4539 4541 4543"
    from_4539 = 10 * weight("4539", "4599")
    assert (total["employment_start"], total["employment_end"]) == (400 + from_4539, 470)
    assert (total["matched_start"], total["matched_end"]) == (400 + from_4539, 420)
    assert total["growth"] == 0
    assert total["lq_end"] == (450 / 1000) / (1070 / 1000)
    assert total["lq_change"] == 0
    assert total["not_comparable"] == ["4599"]
    assert total["not_matched"] == ["6113"]
    assert total["no_quotient"] == ["4599"]
    assert total["undisclosed_start"] == 1


def test_the_total_of_one_industry_is_its_row(statistics):
    statistics.load()
    region = RegionFactory(areas=statistics.areas)
    for row in naics_table(region)[::9].to_dict("records"):
        total = industry_totals(region, [row["naics"]])
        assert {
            column: value
            for column, value in row.items()
            if column not in ("title", "comparability", "bridged_share")
            and not same(total[column], None if value != value else value)
        } == {}
