"""Derives analytics/reference/naics_codes.csv: which codes each revision of NAICS has.

usage: python -m scripts.naics_codes DATA_DIR > analytics/reference/naics_codes.csv

DATA_DIR holds the Census concordances that analytics/reference/README.md names. One line for each
code of two to six digits and each run of revisions that have it.
"""

import csv
import sys
from pathlib import Path

from scripts.bridge_weights import REVISIONS, concordance

COLUMNS = ["code", "first_revision", "last_revision"]


def codes_of(folder, revision):
    """The codes of one revision, of every length: a set."""
    if revision == REVISIONS[0]:
        six = set(concordance(folder, REVISIONS[1]))
    else:
        six = {new for pieces in concordance(folder, revision).values() for new in pieces}
    return {code[:digits] for code in six for digits in range(2, 7)}


def table(folder):
    """The lines of the table: [code, first revision, last revision]."""
    held = {revision: codes_of(folder, revision) for revision in REVISIONS}
    return [
        [code, run[0], run[-1]]
        for code in sorted(set().union(*held.values()))
        for run in runs([revision for revision in REVISIONS if code in held[revision]])
    ]


def runs(revisions):
    """Revisions that follow one another, together."""
    found = []
    for revision in revisions:
        place = REVISIONS.index(revision)
        if found and REVISIONS.index(found[-1][-1]) == place - 1:
            found[-1].append(revision)
        else:
            found.append([revision])
    return found


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerows([COLUMNS, *table(Path(sys.argv[1]))])
