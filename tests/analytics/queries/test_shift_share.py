"""Shift-share of a region against a second computation."""

import pytest

from analytics.queries import shift_share
from tests import second_answers
from tests.factories.analytics import RegionFactory

pytestmark = pytest.mark.django_db
PARTS = ["national", "mix", "competitive"]


def test_the_parts_equal_the_second_answer_and_add_to_the_change(statistics):
    statistics.load()
    found = shift_share(RegionFactory(areas=statistics.areas))
    table = found.table.set_index("naics")
    answers = second_answers.shift_share(statistics.files, **statistics.scope)
    known = table[table.reason == ""]
    assert sorted(answers) == list(known.index)
    for code, parts in answers.items():
        assert list(known.loc[code, PARTS]) == [pytest.approx(part, abs=1e-6) for part in parts]
    assert known[PARTS].sum(axis=1).to_dict() == pytest.approx(known.change.to_dict())
    assert table[table.reason != ""][[*PARTS, "change"]].isna().all(axis=None)
    assert found.total["change"] == pytest.approx(known.change.sum())
