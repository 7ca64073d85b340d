"""How good the estimates of suppressed cells are: published cells are hidden, estimated, compared.

    .venv/bin/python bench/estimates.py              the table of docs/guide/estimates.md
    .venv/bin/python bench/estimates.py --calibrate  the table of analytics/estimates/intervals.py

Each of 20 fixed draws hides 12 % of the published private 4-digit county cells, each in every year
at once, chosen so that their establishments are distributed as those of BLS's suppressed cells,
with their descendants, and further cells until no published total gives a hidden one away. All
hidden private 4-digit cells are scored. The shortcut is establishments times average
establishment size. Real files are read from CLUSTERWISE_DATA_DIR. It takes some minutes.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(BASE_DIR)]

from analytics import estimates  # noqa: E402
from bench import draws, files  # noqa: E402

DRAWS = range(20)
LARGE = 50  # jobs
ROUNDING = 0.5
STEPS = 10
TAIL = 0.04  # not 5 %, as what a reader looks at are the larger cells, where errors are wider


@dataclass(frozen=True)
class Case:
    """Counties and what stands around them; `years` are judged, `sizes` make the shortcut.

    `calibration` are draws that are never judged.
    """

    name: str
    cells: pd.DataFrame
    years: tuple
    sizes: pd.DataFrame
    calibration: range


def cases():
    georgia = files.annual(f"qcew/{year}/13*.csv" for year in (2015, 2016, 2017))
    nation = files.annual(["qcew_computed/2023/US000.csv"])
    counties = files.annual(f"qcew/{year}/39*.csv" for year in (2020, 2022, 2023))
    ohio = pd.concat([counties, nation], ignore_index=True)
    both = pd.concat([nation.assign(year=year) for year in (2022, 2023)])
    state = georgia[georgia.area == "13000"]
    return [
        Case("Georgia 2015-2017", georgia, (2015, 2016, 2017), state, range(100, 104)),
        Case("Ohio 2022-2023", ohio, (2022, 2023), both, range(100, 120)),
    ]


def scored(case, seeds):
    """One row for each hidden private 4-digit cell of each draw, with truth and estimates."""
    tree = estimates.hierarchy(case.cells)
    simple = shortcut(case.cells, tree, case.sizes)
    return pd.concat([score(case, tree, simple, seed) for seed in seeds], ignore_index=True)


def score(case, tree, simple, seed):
    cells = case.cells
    hidden = draws.hidden(cells, tree, seed)
    blank = cells[["employment", "wages"]].mask(pd.Series(hidden, cells.index), axis=0)
    parts = [estimates.estimate(cells.assign(**blank), year) for year in case.years]
    found = parts[0]
    for part in parts[1:]:
        found = found.where(found.estimate.notna(), part)
    judged = hidden & draws.private_cells(cells) & cells.year.isin(case.years).to_numpy()
    rows = found[judged].assign(truth=cells.employment[judged], truth_wages=cells.wages[judged])
    return rows.assign(seed=seed, shortcut=simple[judged])


def shortcut(cells, tree, reference):
    """Establishments times average size; of the coarser industry where that is not published."""
    names = ["year", "ownership", "level", "industry"]
    known = reference[reference.employment.notna() & (reference.establishments > 0)]
    size = (known.employment / known.establishments).set_axis(
        pd.MultiIndex.from_frame(known[names])
    )
    found = size.reindex(pd.MultiIndex.from_frame(cells[names])).to_numpy(copy=True)
    for depth in range(1, 7):
        rows = np.flatnonzero((tree.depth == depth) & (tree.parent >= 0))
        parents = found[tree.parent[rows]]
        found[rows] = np.where(np.isnan(found[rows]), parents, found[rows])
    return cells.establishments.to_numpy() * found


# --- The tables -------------------------------------------------------------------------------


def errors(rows, column):
    """Median and 90th percentile of the relative error."""
    error = (rows[column] - rows.truth).abs() / rows.truth
    return error.median(), error.quantile(0.9)


def line(name, rows):
    """One line of the table of the guide."""
    simple, ours = errors(rows, "shortcut"), errors(rows, "estimate")
    cut = [1 - mine / theirs for mine, theirs in zip(ours, simple, strict=True)]
    inside = rows.truth.between(rows.low - ROUNDING, rows.high + ROUNDING).mean()
    below, above = rows.truth < rows.lower - ROUNDING, rows.truth > rows.upper + ROUNDING
    figures = " | ".join(f"{100 * figure:.1f} %" for figure in [*simple, *ours, *cut, inside])
    return f"| {name} | {len(rows):,} | {figures} | {(below | above).sum()} |"


HEADINGS = [
    "Hidden cells",
    "number",
    "shortcut: median error",
    "90th percentile",
    "estimate: median error",
    "90th percentile",
    "median cut by",
    "90th cut by",
    "inside the 90 % interval",
    "bounds broken",
]


def report():
    print(f"| {' | '.join(HEADINGS)} |")
    print("|---|" + "---:|" * (len(HEADINGS) - 1))
    for case in cases():
        rows = scored(case, DRAWS)
        rows = rows[rows.truth > 0]  # a relative error needs jobs
        print(line(f"{case.name}, {LARGE} jobs and more", rows[rows.truth >= LARGE]))
        print(line(f"{case.name}, all", rows))


def calibrate():
    """Percentiles of truth over estimate by the doubt about it, wider with more doubt."""
    rows = pd.concat(scored(case, case.calibration) for case in cases())
    rows = rows[rows.truth > 0]
    small = estimates.intervals.SMALL
    ratio = (rows.truth + small) / (rows.estimate + small)
    step = pd.qcut(rows.doubt, STEPS)
    print_constant("DOUBT", rows.doubt.groupby(step, observed=True).median())
    print_constant("LOW", ratio.groupby(step, observed=True).quantile(TAIL).cummin())
    print_constant("HIGH", ratio.groupby(step, observed=True).quantile(1 - TAIL).cummax())


def print_constant(name, figures):
    """Without doubt there is no interval: the table begins with that."""
    start = 0.0 if name == "DOUBT" else 1.0
    print(f"{name} = ({start}, {', '.join(f'{figure:.3f}' for figure in figures)})")


if __name__ == "__main__":
    calibrate() if "--calibrate" in sys.argv else report()
