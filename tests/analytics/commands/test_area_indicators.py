"""`manage.py area_indicators`: one row for each industry of each area."""

import csv
import io

import pytest
from django.core.management import CommandError, call_command

from analytics.queries.areas import indicators_by_area

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(invented, capsys):
    """Run the command; (rows as dicts, lines of the error stream)."""
    invented.load()

    def run(areas, *more):
        years = f"--start={invented.start}", f"--end={invented.end}"
        call_command("area_indicators", f"--areas={areas}", *years, *more)
        out, err = capsys.readouterr()
        return list(csv.DictReader(io.StringIO(out))), err.splitlines()

    return run


def test_every_number_of_every_area_is_written_unrounded(invented, write):
    rows, sources = write("counties", "--ownership=private", "--wages=nominal")

    found = indicators_by_area(**invented.scope, ownership=("5",), wages="nominal")
    expected = found.reset_index().to_dict("records")
    assert [row["area"] for row in rows] == [row["area"] for row in expected]
    for written, row in zip(rows, expected, strict=True):
        for name in ("employment_end", "growth", "lq_end", "lq_change", "wage_start"):
            assert (
                written[name] == "" if row[name] != row[name] else float(written[name]) == row[name]
            )
    assert all("sha256" in line for line in sources)


def test_it_takes_named_areas_and_a_file(invented, write, tmp_path):
    path = tmp_path / "areas.csv"
    rows, _sources = write(invented.areas[0], f"--output={path}")
    assert rows == []
    with path.open(encoding="utf-8") as file:
        assert {row["area"] for row in csv.DictReader(file)} == {invented.areas[0]}


@pytest.mark.parametrize(
    ("areas", "output", "words"),
    [
        ("48001", "", "No data set holds"),
        ("counties", "--output=/nowhere/areas.csv", "could not be written"),
    ],
)
def test_what_cannot_be_done_is_said(write, areas, output, words):
    with pytest.raises(CommandError, match=words):
        write(areas, *filter(None, [output]))


def test_years_that_are_reversed_are_refused(invented):
    with pytest.raises(CommandError, match="must be earlier"):
        call_command("area_indicators", "--areas=39001", "--start=2020", "--end=2010")
