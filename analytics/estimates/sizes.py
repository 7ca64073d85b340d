"""What a workplace of an industry employs on average in the area around: the first guess."""

import numpy as np
import pandas as pd

from analytics.estimates.hierarchy import DEPTH, FINEST, NATION, around, total
from analytics.estimates.numbers import beginning, numbered

SMALLEST = 0.3  # establishments and jobs: averages over a year can be below one
UNKNOWN_SIZE = 10.0  # jobs, where no establishment of the ownership is published anywhere


def expected(cells, tree, values):
    """Jobs expected of each cell from its establishments alone: an array of the shape (n,).

    Establishments times the average size in the state, else in the nation (of the nearest year
    there is), else of the published cells of the coarser industry. A cell with 5- or 6-digit
    children is the sum of theirs, the published ones as they are.
    """
    establishments = np.maximum(np.nan_to_num(cells.establishments.to_numpy(float)), SMALLEST)
    sizes = reference_rates(cells, values, cells.establishments.to_numpy(float))
    guess = np.where(np.isnan(values), establishments * sizes, values)
    for depth in range(DEPTH["naics6"], FINEST, -1):
        guess = from_children(guess, tree, establishments, values, depth)
    return fill(np.maximum(guess, SMALLEST), cells, values, establishments)


def from_children(guess, tree, establishments, values, depth):
    """Replace guesses of suppressed parents by the sums of their children at `depth`."""
    parent = np.where(tree.depth == depth, tree.parent, -1)
    held = total(parent, establishments)
    sums = total(parent, guess)  # not a number where one child has no guess
    close = np.abs(held - establishments) <= np.maximum(2, 0.1 * establishments)
    usable = np.isnan(values) & (held > 0) & close & ~np.isnan(sums)
    return np.where(usable, sums * establishments / np.maximum(held, SMALLEST), guess)


def reference_rates(cells, values, units):
    """Values per unit (jobs per establishment, wages per job) in the area around: shape (n,).

    The state's where it is published, else the nation's of the nearest year there is.
    """
    names = ["area", "year", "ownership", "level", "industry"]
    rows = cells[names].reset_index(drop=True)
    outer = {area: around(area) for area in rows.area.unique()}
    known = ~np.isnan(values) & (units > 0) & rows.area.isin({*outer.values(), NATION}).to_numpy()
    table = rows[known].assign(rate=values[known] / units[known])
    rates = looked_up(rows.assign(area=rows.area.map(outer)), table, names)
    for year in nearest_years(rows, table):
        national = table[(table.area == NATION) & (table.year == year)]
        found = looked_up(rows, national, names[2:])
        rates = np.where(np.isnan(rates), found, rates)
    return rates


def looked_up(rows, table, names):
    """The rate of each row in a table of rates with the same names; not a number for none."""
    both = pd.concat([table[names], rows[names]], ignore_index=True)
    number = numbered(*(both[name] for name in names))
    rates = np.full(number.max(initial=-1) + 1, np.nan)
    rates[number[: len(table)]] = table["rate"].to_numpy()
    return rates[number[len(table) :]]


def nearest_years(rows, table):
    """The years of the nation's figures, those nearest to the rows' first."""
    middle = rows.year.median()
    return sorted(table.loc[table.area == NATION, "year"].unique(), key=lambda y: abs(y - middle))


def fill(guess, cells, values, establishments):
    """Guesses for rows without a reference: average sizes of published cells of their kind."""
    known = ~np.isnan(values)
    for length in (3, 2, 0):
        if not np.isnan(guess).any():
            break
        group = numbered(cells.ownership, cells.level, beginning(cells.industry, length))
        jobs = np.bincount(group, weights=np.where(known, values, 0))
        places = np.bincount(group, weights=np.where(known, establishments, 0))
        with np.errstate(invalid="ignore", divide="ignore"):
            guess = np.where(np.isnan(guess), establishments * (jobs / places)[group], guess)
    guess = np.where(np.isnan(guess), establishments * UNKNOWN_SIZE, guess)
    return np.maximum(guess, SMALLEST)
