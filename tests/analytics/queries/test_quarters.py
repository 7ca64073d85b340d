"""Four quarters make a year, three make none, and the newest of each counts."""

import csv

import pytest

from analytics import importer
from analytics.queries import cells, provenance
from core.problems import Problem
from tests.samples import qcew

pytestmark = pytest.mark.django_db

CELL = qcew.Cell("39049", "5", "3254", 2016)
TOTAL = qcew.Cell("39049", "0", "10", 2016, "total", employment=900)


def take(folder, name, rows):
    return importer.import_file(qcew.write_quarters(folder / name, rows)).dataset


def year_of(area="39049", year=2016, industry="3254"):
    """The annual cells of one industry as dicts."""
    frame = cells.cells_of([area], [year], levels=("total", "naics4"))
    return frame[frame.industry == industry].to_dict("records")


def test_the_mean_of_twelve_months_and_the_sum_of_the_wages(tmp_path):
    months = [(10, 20, 30), (1, 1, 2), (7, 7, 7), (0, 0, 4)]  # 89 / 12 = 7.42
    rows = [
        qcew.quarter_row(
            CELL,
            quarter,
            month1_emplvl=first,
            month2_emplvl=second,
            month3_emplvl=third,
            total_qtrly_wages=quarter * 1000,
            qtrly_estabs=4 if quarter < 3 else 5,
        )
        for quarter, (first, second, third) in enumerate(months, start=1)
    ]
    take(tmp_path, "year.csv", rows)
    (year,) = year_of()
    assert (year["employment"], year["wages"], year["establishments"]) == (7, 10_000, 5)
    assert (year["cells_published"], year["cells_suppressed"]) == (1, 0)


def test_one_suppressed_quarter_hides_the_year_and_keeps_its_establishments(tmp_path):
    hidden = qcew.Cell("39049", "5", "3254", 2016, disclosed=False)
    rows = [qcew.quarter_row(hidden if quarter == 3 else CELL, quarter) for quarter in (1, 2, 3, 4)]
    take(tmp_path, "year.csv", rows)
    (year,) = year_of()
    assert year["employment"] != year["employment"]
    assert year["wages"] != year["wages"]
    assert (year["establishments"], year["cells_published"], year["cells_suppressed"]) == (4, 0, 1)


def test_a_quarter_without_establishments_is_a_true_zero(tmp_path):
    nothing = {"disclosure_code": "-", "qtrly_estabs": 0, "total_qtrly_wages": 0} | {
        f"month{month}_emplvl": 0 for month in (1, 2, 3)
    }
    rows = [qcew.quarter_row(CELL, 1), *(qcew.quarter_row(CELL, q, **nothing) for q in (2, 3, 4))]
    take(tmp_path, "year.csv", rows)
    (year,) = year_of()
    assert (year["employment"], year["establishments"], year["wages"]) == (25, 1, 5_000_000)


def test_the_year_appears_with_its_fourth_quarter(tmp_path):
    for quarter in (1, 2, 4):
        take(tmp_path, f"{quarter}.csv", [qcew.quarter_row(CELL, quarter)])
        with pytest.raises(Problem) as refusal:
            year_of()
        assert refusal.value.code == "quarters_missing"
        assert "Franklin County, OH" in str(refusal.value)
    take(tmp_path, "3.csv", [qcew.quarter_row(CELL, 3)])
    assert [year["employment"] for year in year_of()] == [100]


def test_a_revised_quarter_replaces_the_old_one_and_the_rest_stays(tmp_path):
    take(tmp_path, "year.csv", [qcew.quarter_row(CELL, quarter) for quarter in (1, 2, 3, 4)])
    revised = dict.fromkeys(["month1_emplvl", "month2_emplvl", "month3_emplvl"], 220)
    take(tmp_path, "revised.csv", [qcew.quarter_row(CELL, 2, **revised)])
    assert [year["employment"] for year in year_of()] == [130]


def test_the_latest_of_a_year_and_of_its_quarters_counts(tmp_path):
    annual = qcew.Cell("39049", "5", "3254", 2016, employment=77)
    importer.import_file(qcew.write_annual(tmp_path / "annual.csv", [annual]))
    assert [year["employment"] for year in year_of()] == [77]
    take(tmp_path, "year.csv", [qcew.quarter_row(CELL, quarter) for quarter in (1, 2, 3, 4)])
    assert [year["employment"] for year in year_of()] == [100]
    annual.employment = 78
    importer.import_file(qcew.write_annual(tmp_path / "revised.csv", [annual]))
    assert [year["employment"] for year in year_of()] == [78]


def test_a_file_of_one_industry_says_nothing_about_the_quarters_of_others(tmp_path):
    other = qcew.Cell("39049", "5", "3391", 2016)
    take(tmp_path, "3254.csv", [qcew.quarter_row(CELL, quarter) for quarter in (1, 2, 3, 4)])
    take(tmp_path, "3391.csv", [qcew.quarter_row(other, 1)])
    assert len(year_of()) == 1
    assert year_of(industry="3391") == []


def test_in_whole_files_a_quarter_that_lacks_a_cell_had_none_of_it(tmp_path):
    other = qcew.Cell("39049", "5", "3391", 2016)
    for quarter in (1, 2, 3, 4):
        present = [TOTAL, other, *([CELL] if quarter == 2 else [])]
        take(tmp_path, f"{quarter}.csv", [qcew.quarter_row(cell, quarter) for cell in present])
    (year,) = year_of()
    assert (year["employment"], year["establishments"], year["wages"]) == (25, 1, 5_000_000)


def test_all_data_sets_that_a_year_is_made_of_are_its_sources(tmp_path):
    names = [f"{quarter}.csv" for quarter in (1, 2, 3, 4)]
    for quarter, name in enumerate(names, start=1):
        take(tmp_path, name, [qcew.quarter_row(CELL, quarter)])
    take(tmp_path, "revised.csv", [qcew.quarter_row(CELL, 2, qtrly_estabs=9)])
    found = provenance.sources_of(["39049"], [2016])
    assert [source.file_name for source in found] == ["1.csv", "3.csv", "4.csv", "revised.csv"]
    assert {source.areas for source in found} == {("39049",)}


@pytest.mark.parametrize("area", ["06023", "06029", "06067", "C1254"])
def test_trap_14_quarters_make_the_same_year_as_was_computed_from_them(data_dir, area):
    """qcew_computed was made from the same quarters by another program."""
    (path,) = (data_dir / "qcew_quarterly_titled").glob(f"*{area}*.csv")
    importer.import_file(path)
    levels = "total ownership domain supersector sector naics3 naics4 naics5 naics6".split()
    made = cells.cells_of([area], [2016], levels=levels)
    held = {(row.ownership, row.industry): row for row in made.itertuples()}
    with (data_dir / f"qcew_computed/2016/{area}.csv").open(newline="") as file:
        computed = {(row["own_code"], row["industry_code"]): row for row in csv.DictReader(file)}
    assert held.keys() == computed.keys()
    for cell, row in computed.items():
        assert held[cell].establishments == int(row["annual_avg_estabs"])
        assert held[cell].cells_suppressed == (row["disclosure_code"] == "N")
        if row["disclosure_code"] != "N":
            values = held[cell].employment, held[cell].wages
            assert values == (int(row["annual_avg_emplvl"]), int(row["total_annual_wages"]))
