"""Invented regions whose cells add up at every level, and what suppression leaves of them."""

import random

import numpy as np
import pandas as pd

from analytics.estimates.hierarchy import above

CODES = {  # two sectors of goods, two of services, with up to three children each
    "3254": ("325411", "325412"),
    "3391": ("339112",),
    "3399": ("339910", "339920"),
    "2361": ("236115", "236116"),
    "6221": ("622110",),
    "6211": ("621111", "621112"),
    "6213": ("621310",),
    "5413": ("541310", "541330"),
    "5415": ("541511",),
}
SIZE = {code: 5 + 7 * number for number, code in enumerate(CODES)}


def cells(seed, areas=("13001", "13003", "13005", "13999"), year=2016, scale=6):
    """All cells of some counties, of their state and nothing else, with nothing suppressed."""
    draw = random.Random(seed)
    rows = {}
    for area in areas:
        for ownership in ("5", "3"):
            for code, children in CODES.items():
                for child in children:
                    count = draw.randrange(0, scale)
                    jobs = sum(draw.randrange(1, 2 * SIZE[code]) for _ in range(count))
                    if count:
                        add(rows, area, ownership, child, year, count, jobs)
                        add(rows, area[:2] + "000", ownership, child, year, count, jobs)
    return pd.DataFrame(
        [(*key, *figures) for key, figures in sorted(rows.items())],
        columns=[
            "area",
            "ownership",
            "level",
            "industry",
            "year",
            "establishments",
            "employment",
            "wages",
        ],
    )


def add(rows, area, ownership, child, year, count, jobs):
    """Count a 6-digit cell at every level above it."""
    place = ("naics6", child)
    while place:
        owner = "0" if place[0] == "total" else ownership
        figures = rows.setdefault((area, owner, *place, year), [0.0, 0.0, 0.0])
        for number, figure in enumerate((count, jobs, 40_000 * jobs)):
            figures[number] += figure
        place = above(*place)


def suppress(found, seed, share=0.5):
    """Hide a share of the cells below the total, each with all that it is the parent of."""
    draw = random.Random(seed)
    hidden = set()
    for row in found.itertuples():
        begun = any(
            (row.area, row.ownership, code) in hidden
            for code in (row.industry[:length] for length in (3, 4, 5))
        )
        chosen = row.level in ("naics3", "naics4", "naics6") and draw.random() < share
        if begun or chosen:
            hidden.add((row.area, row.ownership, row.industry))
    keys = list(zip(found.area, found.ownership, found.industry, strict=True))
    mask = np.array([key in hidden for key in keys])
    return found.assign(employment=found.employment.mask(mask), wages=found.wages.mask(mask))


def tidy_rows(cells):
    """The cells as rows of the tidy layout, for `qcew.write_tidy`."""
    rows = cells.assign(
        area_title="",
        part="",
        cells_published=cells.employment.notna().astype(int),
        cells_suppressed=cells.employment.isna().astype(int),
    )
    return [
        {name: "" if value != value else value for name, value in row.items()}
        for row in rows.to_dict("records")
    ]
