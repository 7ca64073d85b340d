"""Hide published cells as BLS would."""

import numpy as np
import pandas as pd

from analytics.estimates.hierarchy import DEPTH, FINEST
from analytics.estimates.numbers import numbered

SHARE = 0.12
# Classes of establishments by which hidden cells are like suppressed ones.
CLASSES = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 50, 100]


def private_cells(cells):
    """True for private 4-digit cells of counties."""
    private = (cells.level == "naics4") & (cells.ownership == "5")
    return private.to_numpy() & in_counties(cells)


def in_counties(cells):
    return (cells.area.str.isdigit() & ~cells.area.str.endswith("000")).to_numpy()


def hidden(cells, tree, seed):
    """True for each row that the draw `seed` hides: shape (n,)."""
    return Draw(cells, tree).take(seed)


class Draw:
    """Cells hidden in every year at once: a cell is an area, ownership and industry."""

    def __init__(self, cells, tree):
        self.tree = tree
        self.jobs = cells.employment.to_numpy()
        self.establishments = cells.establishments.to_numpy()
        self.suppressed = np.isnan(self.jobs)
        self.cell = numbered(cells.area, cells.ownership, cells.level, cells.industry)
        self.private = private_cells(cells)
        self.county = in_counties(cells)
        self.chosen = np.zeros(self.cell.max() + 1, bool)

    def take(self, seed):
        self.chosen[self.sample(np.random.default_rng(seed))] = True
        while self.hide_further():
            pass
        return self.hidden() & ~self.suppressed

    def sample(self, random):
        """Twelve per cent of the published cells, by their establishments."""
        rows = np.flatnonzero(self.private)
        kind = np.digitize(self.establishments[rows], CLASSES)
        hidden = self.suppressed[rows]
        wanted, there = (
            np.bincount(kind[of], minlength=len(CLASSES) + 1) for of in (hidden, ~hidden)
        )
        weight = (wanted / wanted.sum()) / np.maximum(there / there.sum(), 1e-9)
        published = pd.Series(self.establishments[rows][~hidden]).groupby(self.cell[rows][~hidden])
        mean = published.mean()
        chance = pd.Series(weight[np.digitize(mean, CLASSES)], index=mean.index)
        chance = chance.clip(upper=chance.quantile(0.99))  # hardly any is published below three
        count = round(SHARE * len(mean))
        return random.choice(mean.index, count, replace=False, p=chance / chance.sum())

    def hidden(self):
        """The chosen cells, what is suppressed, and the descendants of chosen industries."""
        below = self.chosen[self.cell]
        for depth in range(FINEST + 1, DEPTH["naics6"] + 1):
            rows = np.flatnonzero((self.tree.depth == depth) & (self.tree.parent >= 0))
            below[rows] |= below[self.tree.parent[rows]]
        return below | self.suppressed

    def hide_further(self):
        """Hide what would give hidden cells away, one level a time; False if nothing would."""
        hidden = self.hidden()
        for depth in range(FINEST, 0, -1):
            if self.protect_only_children(hidden, depth):
                return True
        return any(self.hide_a_child(hidden, depth) for depth in range(1, FINEST))

    def protect_only_children(self, hidden, depth):
        """Beside an only hidden child its smallest sibling, or else its parent, is hidden too."""
        parent = np.where(self.tree.depth == depth, self.tree.parent, -1)
        count = np.bincount(parent[(parent >= 0) & hidden], minlength=len(parent))
        alone = (count == 1) & ~hidden & self.county
        siblings = self.smallest(parent, alone, hidden)
        helped = np.zeros(len(parent), bool)
        helped[parent[siblings]] = True
        left = alone & ~helped & (self.tree.depth > 0)  # the county's total stays
        return self.choose(np.concatenate([siblings, np.flatnonzero(left)]))

    def hide_a_child(self, hidden, depth):
        """Of a parent hidden by the draw, one child at least."""
        parent = np.where(self.tree.depth <= FINEST, self.tree.parent, -1)
        count = np.bincount(parent[(parent >= 0) & hidden], minlength=len(parent))
        bare = (self.tree.depth == depth) & hidden & ~self.suppressed & (count == 0)
        return self.choose(self.smallest(parent, bare, hidden))

    def smallest(self, parent, of, hidden):
        """Positions of the smallest published child with jobs of each parent in the mask `of`."""
        rows = np.flatnonzero((parent >= 0) & ~hidden & (self.jobs > 0))
        rows = rows[of[parent[rows]]]
        found = pd.DataFrame({"row": rows, "parent": parent[rows], "jobs": self.jobs[rows]})
        return found.sort_values("jobs").drop_duplicates("parent").row.to_numpy()

    def choose(self, rows):
        self.chosen[self.cell[rows]] = True
        return len(rows) > 0
