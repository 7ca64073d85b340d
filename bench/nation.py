"""A realistic national single file of any year, made from the real slices of a few states.

    .venv/bin/python bench/nation.py FOLDER [--first 1990] [--years 1] [--states 53]

Every county of the states takes the industries, the structure and the suppression of a real county
(Georgia, Ohio, California) of about its size and on the NAICS codes of about its time; its jobs
are scaled and perturbed at the finest level and then summed, through what is suppressed too, to
the county, the state with its unknown county, and the nation, so that every total holds. The same
year is the same file, byte for byte. Metropolitan areas and size classes are left out; years
before 2017 are all on the codes of 2012.
"""

import argparse
import functools
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(BASE_DIR)]

from analytics.estimates.hierarchy import DEPTH, hierarchy, total  # noqa: E402
from analytics.sources import areas  # noqa: E402
from bench import files, single_file  # noqa: E402

PLACES = {  # the first year of each period: the real counties that it is made from
    1990: ["qcew/2016/13*.csv", "qcew_computed/2016/39*.csv", "qcew_computed/2016/06*.csv"],
    2017: ["qcew/2017/13*.csv", "qcew/2020/39*.csv"],
    2022: ["qcew/2022/39*.csv", "qcew/2023/39*.csv"],
}
FINEST = DEPTH["naics6"]
UNKNOWN_SIZE = 10  # jobs of an establishment where nothing above it is published
OUTLYING = {"60", "66", "69", "74"}  # territories that the QCEW does not cover
ROOT = 2016  # growth is one in this year
SMALLER = 0.4  # most counties are smaller than those of these three states
SPREAD, YEARLY = 0.3, 0.03  # of the logarithm of jobs: for good, and from year to year
GROWTH = (0.012, 0.02)  # mean and spread over industries, a year
ROWS_COUNT = 0.25  # power by which counties of many rows are taken more often
HIDDEN = 0.04  # share of a state's finer cells that are suppressed


@dataclass(frozen=True)
class Donors:
    """Real counties, one after the other: arrays by row, and by county where its rows begin.

    `cell` numbers ownership, level and industry, which stand in `cells`. Values are completed
    where they are suppressed.
    """

    cells: pd.DataFrame
    cell: np.ndarray
    depth: np.ndarray
    parent: np.ndarray
    hidden: np.ndarray
    values: np.ndarray  # (n, 3): establishments, jobs, wages
    start: np.ndarray
    jobs: np.ndarray  # of each county


@functools.cache
def donors(period):
    rows = files.annual(PLACES[period])
    rows = rows[~rows.area.str.endswith(("000", "999"))]
    rows = rows.sort_values(["area", "year"], kind="stable").reset_index(drop=True)
    tree = hierarchy(rows)
    names = ["ownership", "level", "industry"]
    cell, cells = pd.factorize(pd.MultiIndex.from_frame(rows[names]), sort=True)
    start = np.flatnonzero((rows.area != rows.area.shift()) | (rows.year != rows.year.shift()))
    establishments = rows.establishments.to_numpy(float)
    values = [completed(tree, rows[name], establishments) for name in ("employment", "wages")]
    return Donors(
        cells.to_frame(index=False, name=names).assign(depth=cells.get_level_values(1).map(DEPTH)),
        cell,
        tree.depth,
        tree.parent,
        rows.employment.isna().to_numpy(),
        np.column_stack([establishments, *values]),
        np.append(start, len(rows)),
        np.maximum(values[0][start], 1),
    )


def completed(tree, published, establishments):
    """Suppressed values from what is left of the coarser industry, by establishments: (n,)."""
    values = published.to_numpy(float, copy=True)
    weight = np.maximum(establishments, 0.1)
    for depth in range(FINEST + 1):
        rows = np.flatnonzero((tree.depth == depth) & np.isnan(values))
        parent = tree.parent[rows]
        hidden = np.isnan(values)
        left = np.nan_to_num(values) - total(tree.parent, np.nan_to_num(values))
        part = weight[rows] / np.maximum(total(tree.parent, weight * hidden)[parent], 0.1)
        share = np.maximum(left[parent], 0) * part
        values[rows] = np.where(parent >= 0, share, weight[rows] * UNKNOWN_SIZE)
    return values


def states():
    """The codes of the states whose counties a single file holds, in order: a list."""
    return sorted(set(areas.states()) & {code[:2] for code in counties()})


@functools.cache
def counties():
    found = [row["statefp"] + row["countyfp"] for row in areas.rows(areas.LISTS[0])]
    return sorted({code for code in found if code[:2] not in OUTLYING})


def write(path, year, wanted=None):
    """Write the national file of a year, of the first `wanted` states or of all."""
    period = max(first for first in PLACES if first <= year)
    given = donors(period)
    nation = np.zeros((len(given.cells), 3))
    with single_file.opened(path) as file:
        for state in states()[:wanted]:
            sums = write_state(file, given, state, year)
            nation += sums
        file.write(areas.NATION, 1, year, given.cells, nation, nation[:, 0] < 3)


def write_apart(path, year, wanted):
    """As `write`, in a process of its own, so that its memory is not counted with another's."""
    command = [sys.executable, __file__, path.parent, "--first", year, "--states", wanted]
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


def write_state(file, given, state, year):
    """Write a state, then its counties; returns the state's values by cell."""
    codes = [*(code for code in counties() if code[:2] == state), f"{state}999"]
    row, parent, county, factor = placed(given, codes, state)
    values = perturbed(given, row, parent, factor, state, year)
    held = given.cell[row]
    sums = np.column_stack(
        [np.bincount(held, weights=column, minlength=len(given.cells)) for column in values.T]
    )
    random = np.random.default_rng([int(state), 3])
    fine = given.cells.depth.to_numpy() >= DEPTH["naics3"]
    hidden = (random.random(len(sums)) < HIDDEN) & fine
    file.write(f"{state}000", 5, year, given.cells, sums, hidden | (sums[:, 0] < 3))
    cells = given.cells.iloc[held]
    file.write(np.array(codes)[county], 7, year, cells, values, given.hidden[row])
    return sums


def placed(given, codes, state):
    """For each row of the counties: its donor's row, its parent, its county and its factor."""
    random = np.random.default_rng([int(state), 1])
    base = donors(min(PLACES))
    weight = np.diff(base.start) ** ROWS_COUNT
    sizes = base.jobs[random.choice(len(weight), len(codes), p=weight / weight.sum())]
    sizes = sizes * np.exp(SPREAD * random.standard_normal(len(codes)))
    sizes[-1] = given.jobs.min() / 10  # the unknown county
    blur = SPREAD * random.standard_normal((len(codes), len(given.jobs)))
    donor = np.abs(np.log(sizes)[:, None] - np.log(given.jobs) + blur).argmin(axis=1)
    length = np.diff(given.start)[donor]
    county = np.repeat(np.arange(len(codes)), length)
    begin = np.cumsum(length) - length
    row = np.arange(length.sum()) + (given.start[donor] - begin)[county]
    above = given.parent[row]
    parent = np.where(above >= 0, above - (given.start[donor] - begin)[county], -1)
    return row, parent, county, (SMALLER * sizes / given.jobs[donor])[county]


def perturbed(given, row, parent, factor, state, year):
    """Whole establishments, jobs and wages of the rows, summed from the finest: (n, 3)."""
    has_children = np.zeros(len(row), bool)
    has_children[parent[parent >= 0]] = True
    for_good = np.random.default_rng([int(state), 2]).standard_normal(len(row))
    this_year = np.random.default_rng([int(state), year]).standard_normal(len(row))
    change = np.exp(SPREAD * for_good + YEARLY * this_year - SPREAD**2 / 2)
    change *= growth(given, year)[given.cell[row]] * factor
    establishments, jobs, wages = given.values[row].T
    pay = np.divide(wages, jobs, out=np.zeros(len(row)), where=jobs > 0)
    jobs = np.rint(jobs * change)
    values = np.column_stack(
        [np.maximum(np.rint(establishments * change), 1), jobs, np.rint(jobs * pay)]
    )
    values[has_children] = 0
    depth = given.depth[row]
    for finer in range(FINEST, 0, -1):
        rows = np.flatnonzero((depth == finer) & (parent >= 0))
        for column in values.T:
            column += np.bincount(parent[rows], weights=column[rows], minlength=len(row))
    return values


def growth(given, year):
    """Of each cell since ROOT, by its 4-digit industry."""
    group = pd.factorize(given.cells.industry.str[:4], sort=True)[0]
    mean, spread = GROWTH
    rate = mean + spread * np.random.default_rng(4).standard_normal(group.max() + 1)
    return np.exp(rate * (year - ROOT))[group]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--first", type=int, default=1990, help="the first year")
    arguments.add_argument("--years", type=int, default=1, help="how many years")
    arguments.add_argument("--states", type=int, help="how many states; all if left out")
    chosen = arguments.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    for year in range(chosen.first, chosen.first + chosen.years):
        path = chosen.folder / f"{year}.annual.singlefile.csv"
        write(path, year, chosen.states)
        print(path)


if __name__ == "__main__":
    main()
