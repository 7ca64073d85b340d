"""Estimates from what is held: which data they are made from, and what they change in the table."""

import math

import pandas as pd
import pytest
from django.core.management import call_command

from analytics import importer
from analytics.queries import estimates, table_of
from analytics.queries.cells import cells_of
from core.problems import Problem
from tests.samples import hierarchies, qcew

pytestmark = pytest.mark.django_db

AREAS = ("13001", "13003")
SCOPE = {"areas": AREAS, "start": 2016, "end": 2017, "base": "13000"}
YEARS = (2015, 2016, 2017, 2018)


@pytest.fixture
def held(tmp_path):
    """A state of four counties in several years, half of its counties' cells suppressed."""
    found = []
    for year in YEARS:
        truth = hierarchies.cells(year, year=year)
        cells = hierarchies.suppress(truth, year, 0.5)
        state = cells.area == "13000"
        cells = pd.concat([cells[~state], truth[state]], ignore_index=True)
        path = tmp_path / f"{year}.csv"
        importer.import_file(qcew.write_tidy(path, hierarchies.tidy_rows(cells)))
        found.append(cells)
    return pd.concat(found, ignore_index=True)


def places(groups):
    return {(place.area, place.year) for group in groups for place in group}


def test_an_estimate_is_made_from_the_whole_state_and_the_nearest_year_of_the_same_codes(held):
    everywhere = {"13000", "13001", "13003", "13005", "13999"}
    both = {(area, year) for area in everywhere for year in (2015, 2016)}
    assert places(estimates.surroundings(AREAS, 2016)) == both
    # 2016 is as near to 2017 as 2018 is, but its codes are of another revision.
    later = {(area, year) for area in everywhere for year in (2017, 2018)}
    assert places(estimates.surroundings(AREAS, 2017)) == later


def test_the_table_adds_estimates_of_the_suppressed_cells_to_the_published(held):
    published = table_of(**SCOPE).set_index("naics")
    table = table_of(**SCOPE, cells=estimates.ESTIMATED).set_index("naics")
    assert (published[["estimated_start", "estimated_end"]] == 0).all(axis=None)
    for when, year in (("start", 2016), ("end", 2017)):
        cells = estimates.estimated_cells(AREAS, year)
        for code, row in table.iterrows():
            jobs = 0.0
            for cell in cells[cells.industry == code].itertuples():
                jobs += cell.estimate if math.isnan(cell.employment) else cell.employment
            assert row[f"employment_{when}"] == pytest.approx(jobs, rel=1e-12)
            assert row[f"estimated_{when}"] == row[f"undisclosed_{when}"]
        hidden = [f"undisclosed_{when}", f"base_employment_{when}"]
        assert table[hidden].equals(published[hidden])
    said = table["flags"].str.split().map(lambda words: "estimated" in words)
    assert said.equals(table.estimated_start + table.estimated_end > 0)
    assert not published["flags"].str.contains("estimated").any()
    assert table.estimated_start.sum() > 0


def test_estimates_stand_beside_what_is_published_and_never_in_its_place(held):
    cells = estimates.estimated_cells(AREAS, 2016)
    hidden = cells.employment.isna()
    assert hidden.any()
    assert cells.estimate[~hidden].isna().all()
    suppressed = cells[hidden]
    assert (suppressed.lower - 0.5 <= suppressed.estimate).all()
    assert (suppressed.estimate <= suppressed.upper + 0.5).all()
    assert (suppressed.low <= suppressed.estimate).all()
    assert (suppressed.estimate <= suppressed.high).all()


def test_what_was_never_imported_is_said_in_words(held):
    with pytest.raises(Problem) as refusal:
        estimates.estimated_cells(["13001"], 2014)
    assert refusal.value.code == "no_data"


def test_the_command_writes_estimates_only_when_asked_and_says_so(held, capsys):
    options = [f"--areas={','.join(AREAS)}", "--start=2016", "--end=2017", "--base=13000"]
    call_command("naics_table", *options)
    plain = capsys.readouterr()
    call_command("naics_table", *options, "--cells=estimated")
    asked = capsys.readouterr()
    assert asked.out.splitlines()[0] == plain.out.splitlines()[0]
    assert asked.out != plain.out
    assert "estimates by Clusterwise of undisclosed ones" in asked.err
    assert "undisclosed cells are left out, not zero" in plain.err


def test_real_cells_of_one_county_alone_can_be_estimated(data_dir):
    """Without its state there are the nation's sizes and the county's own totals."""
    for path in ("qcew/2023/39041.csv", "qcew_computed/2023/US000.csv"):
        importer.import_file(data_dir / path)
    cells = estimates.estimated_cells(["39041"], 2023)
    private = cells[cells.ownership == "5"]
    assert private.estimate[private.employment.isna()].notna().all()
    totals = cells_of(["39041"], [2023], levels=["ownership"])
    jobs = totals.employment[totals.ownership == "5"].item()
    assert private.employment.fillna(private.estimate).sum() == pytest.approx(jobs, abs=60)


def test_what_was_summed_before_the_import_is_not_estimated(held, tmp_path):
    """A sum holds what was published of its parts, and is no total for estimates to agree with."""
    path = tmp_path / "summed.csv"
    scope = [f"--areas={','.join(AREAS)}", "--start=2016", "--end=2017"]
    named = ["--area-code=summed", "--name=Summed", f"--output={path}"]
    call_command("export_tidy", *scope, *named, "--base=13000")
    call_command("import_qcew", str(path))

    summed = SCOPE | {"areas": ("summed",)}
    published = table_of(**summed)
    assert published.undisclosed_end.sum() > 0
    assert table_of(**summed, cells=estimates.ESTIMATED).equals(published)
