"""The bridge between revisions of NAICS: which codes feed which, with which share of their jobs.

The table is derived by scripts/bridge_weights.py; see reference/README.md and docs/guide/bridge.md.
"""

import functools
from dataclasses import dataclass

from analytics.sources import industries

BRIDGED = "bridged"
BRIDGED_BY_WORDS = "bridged by words"
WORDS = "words"  # the basis of weights for which no national figures are at hand


@dataclass(frozen=True)
class Link:
    """`weight` of the jobs of `old` stand under `new`; `allocated` is the part that rests on a
    code that splits, and `by_words` says that no national figures stand behind it.
    """

    old: str
    new: str
    weight: float
    allocated: float
    by_words: bool


@functools.cache
def step(revision):
    """{old: its links} of the codes that one revision touched."""
    found = {}
    for row in industries.read("bridge.csv"):
        if int(row["revision"]) == revision:
            weight, basis = float(row["weight"]), row["basis"]
            allocated = 0.0 if basis == "whole" else weight
            link = Link(row["old"], row["new"], weight, allocated, basis == WORDS)
            found.setdefault(link.old, []).append(link)
    return found


def same(code):
    return Link(code, code, 1.0, 0.0, False)


@functools.cache
def forward(code, old, new):
    """The links of a code from one revision to a later one, through those between: a tuple."""
    links = [same(code)]
    for revision in industries.FIRST_YEARS:
        if old < revision <= new:
            links = chained(links, revision)
    return tuple(links)


def chained(links, revision):
    """The links, one revision further; two ways to the same code become one."""
    ways = {}
    for first in links:
        for second in step(revision).get(first.new, [same(first.new)]):
            ways.setdefault(second.new, []).append(joined(first, second))
    return [
        Link(
            found[0].old,
            new,
            sum(way.weight for way in found),
            sum(way.allocated for way in found),
            any(way.by_words for way in found),
        )
        for new, found in sorted(ways.items())
    ]


def joined(first, second):
    """One way over two revisions; what either of them allocated is allocated."""
    weight = first.weight * second.weight
    allocated = weight if second.allocated else first.allocated * second.weight
    return Link(first.old, second.new, weight, allocated, first.by_words or second.by_words)


def links(start, end):
    """The links of all codes that mean something else in the end year than in the start year.

    A code without a link stays as it is. Some links have no weight: the concordance names the
    old code, and the national figures leave nothing for it.
    """
    return links_between(industries.revision_of(start), industries.revision_of(end))


@functools.cache
def links_between(old, new):
    """As `links`, between two revisions: a tuple."""
    every = [
        link
        for code, revision in sorted(industries.table())
        if revision == old
        for link in forward(code, old, new)
    ]
    moved = {code for link in every if link.old != link.new for code in (link.old, link.new)}
    return tuple(link for link in every if link.old in moved or link.new in moved)


def touched(start, end):
    """The codes of either year that a revision between the two touched: a set."""
    return {code for link in links(start, end) for code in (link.old, link.new)}


def origins(code, start, end):
    """The links that lead to a code of the end year; none where it means the same in both."""
    return [link for link in links(start, end) if link.new == code]


def successors(code, start, end):
    """The codes of the end year that hold jobs of a code of the start year."""
    return [link.new for link in links(start, end) if link.old == code and link.weight]


def comparability(code, start, end):
    """Whether a code of the end year can be compared over the bridge: a short phrase.

    A phrase of `industries`, `bridged`, or `bridged by words` where weights are without figures.
    """
    if (code, industries.revision_of(end)) not in industries.table():
        return industries.comparability(code, start, end)
    feeding = origins(code, start, end)
    if not feeding:
        return industries.comparability(code, start, end)
    return BRIDGED_BY_WORDS if any(link.by_words for link in feeding) else BRIDGED
