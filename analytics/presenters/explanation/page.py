"""All that explains the figures of one industry, from an Inputs, as the template places it."""

from dataclasses import replace

from django.utils.translation import gettext as _

from analytics.presenters import figures
from analytics.presenters.citation import as_text, citation
from analytics.presenters.explanation import cells, formulas
from analytics.presenters.naics.choices import in_short
from analytics.presenters.naics.columns import COLUMNS, GROUPS
from analytics.presenters.naics.headings import group_labels, words_of
from analytics.presenters.naics.page import estimated
from analytics.presenters.naics.rows import comparability
from analytics.presenters.revisions import share, standing
from analytics.sources import industries


def page(inputs, *, region, choices):
    """Everything the template places, from an Inputs and what was asked, a TableChoices."""
    workings = inputs.workings
    [record] = workings.table.join(workings.ends, on="naics").to_dict("records")
    [sums] = workings.sums.to_dict("records")
    return {
        "naics": inputs.code,
        "title": record["title"],
        "choices": in_short(workings, choices),
        "groups": groups(record, sums, inputs, region, choices),
        "cells": cells.tables(inputs, region),
        "totals": cells.totals(inputs),
        "prices": prices(workings),
        "codes": codes(inputs),
        "standing": standing(record) or comparability(record["comparability"], region),
        "sources": list(enumerate(workings.sources, start=1)),
        "around": inputs.around,
        "has_estimates": bool(record["estimated_start"] + record["estimated_end"]),
        "asked": citation(replace(workings, sources=[])),
        "citation": as_text(citation(workings)),
    }


def groups(record, sums, inputs, region, choices):
    """The figures in the groups of the table's columns."""
    labels = group_labels(region, inputs.workings.base, choices.wages)
    resting = estimated(inputs.workings.sources, region)
    return [
        {
            "label": labels[group],
            "figures": [
                formulas.figure(column, record, sums, inputs, resting)
                | {"heading": words_of(column, region)}
                for column in COLUMNS
                if column.group == group
            ],
        }
        for group in GROUPS
        if group in labels
    ]


def prices(workings):
    """The price index and its two values; None where pay is nominal."""
    index, span = workings.prices, workings.span
    if index is None:
        return None
    return {
        "title": index.title,
        "years": [(year, figures.exact(index.index(year), 3)) for year in (span.start, span.end)],
        "ratio": figures.exact(span.dollar, 6),
    }


def codes(inputs):
    """The codes that feed the industry over the bridge, with their weights: a list of dicts."""
    return [
        {
            "old": link.old,
            "title": industries.title(link.old, inputs.workings.span.start),
            "weight": share(link.weight),
            "exact": figures.exact(link.weight, 6),
            "allocated": by_weights(link),
        }
        for link in inputs.links
    ]


def by_weights(link):
    """How the share of a link was found."""
    if link.by_words:
        return _("by the words of the concordance: no national figures of that break")
    if link.allocated:
        return _("by weights from national jobs before and after the break")
    return _("whole: the code does not split")
