"""How many jobs a suppressed cell is likely to have, before any total is looked at.

A regression with shrunken group effects (industry, area, industry group within area), fitted to
the logarithm of published over expected jobs. Its variance falls with the number of establishments.
Constants were chosen on draws other than those that the estimates are judged on.
"""

from dataclasses import dataclass

import numpy as np

from analytics.estimates.numbers import beginning, numbered

LEAST = 0.4  # jobs: stands for a published zero in a logarithm
WIDEST = 2.5  # a residual further out counts as this
VARIANCE = (0.03, 0.45)  # of the logarithm: always there, and for one establishment
YEARLY = 0.02  # what a year adds to the variance of the same cell's value in another year
SWEEPS, ROUNDS = 6, 3
# Shrinkage: how much precision a group needs before half of its own mean is believed.
INDUSTRY, GROUP, AREA, AREA_SECTOR, AREA_GROUP = 20, 30, 8, 12, 30
MIDDLE_TOTAL, MIDDLE_SIZE = 11.0, 2.3  # logarithms around which slopes are taken


@dataclass(frozen=True)
class Prior:
    """Of the logarithm of jobs: mean and variance, arrays of the shape (n,)."""

    mean: np.ndarray
    variance: np.ndarray


def priors(cells, values, expected):
    """The Prior of all cells (n rows; meant for those at 4 digits and coarser).

    `values` are published jobs, not a number where suppressed; `expected` comes from `sizes`.
    """
    establishments = np.maximum(np.nan_to_num(cells.establishments.to_numpy(float)), 0.5)
    variance = VARIANCE[0] + VARIANCE[1] / establishments
    known = ~np.isnan(values) & (cells.establishments.to_numpy(float) > 0)
    known &= (cells.level == "naics4").to_numpy()
    residual = np.log(np.maximum(values, LEAST) / expected)
    residual = np.where(known, np.clip(residual, -WIDEST, WIDEST), np.nan)
    traits = traits_of(cells, values, expected, establishments)
    shift = regression(residual, 1 / variance, traits, groups_of(cells))
    return with_other_years(
        cells, values, establishments, Prior(np.log(expected) + shift, variance)
    )


def traits_of(cells, values, expected, establishments):
    """What sizes depend on everywhere: number and size of workplaces, size of the area."""
    count = np.log(establishments)
    size = np.log(expected / establishments) - MIDDLE_SIZE
    area = np.log(area_totals(cells, values)) - MIDDLE_TOTAL
    return np.column_stack([np.ones(len(count)), count, area, size, area * size, count**2, area**2])


def area_totals(cells, values):
    """All covered employment of each row's area and year; the sum of its cells where missing."""
    place = numbered(cells.area, cells.year)
    tops = (cells.level == "total").to_numpy() & ~np.isnan(values)
    fine = (cells.level == "naics4").to_numpy() & ~np.isnan(values)
    size = place.max(initial=-1) + 1
    top = np.bincount(place[tops], weights=values[tops], minlength=size)
    sums = np.bincount(place[fine], weights=values[fine], minlength=size)
    return np.maximum(np.where(top > 0, top, sums), 1.0)[place]


def groups_of(cells):
    """(group of each row, shrinkage) for each kind of group."""
    ownership, area = cells.ownership, cells.area
    group, sector = beginning(cells.industry, 3), beginning(cells.industry, 2)
    return [
        (numbered(ownership, cells.industry), INDUSTRY),
        (numbered(ownership, area), AREA),
        (numbered(ownership, group), GROUP),
        (numbered(ownership, area, sector), AREA_SECTOR),
        (numbered(ownership, area, group), AREA_GROUP),
    ]


def regression(residual, weight, traits, groups):
    """What the traits and the groups of each row say of its residual, known or not: (n,)."""
    known = np.flatnonzero(~np.isnan(residual))
    effects = np.zeros(len(residual))
    if not len(known):
        return effects
    trained, weight = traits[known], weight[known]
    for _round in range(ROUNDS):
        weighted = (trained * weight[:, None]).T
        slopes = np.linalg.solve(
            weighted @ trained + 1e-3 * np.eye(traits.shape[1]),
            weighted @ (residual - effects)[known],
        )
        effects = group_effects(residual[known] - trained @ slopes, weight, known, groups)
    return traits @ slopes + effects


def group_effects(residual, weight, known, groups):
    """Shrunken means of each group, one kind after the other, until they settle: (n,)."""
    effects = [np.zeros(group.max() + 1) for group, _shrinkage in groups]
    fitted = np.zeros(len(known))
    inner = [group[known] for group, _shrinkage in groups]
    for _sweep in range(SWEEPS):
        for number, (_group, shrinkage) in enumerate(groups):
            at, size = inner[number], len(effects[number])
            fitted -= effects[number][at]
            sums = np.bincount(at, weights=weight * (residual - fitted), minlength=size)
            effects[number] = sums / (np.bincount(at, weights=weight, minlength=size) + shrinkage)
            fitted += effects[number][at]
    return sum(effect[group] for effect, (group, _shrinkage) in zip(effects, groups, strict=True))


def with_other_years(cells, values, establishments, prior):
    """Let published values of the same cell in other years speak, the nearer the louder.

    Half of a change in the number of establishments (by its logarithm) is taken as one of jobs.
    """
    cell = numbered(cells.area, cells.ownership, cells.level, cells.industry)
    years = cells.year.to_numpy()
    scaled = np.log(np.maximum(values, 0.5)) - 0.5 * np.log(establishments)
    known = ~np.isnan(values) & (cells.establishments.to_numpy(float) > 0)
    sums, precision = np.zeros(len(values)), np.zeros(len(values))
    for year in np.unique(years):
        there = np.full(cell.max(initial=-1) + 1, np.nan)
        told = known & (years == year)
        there[cell[told]] = scaled[told]
        use = np.isnan(values) & (years != year) & ~np.isnan(there[cell])
        weight = 1 / (YEARLY * (np.abs(years[use] - float(year)) + 0.3))
        sums[use] += weight * (there[cell[use]] + 0.5 * np.log(establishments[use]))
        precision[use] += weight
    own = 1 / prior.variance
    return Prior((prior.mean * own + sums) / (own + precision), 1 / (own + precision))
