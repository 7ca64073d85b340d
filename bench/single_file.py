"""Writes rows as BLS writes its annual single file: 38 columns, text in quotes, numbers without."""

import contextlib
import shutil
import tempfile
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

QUOTED = ("area_fips own_code industry_code agglvl_code size_code year qtr disclosure_code").split()
WEEKS = 52
MEASURES = """annual_avg_estabs annual_avg_emplvl total_annual_wages taxable_annual_wages
annual_contributions annual_avg_wkly_wage avg_annual_pay""".split()


def columns():
    """SQL of the columns from the relation `given`; what is suppressed reads 0."""
    pay = "CASE WHEN jobs > 0 THEN wages // jobs ELSE 0 END"
    values = {
        "area_fips": "area",
        "own_code": "ownership",
        "industry_code": "industry",
        "agglvl_code": "aggregation",
        "size_code": "'0'",
        "year": "year",
        "qtr": "'A'",
        "disclosure_code": "disclosure",
        "annual_avg_estabs": "establishments",
        "annual_avg_emplvl": "jobs",
        "total_annual_wages": "wages",
        "taxable_annual_wages": "wages // 4",
        "annual_contributions": "wages // 100",
        "annual_avg_wkly_wage": f"({pay}) // {WEEKS}",
        "avg_annual_pay": pay,
        "lq_disclosure_code": "disclosure",
    }
    for name in MEASURES:
        values[f"lq_{name}"] = "CAST(jobs % 400 / 100 AS DECIMAL(9, 2))"
    values["oty_disclosure_code"] = "disclosure"
    for name in MEASURES:
        values[f"oty_{name}_chg"] = "jobs % 90 - 45"
        values[f"oty_{name}_pct_chg"] = "CAST((jobs % 90 - 45) / 10 AS DECIMAL(9, 1))"
    return values


class SingleFile:
    """An open file to which areas are added; the header comes with the first."""

    def __init__(self, file, folder):
        self.file, self.part, self.header = file, folder / "part.csv", True
        self.connection = duckdb.connect()

    def write(self, area, kind, year, cells, values, hidden):
        """Add the rows of an area, or of several in `area` (n,), of one kind (7 for counties).

        `cells` (n rows) has ownership, depth and industry, `values` (n, 3) establishments, jobs
        and wages; a cell without establishments is left out.
        """
        shown = np.where(hidden[:, None], 0, values[:, 1:]).astype("int64")
        given = pd.DataFrame(
            {
                "area": area,
                "ownership": cells.ownership.to_numpy(),
                "industry": cells.industry.to_numpy(),
                "aggregation": (10 * kind + cells.depth.to_numpy()).astype(str),
                "year": str(year),
                "disclosure": np.where(hidden, "N", ""),
                "establishments": values[:, 0].astype("int64"),
                "jobs": shown[:, 0],
                "wages": shown[:, 1],
            }
        )
        given = given[given.establishments > 0]
        self.connection.register("given", given)
        select = ", ".join(f"{value} AS {name}" for name, value in columns().items())
        quoted = ", ".join([*QUOTED, "lq_disclosure_code", "oty_disclosure_code"])
        self.connection.execute(
            f"COPY (SELECT {select} FROM given ORDER BY area, ownership, aggregation, industry) "
            f"TO '{self.part}' (FORMAT csv, HEADER {self.header}, FORCE_QUOTE ({quoted}))"
        )
        self.header = False
        with self.part.open("rb") as part:
            shutil.copyfileobj(part, self.file)


@contextlib.contextmanager
def opened(path):
    """A SingleFile at a path."""
    with tempfile.TemporaryDirectory() as folder, path.open("wb") as file:
        yield SingleFile(file, Path(folder))
