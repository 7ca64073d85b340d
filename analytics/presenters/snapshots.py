"""What has changed since a table was frozen, in words."""

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
