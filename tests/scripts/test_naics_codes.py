"""The reference table of codes, derived anew from the real files."""

import csv
from pathlib import Path

from scripts import naics_codes

REFERENCE = Path(__file__).parents[2] / "analytics/reference/naics_codes.csv"


def test_the_table_is_what_the_files_say(data_dir):
    with REFERENCE.open(newline="") as file:
        held = [[code, int(first), int(last)] for code, first, last in list(csv.reader(file))[1:]]
    assert naics_codes.table(data_dir) == held


def test_revisions_that_follow_one_another_are_one_run():
    assert naics_codes.runs([2002, 2007, 2017, 2022]) == [[2002, 2007], [2017, 2022]]
