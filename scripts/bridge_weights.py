"""Derives analytics/reference/bridge.csv: how jobs move between the revisions of NAICS.

usage: python -m scripts.bridge_weights DATA_DIR > analytics/reference/bridge.csv

DATA_DIR holds the Census concordances and the national employment that analytics/reference/
README.md names. One line for each 4-digit code `old` that a revision touched and each code `new`
that holds some of it: `weight` is the share of its jobs, and the weights of an old code add to 1.
`basis` says what the weight rests on:

- whole: the code does not split, so it moves whole;
- national: national private employment on both sides of the break (see `split_by_both_sides`);
- words: figures of that break are not at hand; what the concordance calls the remainder keeps
  the jobs, and the 6-digit industries within a code have the relative sizes of 2019 (see
  `split_by_words` and `sizes_before`).
"""

import csv
import sys
from collections import defaultdict
from pathlib import Path

REVISIONS = (2002, 2007, 2012, 2017, 2022)
QUARTER_2019 = "qcew_quarterly/2019q1/US000.csv"  # coded in NAICS 2017
YEAR_2016 = "qcew_computed/2016/US000.csv"  # coded in NAICS 2012, to 4 digits
YEAR_2023 = "qcew_computed/2023/US000.csv"  # coded in NAICS 2022
MONTHS = ("month1_emplvl", "month2_emplvl", "month3_emplvl")
PRIVATE, FOUR_DIGITS, SIX_DIGITS = "5", "16", "18"
COLUMNS = ["revision", "old", "new", "weight", "basis"]


# --- What the files say ---------------------------------------------------------------------


def concordance(folder, revision):
    """{old 6-digit code: {new code: the words for this piece}} of the step to a revision."""
    before = REVISIONS[REVISIONS.index(revision) - 1]
    pieces = defaultdict(dict)
    path = folder / f"naics/{before}_to_{revision}_NAICS.csv"
    with path.open(newline="", encoding="utf-8-sig") as file:
        for row in csv.reader(file):
            if row and row[0].strip().isdigit():
                pieces[row[0].strip()][row[2].strip()] = row[1].rpartition(" - ")[2].strip()
    return pieces


def national(path, level):
    """{code: private jobs in the United States}, the mean of the months where there are any."""
    jobs = defaultdict(float)
    with path.open(newline="") as file:
        for row in csv.DictReader(file):
            if row["own_code"] == PRIVATE and row["agglvl_code"] == level:
                jobs[census_code(row["industry_code"])] += jobs_of(row)
    return dict(jobs)


def census_code(code):
    """BLS parts each 6-digit industry of 238 in two, 238xx1 and 238xx2; Census has 238xx0."""
    return code[:5] + "0" if code.startswith("238") and len(code) == 6 else code


def jobs_of(row):
    if MONTHS[0] in row:
        return sum(int(row[month]) for month in MONTHS) / 3
    return float(row["annual_avg_emplvl"])


# --- How a code splits ----------------------------------------------------------------------


def split_by_both_sides(pieces, before, after):
    """{(old, new): share} of the codes that split, from the jobs before and after the break.

    What a new code has after the break, less the old codes that moved into it whole, at least
    zero, is what the codes that split can have brought; in that proportion they are shared out.
    """
    left = dict(after)
    for old, news in pieces.items():
        if len(news) == 1:
            [new] = news
            left[new] = left.get(new, 0) - before.get(old, 0)
    shares = {}
    for old, news in splits(pieces):
        brought = {new: max(0.0, left.get(new, 0)) for new in news}
        shares |= shared_out(old, brought)
    return shares


def split_by_words(pieces):
    """{(old, new): share} from words alone: the piece named by what it is not keeps everything.

    Where no piece is such a remainder ("except embroidery contractors"), equal shares.
    """
    shares = {}
    for old, news in splits(pieces):
        remainder = {new for new, words in news.items() if words.startswith("except")}
        kept = remainder or set(news)
        shares |= shared_out(old, {new: float(new in kept) for new in news})
    return shares


def splits(pieces):
    return [(old, news) for old, news in pieces.items() if len(news) > 1]


def shared_out(old, amounts):
    """{(old, new): share}, the amounts as shares of their sum."""
    whole = sum(amounts.values())
    if not whole and len({new[:4] for new in amounts}) == 1:
        amounts = dict.fromkeys(amounts, 1.0)  # it stays within one 4-digit code, however shared
        whole = len(amounts)
    return {(old, new): amount / whole for new, amount in amounts.items()}


def sizes_before(pieces, shares, after):
    """{old 6-digit code: jobs}, from the sizes of the new ones: rough, for want of figures.

    A new code's jobs are divided equally among the old codes that it has something of.
    """
    feeding = defaultdict(dict)
    for old, news in pieces.items():
        for new in news:
            share = shares.get((old, new), 0.0) if len(news) > 1 else 1.0
            if share:
                feeding[new][old] = share
    sizes = defaultdict(float)
    for new, olds in feeding.items():
        for old, share in olds.items():
            sizes[old] += after.get(new, 0) * share / sum(olds.values())
    return sizes


# --- From 6 digits to 4 ---------------------------------------------------------------------


def folded(pieces, shares, sizes):
    """{old 4-digit code: {new: weight}}: its 6-digit industries moved, each with its size."""
    moved = defaultdict(lambda: defaultdict(float))
    for old, news in pieces.items():
        for new in news:
            share = shares.get((old, new), 0.0) if len(news) > 1 else 1.0
            moved[old[:4]][new[:4]] += share * sizes.get(old, 0)
    return {old: dict(news) for old, news in moved.items()}


def first_digits(pieces):
    """The concordance between 4-digit codes."""
    short = defaultdict(dict)
    for old, news in pieces.items():
        short[old[:4]] |= {new[:4]: "" for new in news}
    return short


def table(folder):
    """The lines of the reference table as lists."""
    steps = {revision: concordance(folder, revision) for revision in REVISIONS[1:]}
    known = national(folder / QUARTER_2019, SIX_DIGITS)
    moved = {
        2022: folded(
            steps[2022],
            split_by_both_sides(steps[2022], known, national(folder / YEAR_2023, SIX_DIGITS)),
            known,
        ),
        2017: four_digit_step(folder, steps[2017]),
    }
    sizes = sizes_before(steps[2017], split_by_words(steps[2017]), known)
    for revision in (2012, 2007):
        shares = split_by_words(steps[revision])
        sizes = sizes_before(steps[revision], shares, sizes)
        moved[revision] = folded(steps[revision], shares, sizes)
    return [line for revision in REVISIONS[1:] for line in lines(revision, moved[revision])]


def four_digit_step(folder, pieces):
    """2012 to 2017 at 4 digits, because the national figures of 2016 go no deeper."""
    short = first_digits(pieces)
    before = national(folder / YEAR_2016, FOUR_DIGITS)
    shares = split_by_both_sides(short, before, national(folder / QUARTER_2019, FOUR_DIGITS))
    return {
        old: {new: shares[old, new] if len(news) > 1 else 1.0 for new in news}
        for old, news in short.items()
    }


def lines(revision, moved):
    """The lines of one step: every code that splits, merges, ends or begins."""
    feeding = defaultdict(set)
    for old, news in moved.items():
        for new in news:
            feeding[new].add(old)
    basis = "national" if revision >= 2017 else "words"
    for old, news in sorted(moved.items()):
        if set(news) == {old} and feeding[old] == {old}:
            continue
        if len(news) == 1:
            yield [revision, old, next(iter(news)), 1, "whole"]
            continue
        whole = sum(news.values())
        for new in sorted(news):
            yield [revision, old, new, news[new] / whole or 0, basis]


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(table(Path(sys.argv[1])))
