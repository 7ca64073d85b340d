"""Cells carried over a revision of NAICS, whatever they are."""

import math
from types import SimpleNamespace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.indicators import revisions
from analytics.sources import bridge

CODES = sorted({link.old for link in bridge.links(2016, 2023)} | {"3254", "9999", "0000"})
COLUMNS = ["area", "part", "ownership", "industry", "employment", "wages"]
KEY = ["area", "part", "ownership", "industry"]
LINKS = revisions.links_frame(bridge.links(2016, 2023))

cell = st.tuples(
    st.sampled_from(["39041", "39049"]),
    st.just(""),
    st.sampled_from(["3", "5"]),
    st.sampled_from(CODES),
    st.one_of(st.none(), st.integers(0, 10**7)),
    st.integers(0, 10**12),
)
cells = st.lists(cell, max_size=40, unique_by=lambda row: row[:4])


def frame(rows):
    found = pd.DataFrame(rows, columns=COLUMNS).astype({"employment": float, "wages": float})
    published = found.employment.notna()
    found["wages"] = found.wages.where(published)
    return found.assign(
        cells_published=published.astype(int), cells_suppressed=(~published).astype(int)
    )


@settings(max_examples=25)
@given(cells)
def test_totals_are_preserved(rows):
    before = frame(rows)
    after = revisions.carried(before, LINKS)
    for column in ("employment", "wages"):
        assert after[column].sum() == pytest.approx(before[column].sum(), rel=1e-9)
    assert (after.allocated.fillna(0) <= after.employment.fillna(0)).all()


@settings(max_examples=25)
@given(cells)
def test_each_cell_reaches_exactly_the_codes_that_hold_some_of_it(rows):
    after = revisions.carried(frame(rows), LINKS)
    expected = {
        (*row[:3], new, row[3])
        for row in rows
        for new in bridge.successors(row[3], 2016, 2023) or [row[3]]
    }
    assert set(after[[*KEY, "old"]].itertuples(index=False, name=None)) == expected
    assert len(after) == len(expected)


@settings(max_examples=25)
@given(cells)
def test_a_new_cell_is_whole_only_where_all_that_feed_it_are_published(rows):
    carried = revisions.carried(frame(rows), LINKS)
    found = revisions.whole(carried, KEY).set_index(KEY).employment.to_dict()
    expected = {}
    for row in carried.to_dict("records"):
        expected.setdefault(tuple(row[name] for name in KEY), []).append(row["employment"])
    expected = {key: jobs for key, jobs in expected.items() if not any(map(math.isnan, jobs))}
    assert found == {key: pytest.approx(sum(jobs)) for key, jobs in expected.items()}


def test_the_sums_do_not_depend_on_how_areas_are_summed():
    """An area as a part of a sum stands in the same order as the area by itself."""
    rows = [("39041", "", "5", "4541", 7, 3), ("39049", "", "5", "4541", 11, 5)]
    summed = [("region", area, *rest) for area, _part, *rest in rows]
    apart, together = (revisions.carried(frame(cells), LINKS) for cells in (rows, summed))
    assert list(apart.employment) == list(together.employment)


def test_without_links_cells_stay_as_they_are():
    before = frame([("39041", "", "5", "4541", 7, 3), ("39041", "", "5", "3254", None, 0)])
    after = revisions.carried(before, revisions.links_frame(()))
    pd.testing.assert_frame_equal(after[before.columns], before, check_dtype=False)
    assert list(after.allocated) == [0, 0]


def test_links_are_read_by_their_names():
    link = SimpleNamespace(old="1", new="2", weight=1, allocated=0, more="x")
    assert revisions.links_frame([link]).to_dict("records") == [
        {"old": "1", "new": "2", "weight": 1.0, "allocated": 0.0}
    ]
