"""Cells of one revision of NAICS on the codes of a later one."""

import pandas as pd

LINK = ["old", "new", "weight", "allocated"]


def carried(cells, links):
    """The cells on the new codes: a frame of the same columns, with `old` and `allocated`.

    `cells` has the tidy columns, `links` the columns old, new, weight and allocated (fractions;
    the weights of an old code add to 1). A cell becomes one row for each new code that holds some
    of its jobs, with its weight of the jobs and wages: sums over the rows are those over the
    cells. `allocated` is in jobs: what comes from a code that splits. A suppressed cell becomes
    suppressed rows, so that it is counted wherever it feeds; a code without a link stays as it
    is, and what has no weight feeds nothing. Source: docs/guide/bridge.md.
    """
    feeding = links[links.weight > 0]
    moved = cells.industry.isin(feeding.old)
    rows = cells[moved].rename(columns={"industry": "old"}).merge(feeding, on="old")
    rows["allocated"] *= rows.employment
    for column in ("employment", "wages"):
        rows[column] *= rows.weight
    rows = rows.rename(columns={"new": "industry"}).drop(columns="weight")
    # Sums of fractions depend on their order, so it does not depend on how areas are summed.
    rows = rows.sort_values(["industry", "old", "ownership", "area", "part"], kind="stable")
    still = cells[~moved]
    still = still.assign(old=still.industry, allocated=0.0)
    return pd.concat([still, rows], ignore_index=True)


def links_frame(links):
    """Links as a frame; `links` have the attributes old, new, weight and allocated."""
    rows = [[getattr(link, name) for name in LINK] for link in links]
    return pd.DataFrame(rows, columns=LINK).astype({"weight": float, "allocated": float})


def whole(rows, cell):
    """One row for each new cell of which every feeding cell is published: sums by `cell`.

    `rows` are those of `carried` in one year, `cell` the columns that name a cell. Where one of
    several old cells of an area and ownership is suppressed, the new cell is not known whole, and
    so is not matched with its value at the end.
    """
    groups = rows.groupby(cell, as_index=False)
    sums = groups[["employment", "wages", "allocated"]].sum(min_count=1)
    return sums[groups.cells_published.min().cells_published > 0]
