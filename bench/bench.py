"""`make bench`: what is slow, beside DuckDB alone or a plain pandas script in the same run.

    .venv/bin/python bench/bench.py                          minutes: three years of five states
    .venv/bin/python bench/bench.py --years 34 --states 53   the whole: an hour or two, 20 GB

Ratios travel from machine to machine where seconds do not. Real files are read from
CLUSTERWISE_DATA_DIR; national single files are made from them (bench/nation.py). It prints its
tables and writes them into bench/results.md.
"""

import argparse
import sys
import tempfile
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(BASE_DIR)]

from bench import national, region, results  # noqa: E402
from bench.files import DATA_DIR  # noqa: E402

ALL_STATES = 53


def main():
    chosen = options()
    if not DATA_DIR.is_dir():
        sys.exit(f"The bench reads real files, and there are none at {DATA_DIR}.")
    if chosen.part in (None, "region"):
        show("A region's own files", results.table(region.HEADINGS, region.rows()))
    if chosen.part in (None, "national"):
        chosen.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=chosen.folder) as folder:
            given = national.Nation(Path(folder), chosen.years, chosen.states)
            for name, text in national.sections(given):
                show(name, text)


def options():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--years", type=int, default=3, help="how many years up to 2023")
    arguments.add_argument("--states", type=int, default=5, help=f"how many; all are {ALL_STATES}")
    arguments.add_argument("--part", choices=["region", "national"], help="only this part")
    arguments.add_argument("--folder", type=Path, default=BASE_DIR / "var", help="for large files")
    return arguments.parse_args()


def show(name, text):
    text = f"{text}\n\n{results.conditions()}"
    print(f"{name}\n\n{text}\n", flush=True)
    results.write_section(name, text)


if __name__ == "__main__":
    main()
