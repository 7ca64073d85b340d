"""`manage.py fetch_qcew`: annual averages from the Bureau of Labor Statistics, into a folder."""

import argparse
import re
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from analytics.management.options import area_codes
from analytics.models.areas import FIRST_YEAR
from analytics.sources import areas as area_names
from analytics.sources import downloads


def areas(text):
    """Codes that BLS has files for: counties, states, metropolitan areas, the nation."""
    codes = area_codes(text)
    for code in codes:
        if not area_names.is_code(code):
            raise argparse.ArgumentTypeError(f"“{code}” is no area code such as 39049 or US000.")
    return codes


def years(text):
    """1990-2024, or single years with commas between them: a sorted list."""
    found = set()
    for part in text.split(","):
        span = re.fullmatch(r"\s*(\d{4})(?:\s*-\s*(\d{4}))?\s*", part)
        if not span or int(span[1]) < FIRST_YEAR:
            raise argparse.ArgumentTypeError(f"“{part}” is no year since {FIRST_YEAR}, nor a span.")
        found |= set(range(int(span[1]), int(span[2] or span[1]) + 1))
    return sorted(found)


class Command(BaseCommand):
    help = (
        "Fetch annual averages of the QCEW from BLS into a folder: a file for each area and year, "
        "or for years without such files the national archive. What is in the folder already is "
        "not fetched again, so a run that was broken off can be repeated. Import the folder with "
        "import_qcew."
    )

    def add_arguments(self, parser):
        parser.add_argument("--areas", required=True, type=areas, help="39041,39049,US000")
        parser.add_argument("--years", required=True, type=years, help="1990-2024 or 2016,2023")
        parser.add_argument("--output", required=True, type=Path, help="the folder")
        parser.add_argument("--contact", default="", help="an e-mail address that BLS may write to")
        parser.add_argument("--pause", type=float, default=1.0, help="seconds after each request")
        parser.add_argument("--host", default=downloads.HOST, help=argparse.SUPPRESS)

    def handle(self, *, areas, output, host, pause, contact, **options):
        bls = downloads.Bls(host=host, pause=pause, wait=pause, contact=contact)
        counts = dict.fromkeys(("fetched", "known", "missing", "failed"), 0)
        for step in downloads.download(bls, areas, options["years"], output):
            counts[step.outcome] += 1
            self.tell(step, counts, len(areas) * len(options["years"]))
        self.stdout.write(
            "Fetched {fetched}, known already {known}, not published {missing}, "
            "failed {failed}.".format(**counts)
        )
        if counts["failed"]:
            raise CommandError("Some files failed. Repeat the command: it fetches only those.")

    def tell(self, step, counts, total):
        words = {
            "fetched": str(step.path),
            "known": f"{step.path} was there",
            "missing": "BLS has not published it, or not for this area",
            "failed": f"not kept: {step.why}",
        }
        stream = self.stderr if step.outcome == "failed" else self.stdout
        done = sum(counts.values())
        stream.write(f"[{done}/{total}] {step.year} {step.area}: {words[step.outcome]}")
