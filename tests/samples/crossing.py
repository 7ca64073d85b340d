"""A state whose cells are suppressed, estimated and bridged, in years of two revisions of NAICS."""

import pandas as pd
import pytest

from tests.samples import hierarchies, qcew
from tests.samples.statistics import Statistics

AREAS = ("13001", "13003")
START, END, BASE = 2019, 2023, "13000"
CODES = {
    START: {"3254": 2, "4412": 2, "4451": 1, "4541": 1, "5112": 1, "6211": 2, "6221": 1},
    END: {"3254": 2, "4412": 2, "4451": 1, "4599": 1, "5132": 1, "6211": 2, "6221": 1},
}
NOT_IN_BASE = ("6221", "3")  # an industry of local government that the base does not publish


def cells_of(year):
    """Some counties with half of their cells suppressed, and their state nearly whole."""
    codes = CODES[year]
    children = {code: tuple(f"{code}{n}0" for n in range(1, k + 1)) for code, k in codes.items()}
    size = {code: 5 + 7 * number for number, code in enumerate(codes)}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hierarchies, "CODES", children)
        patch.setattr(hierarchies, "SIZE", size)
        truth = hierarchies.cells(year, year=year)
    found = hierarchies.suppress(truth, year, 0.5)
    state = found.area == BASE
    whole = truth[state].copy()
    hidden = (whole.industry.str[:4] == NOT_IN_BASE[0]) & (whole.ownership == NOT_IN_BASE[1])
    whole.loc[hidden, ["employment", "wages"]] = float("nan")
    return pd.concat([found[~state], whole], ignore_index=True)


@pytest.fixture(scope="session")
def crossing(tmp_path_factory):
    """The files of both years, ready to load."""
    folder = tmp_path_factory.mktemp("crossing")
    files = [
        qcew.write_tidy(folder / f"{year}.csv", hierarchies.tidy_rows(cells_of(year)))
        for year in CODES
    ]
    return Statistics(files, AREAS, base=BASE, start=START, end=END)
