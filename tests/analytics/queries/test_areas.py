"""Many areas at once: each as its own NAICS table has it."""

import pytest
from pandas.testing import assert_frame_equal

from analytics.queries import price_series, table_of
from analytics.queries.areas import indicators_by_area

pytestmark = pytest.mark.django_db


def test_each_area_has_the_figures_of_its_own_table(invented):
    invented.load()
    series = price_series(invented.areas, (invented.start, invented.end)).id
    found = indicators_by_area(**invented.scope)
    assert sorted(found.index.unique("area")) == sorted(invented.areas)
    for area in invented.areas:
        table = table_of(**invented.scope | {"areas": [area], "series": series}).set_index("naics")
        columns = [name for name in found.columns if name in table and name != "bridged_share"]
        ours = found.xs(area).rename_axis("naics")
        assert_frame_equal(ours[columns], table[columns], check_exact=True, check_index_type=False)
