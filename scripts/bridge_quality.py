"""Prints how good the bridge's weights are: the nation in 2023 against 2019 bridged, per code.

usage: python -m scripts.bridge_quality DATA_DIR

A Markdown table for docs/guide/bridge.md. DATA_DIR is the one of bridge_weights.py, and the
weights are those in analytics/reference/bridge.csv.
"""

import csv
import statistics
import sys
from collections import defaultdict
from pathlib import Path

from scripts import bridge_weights as derivation

TABLE = Path(__file__).parent.parent / "analytics/reference/bridge.csv"
HEADING = "| code | from | 2019, bridged | 2023 | difference | by weights | by the new size alone |"


def weights_of(revision):
    """{old: {new: weight}} of one step."""
    found = defaultdict(dict)
    with TABLE.open(newline="") as file:
        for row in csv.DictReader(file):
            if int(row["revision"]) == revision:
                found[row["old"]][row["new"]] = float(row["weight"])
    return found


def by_new_size(weights, after):
    """What the rule of thumb would do: share out by the size of the new codes."""
    rule = {}
    for old, news in weights.items():
        whole = sum(after[new] for new in news)
        rule[old] = {new: after[new] / whole for new in news}
    return rule


def bridged(weights, before):
    """{new: (jobs, the jobs of them that weights allocated)}"""
    found = defaultdict(lambda: [0.0, 0.0])
    for old, news in weights.items():
        for new, weight in news.items():
            found[new][0] += weight * before[old]
            found[new][1] += weight * before[old] * (len(news) > 1)
    return found


def comparison(folder):
    """[(code, old codes, 2019 bridged, 2023, share by weights, 2019 by the new size alone)]"""
    before = derivation.national(folder / derivation.QUARTER_2019, derivation.FOUR_DIGITS)
    after = derivation.national(folder / derivation.YEAR_2023, derivation.FOUR_DIGITS)
    weights = weights_of(2022)
    ours, rule = bridged(weights, before), bridged(by_new_size(weights, after), before)
    return [
        (
            new,
            sorted(old for old in weights if new in weights[old]),
            jobs,
            after[new],
            allocated / jobs,
            rule[new][0],
        )
        for new, (jobs, allocated) in sorted(ours.items())
    ]


def untouched(folder):
    """The median change, up or down, of the codes that the revision left as they were."""
    before = derivation.national(folder / derivation.QUARTER_2019, derivation.FOUR_DIGITS)
    after = derivation.national(folder / derivation.YEAR_2023, derivation.FOUR_DIGITS)
    broken = set(weights_of(2022)) | {row[0] for row in comparison(folder)}
    held = before.keys() & after.keys() - broken
    return statistics.median(abs(after[code] / before[code] - 1) for code in held)


def markdown(folder):
    yield HEADING
    yield "|---|---|---:|---:|---:|---:|---:|"
    for new, olds, jobs, now, share, rule in comparison(folder):
        yield (
            f"| {new} | {' '.join(olds)} | {jobs:,.0f} | {now:,.0f} | {now / jobs - 1:+.1%} "
            f"| {share:.1%} | {now / rule - 1:+.1%} |"
        )
    yield ""
    yield summary(folder)


def summary(folder):
    """The error of all codes together, beside that of the rule of thumb and plain change."""
    rows = comparison(folder)
    ours, rule = (
        sum(abs(row[3] - row[place]) for row in rows) / sum(row[3] for row in rows)
        for place in (2, 5)
    )
    return (
        f"All codes together: {ours:.1%} of the jobs of 2023 stand elsewhere than the bridge puts "
        f"them, {rule:.1%} with the new codes' size alone. Of the codes that the revision left "
        f"alone, half changed by more than {untouched(folder):.1%} between the two."
    )


if __name__ == "__main__":
    for line in markdown(Path(sys.argv[1])):
        print(line)
