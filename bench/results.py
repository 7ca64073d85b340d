"""bench/results.md: what was measured last, one section for each part of the bench."""

import datetime
import os
import platform
import re
import time
from pathlib import Path

RESULTS = Path(__file__).parent / "results.md"
TITLE = "# What was measured\n\nWritten by `make bench`, `bench/room.py` and `bench/keyboard.py`.\n"


def write_section(name, text, path=RESULTS):
    """Replace the section called `name`, or add it at the end; the others stay as they are."""
    whole = path.read_text(encoding="utf-8") if path.exists() else TITLE
    title, *sections = re.split(r"^## ", whole, flags=re.MULTILINE)
    new = f"{name}\n\n{text.strip()}\n"
    kept = {section.split("\n", 1)[0]: section.strip() + "\n" for section in sections} | {name: new}
    parts = [title.strip() + "\n", *(f"## {section}" for section in kept.values())]
    path.write_text("\n".join(parts), encoding="utf-8")


def table(headings, rows):
    """A Markdown table; all columns but the first are figures."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def conditions():
    """When and where it was measured, and how busy the machine was then."""
    load = ", ".join(f"{figure:.1f}" for figure in os.getloadavg())
    today = datetime.datetime.now(datetime.UTC).date()
    return (
        f"Measured on {today} with {os.cpu_count()} cores ({platform.machine()}); "
        f"load average at the end {load}, a plain loop of Python {pace():.0f} ns a round."
    )


def pace(rounds=3_000_000):
    """Nanoseconds of a plain loop's round: machines differ, and one does from hour to hour."""
    begin, total = time.perf_counter(), 0
    for number in range(rounds):
        total += number & 7
    return (time.perf_counter() - begin) / rounds * 1e9
