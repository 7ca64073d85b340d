"""A frozen table in words: what it rests on, and what has changed since."""

import re
from itertools import groupby
from operator import itemgetter

from django.utils.translation import gettext as _

from analytics.presenters import figures

WRITTEN = {
    "employment_end": figures.jobs,
    "growth": figures.percent,
    "lq_end": figures.quotient,
    "wage_end": figures.dollars,
}


def headings(snapshot, region):
    """[(what is compared, year before, year now)]"""
    years = snapshot.end_year, region.end_year
    return [
        (_("Jobs"), *years),
        (_("Growth a year"), *years),
        (_("Location quotient"), *years),
        (_("Average pay"), *years),
    ]


def rows(changes):
    """The industries that changed, each with its figures before and now."""
    words = {"both": "", "only_before": _("no longer there"), "only_now": _("new")}
    return [
        {
            "naics": record["naics"],
            "title": record["title"],
            "standing": words[record["standing"]],
            "is_there": record["standing"] != "only_before",
            "cells": [
                {"text": write(value), "changed": value != record[f"{name}_before"]}
                for name, write in WRITTEN.items()
                for value in (record[f"{name}_before"], record[f"{name}_now"])
            ],
        }
        for record in changes.to_dict("records")
    ]


# A source as `citation.source_line` writes it.
SOURCE = re.compile(
    r"(?P<file_name>.+), (?P<year>\d{4}), SHA-256 (?P<sha256>[0-9a-f]{64})(?:, (?P<said>.*))?",
    re.DOTALL,
)
HASH = re.compile(r"\b([0-9a-f]{8})[0-9a-f]{56}\b")


def cited(citation):
    """The citation for a page: its facts, and its files grouped by what is said of them.

    Every SHA-256 stands with its first eight characters; `whole` holds the lines as they are.
    """
    matches = [(label, text, SOURCE.fullmatch(text)) for label, text in citation]
    files = [match.groupdict("") for _label, _text, match in matches if match]
    return {
        "facts": [(label, shortened(text)) for label, text, match in matches if not match],
        "whole": [text for _label, text, match in matches if match],
        "sources": [
            {"year": year, "said": shortened(said), "files": list(group)}
            for (year, said), group in groupby(files, itemgetter("year", "said"))
        ],
    }


def shortened(text):
    return HASH.sub(r"\1", text)
