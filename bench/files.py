"""Real annual files as tidy cells, read by pandas alone."""

import os
from pathlib import Path

import pandas as pd

from analytics.sources import tidy

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(os.environ.get("CLUSTERWISE_DATA_DIR", BASE_DIR / "../shared/data"))
COLUMNS = {
    "area_fips": "area",
    "own_code": "ownership",
    "industry_code": "industry",
    "agglvl_code": "level",
    "year": "year",
    "annual_avg_estabs": "establishments",
    "annual_avg_emplvl": "employment",
    "total_annual_wages": "wages",
    "disclosure_code": "disclosure",
    "size_code": "size",
}


def annual(patterns):
    """The cells of all files that fit the patterns; suppressed values are not a number."""
    found = sorted(path for pattern in patterns for path in DATA_DIR.glob(pattern))
    if not found:
        raise SystemExit(f"There are no files at {DATA_DIR}.")
    text = dict.fromkeys(["area_fips", "own_code", "industry_code", "agglvl_code"], str)
    parts = [
        pd.read_csv(path, usecols=list(COLUMNS), dtype=text | {"disclosure_code": str})
        for path in found
    ]
    rows = pd.concat(parts, ignore_index=True).rename(columns=COLUMNS)
    kept = rows.ownership.isin(list("01235")) & (rows["size"] == 0)
    rows = rows[kept & rows.level.str[0].isin(list("157"))]
    levels = {str(digit): level for digit, level in enumerate(tidy.LEVELS)}
    rows = rows.assign(level=rows.level.str[1].map(levels))
    published = rows.disclosure != "N"
    rows[["employment", "wages"]] = rows[["employment", "wages"]].where(published)
    return rows.drop(columns=["disclosure", "size"]).reset_index(drop=True)
