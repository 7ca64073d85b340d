"""The traps of real files that concern reading, by the numbers of the data's own list."""

import codecs
import csv

import pytest

from analytics import importer
from analytics.models import Dataset
from analytics.queries.cells import cells_of
from analytics.sources.tidy import LEVELS
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def imported(path, area, year):
    """{(ownership, industry): row} of one area and year, at every level."""
    importer.import_file(path)
    return held(area, year)


def held(area, year):
    frame = cells_of([area], [year], levels=LEVELS)
    return {(row.ownership, row.industry): row for row in frame.itertuples()}


def values(rows):
    """{cell: what was read of it}, '' where it is not known."""
    return {
        cell: (row.level, row.establishments, str(row.employment), str(row.wages), row.status)
        for cell, row in rows.items()
    }


def raw_rows(path):
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def test_trap_1_suppressed_is_unknown_and_a_disclosed_zero_is_zero(data_dir):
    path = data_dir / "qcew/2015/13143.csv"
    found = imported(path, "13143", 2015)
    hidden = zeros = 0
    for row in raw_rows(path):
        cell = found[row["own_code"], row["industry_code"]]
        assert cell.establishments == int(row["annual_avg_estabs"])
        if row["disclosure_code"] == "N":
            hidden += 1
            assert cell.employment != cell.employment
            assert cell.wages != cell.wages
        else:
            zeros += row["annual_avg_emplvl"] == "0"
            assert (cell.employment, cell.wages) == (
                int(row["annual_avg_emplvl"]),
                int(row["total_annual_wages"]),
            )
    assert (hidden, zeros) == (492, 6)


def test_trap_2_totals_of_government_and_of_insurance_are_left_out(data_dir):
    path = data_dir / "qcew/2024/US000.csv"
    dataset = importer.import_file(path).dataset
    assert {owner for owner, _industry in held("US000", 2024)} == {"0", "1", "2", "3", "5"}
    left_out = [row for row in raw_rows(path) if row["own_code"] in "89"]
    assert dataset.refused_rows == len(left_out) == 2


def test_trap_3_the_level_is_told_by_agglvl_code_and_not_by_the_codes_length(tmp_path):
    cells = [
        qcew.Cell("39049", "5", "1012", 2016, "supersector"),
        qcew.Cell("39049", "5", "2361", 2016),
    ]
    found = imported(qcew.write_annual(tmp_path / "a.csv", cells), "39049", 2016)
    assert found["5", "1012"].level == "supersector"
    assert found["5", "2361"].level == "naics4"


def test_traps_4_and_5_dashes_unclassified_and_the_unknown_county_are_read_as_they_are(tmp_path):
    cells = [qcew.Cell("39999", "5", code, 2016) for code in ("31-33", "44-45", "99", "9999")]
    found = imported(qcew.write_annual(tmp_path / "a.csv", cells), "39999", 2016)
    assert sorted(code for _owner, code in found) == ["31-33", "44-45", "99", "9999"]


def test_trap_10_the_national_file_knows_areas_that_are_no_places(tmp_path):
    all_msas = {"agglvl_code": "91"}
    cells = [
        qcew.Cell("US000", "0", "10", 2016, "total"),
        qcew.Cell("USMSA", "0", "10", 2016, "total", more=all_msas),
        qcew.Cell("CS104", "0", "10", 2016, "total", more={"agglvl_code": "30"}),
        qcew.Cell("C1814", "5", "3254", 2016, more={"agglvl_code": "46"}),
        qcew.Cell("39000", "5", "3254", 2016, more={"agglvl_code": "56"}),
        qcew.Cell("39049", "5", "3254", 2016),
    ]
    dataset = importer.import_file(qcew.write_annual(tmp_path / "2016.annual", cells)).dataset
    areas = sorted(dataset.slices.values_list("area", flat=True))
    assert (areas, dataset.refused_rows) == (["39000", "39049", "C1814", "CS104", "US000"], 1)


def test_areas_over_the_counties_are_taken_and_classes_of_size_left_out(invented):
    invented.load()
    assert {row.level for row in held("CS198", 2023).values()} == {"total"}
    metro = held("C1814", 2023)
    assert {cell: row.level for cell, row in metro.items()} == {
        ("0", "10"): "total", ("5", "3254"): "naics4", ("5", "3391"): "naics4",
    }  # fmt: skip
    assert metro["5", "3254"].cells_suppressed == 1
    [whole] = [
        c for c in qcew.cells_of("US000", 2023) if (c.ownership, c.industry) == ("5", "3391")
    ]
    assert held("US000", 2023)["5", "3391"].employment == whole.employment
    national = Dataset.objects.get(file_name="2023-US000.csv")
    assert national.refused_rows == 2  # a total over government, a class of size


def test_trap_10_a_slice_by_industry_holds_many_areas(tmp_path):
    cells = [qcew.Cell(area, "5", "3254", 2016) for area in ("06029", "39049", "01001")]
    dataset = importer.import_file(qcew.write_annual(tmp_path / "3254.csv", cells)).dataset
    assert dataset.slices.count() == 3
    assert held("01001", 2016)["5", "3254"].employment == 100


def test_trap_12_a_county_with_another_number_stands_under_its_present_one(tmp_path):
    cells = [qcew.Cell("46113", "5", "3254", 2010)]
    importer.import_file(qcew.write_annual(tmp_path / "old.csv", cells))
    assert held("46102", 2010)["5", "3254"].employment == 100


def test_trap_12_a_metropolitan_area_may_have_a_letter_in_its_code(tmp_path):
    cells = [qcew.Cell("C368A", "5", "3254", 2023, more={"agglvl_code": "46"})]
    importer.import_file(qcew.write_annual(tmp_path / "metro.csv", cells))
    assert held("C368A", 2023)["5", "3254"].employment == 100


def test_traps_10_and_11_titles_and_other_names_of_columns_and_files(data_dir):
    (path,) = (data_dir / "qcew_titled").glob("*.csv")
    dataset = importer.import_file(path).dataset
    assert (dataset.layout, dataset.rows) == ("qcew-annual", 1953)
    assert dataset.slices.get().area_title == "Lancaster County, Pennsylvania"
    total = held("42071", 2013)["0", "10"]
    assert (total.establishments, total.employment, total.wages) == (12636, 221104, 9029872828)


@pytest.mark.parametrize(
    ("saved_again", "published", "area", "year"),
    [
        ("2015_13143_resaved_by_R.csv", "2015/13143.csv", "13143", 2015),
        ("2020_39049_resaved_by_pandas.csv", "2020/39049.csv", "39049", 2020),
    ],
)
def test_trap_14_a_file_saved_again_holds_the_cells_of_the_published_one(
    data_dir, saved_again, published, area, year
):
    ours = values(imported(data_dir / "qcew_messy" / saved_again, area, year))
    theirs = values(imported(data_dir / "qcew" / published, area, year))
    assert len(ours) > 600
    assert ours == theirs


# --- How programs save files again ------------------------------------------------------------


def with_row_numbers(text):
    lines = text.splitlines()
    return "\n".join([f'"",{lines[0]}', *(f"{n},{line}" for n, line in enumerate(lines[1:], 1))])


SAVED_AGAIN = {
    "with row numbers": lambda text: with_row_numbers(text).encode(),
    "without quotes": lambda text: text.replace('"', "").encode(),
    "without leading zeros": lambda text: text.replace('"06029"', "6029").encode(),
    "as fractions": lambda text: text.replace("2016", "2016.0").replace(",4,", ",4.0,").encode(),
    "NA for nothing": lambda text: text.replace('""', "NA").encode(),
    "in powers of ten": lambda text: text.replace(",300000,", ",3e+05,").encode(),
    "with a byte order mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "with semicolons": lambda text: text.replace(",", ";").encode(),
    "with tabs": lambda text: text.replace(",", "\t").encode(),
    "with CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "with CR": lambda text: text.replace("\n", "\r").encode(),
    "with mixed line ends": lambda text: text.replace("\n", "\r\n", 2).encode(),
    "with blank lines": lambda text: text.replace("\n", "\n\n").encode(),
    "with names in capitals": lambda text: text.replace("own_code", "OWN_CODE").encode(),
    "without its last line end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("way", SAVED_AGAIN)
def test_a_file_saved_again_holds_the_same_numbers(tmp_path, way):
    cells = [
        qcew.Cell("06029", "0", "10", 2016, "total", 900, 300_000, 15_000_000_000),
        qcew.Cell("06029", "5", "3254", 2016, disclosed=False),
        qcew.Cell("06029", "5", "3391", 2016, employment=0, wages=0),
    ]
    path = qcew.write_annual(tmp_path / "a.csv", cells)
    data = SAVED_AGAIN[way](path.read_text())
    assert data != path.read_bytes()
    path.write_bytes(data)
    found = imported(path, "06029", 2016)
    total, hidden, zero = found["0", "10"], found["5", "3254"], found["5", "3391"]
    assert (total.employment, total.wages) == (300_000, 15_000_000_000)
    assert (hidden.establishments, hidden.cells_suppressed) == (4, 1)
    assert hidden.employment != hidden.employment
    assert (zero.employment, zero.wages, zero.cells_published) == (0, 0, 1)
