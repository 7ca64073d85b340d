"""Files of the Bureau of Labor Statistics, fetched whole or not at all.

Addresses: BLS, "QCEW Open Data Access: CSV Data Slices" (an area's annual averages; the most recent
years) and "QCEW Data Files" (the national single file of a year, as a ZIP archive; all years).
One request at a time with a pause after each; what breaks off is continued where it stopped.
"""

import csv
import functools
import time
import zipfile
from collections import deque
from dataclasses import dataclass
from pathlib import Path

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

HOST = "https://data.bls.gov"
SLICE = "/cew/data/api/{year}/a/area/{area}.csv"
ARCHIVE = "/cew/data/files/{year}/csv/{year}_annual_singlefile.zip"

TIMEOUT = (10, 120)  # seconds to connect, and between two pieces of an answer
PIECE = 16 * 1024  # bytes; of what breaks off, less than one piece is lost
BUSY = (429, 500, 502, 503, 504)
BROKEN_OFF = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
)
FIRST_COLUMN = "area_fips"


class Missing(Exception):
    """The server has no such file: the year is not out yet, or the area is not in it."""


class Refused(Exception):
    """What came is not the file that was asked for; it was not kept. The text says what it was."""


@dataclass
class Bls:
    """One polite client of the server; `contact` tells it whom to write to."""

    host: str = HOST
    pause: float = 1.0  # seconds after each request
    tries: int = 5  # for each file, when the connection breaks or the server is busy
    wait: float = 1.0  # seconds before the second try; twice as long before each further one
    contact: str = ""
    timeout: tuple = TIMEOUT

    def __post_init__(self):
        self.session = requests.Session()
        # A server that is busy is asked again here, a broken connection in `fetch`.
        again = Retry(
            total=None,
            connect=0,
            read=0,
            status=self.tries,
            backoff_factor=self.wait,
            status_forcelist=BUSY,
            respect_retry_after_header=True,
        )
        self.session.mount(self.host, HTTPAdapter(max_retries=again))
        words = f"Clusterwise/0.1 ({self.contact})" if self.contact else "Clusterwise/0.1"
        self.session.headers["User-Agent"] = words

    def fetch_slice(self, year, area, path):
        """The annual averages of an area, as CSV. Raises Missing, Refused, RequestException."""
        self.fetch(SLICE.format(year=year, area=area), path, is_slice)

    def fetch_archive(self, year, path):
        """The national single file of a year, as ZIP. Raises as `fetch_slice` does."""
        self.fetch(ARCHIVE.format(year=year), path, is_archive)

    def has_slices(self, year):
        """True if the server has slices by area of that year at all. Raises RequestException."""
        address = self.host + SLICE.format(year=year, area="US000")
        with self.session.get(address, stream=True, timeout=self.timeout) as answer:
            time.sleep(self.pause)
            if answer.status_code == requests.codes.not_found:
                return False
            answer.raise_for_status()
            return True

    def fetch(self, address, path, is_right):
        """Fetch a file aside, look at it, and only then put it in its place."""
        part = path.with_name(path.name + ".part")
        part.parent.mkdir(parents=True, exist_ok=True)
        for attempt in range(1, self.tries + 1):
            try:
                self.read_on(address, part)
                break
            except BROKEN_OFF:
                if attempt == self.tries:
                    raise
                time.sleep(self.wait * 2 ** (attempt - 1))
            finally:
                time.sleep(self.pause)
        tag_of(part).unlink(missing_ok=True)
        if not is_right(part):
            part.unlink()
            raise Refused(address)
        part.replace(path)

    def read_on(self, address, part):
        """Read the file to its end, from where an earlier try stopped if it is still the same."""
        with self.session.get(
            self.host + address, headers=resumed(part), stream=True, timeout=self.timeout
        ) as answer:
            if answer.status_code == requests.codes.not_found:
                raise Missing(address)
            if answer.status_code == requests.codes.range_not_satisfiable:
                tag_of(part).unlink()
                raise requests.ConnectionError(f"{address} is begun anew")
            answer.raise_for_status()
            on = answer.status_code == requests.codes.partial_content
            tag_of(part).write_text(answer.headers.get("ETag", ""))
            with part.open("ab" if on else "wb") as file:
                for piece in answer.iter_content(PIECE):
                    file.write(piece)


def resumed(part):
    """The headers that ask for the rest of a file, if the server's is still the one begun."""
    tag = tag_of(part)
    begun = part.stat().st_size if part.exists() else 0
    known = tag.read_text() if begun and tag.exists() else ""
    # What is read is counted as it is stored, so no compression on the way.
    plain = {"Accept-Encoding": "identity"}
    if not known:
        return plain
    return plain | {"Range": f"bytes={begun}-", "If-Range": known}


def tag_of(part):
    return part.with_name(part.name + ".etag")


def is_slice(path):
    """True if the file begins as every layout of BLS does, and does not end within a line.

    A server that names no length and hangs up leaves a file that looks whole to the client.
    """
    with path.open(newline="", encoding="utf-8-sig", errors="replace") as file:
        header = file.readline().split(",")
        last = next(iter(deque(file, maxlen=1)), "")
    begins = header[0].strip('"') == FIRST_COLUMN
    return begins and (not last or len(next(csv.reader([last]))) == len(header))


def is_archive(path):
    """True if the file is a ZIP archive whose members are whole."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return archive.testzip() is None


@dataclass(frozen=True)
class Step:
    """One file of a download and what became of it: fetched, known, missing or failed."""

    year: int
    area: str
    outcome: str
    path: Path
    why: str = ""


def download(bls, areas, years, folder):
    """Fetch the areas of the years, as slices or as the year's archive; yields a Step for each.

    What is there already is not asked for again. A year without slices comes as the archive of
    all areas; one that has neither is missing.
    """
    for year in years:
        yield from year_steps(bls, year, areas, folder)


def year_steps(bls, year, areas, folder):
    archive = folder / f"{year}_annual_singlefile.zip"
    if archive.exists():
        return [Step(year, "all areas", "known", archive)]
    paths = [folder / str(year) / f"{area}.csv" for area in areas]
    try:
        sliced = all(path.exists() for path in paths) or bls.has_slices(year)
    except requests.RequestException as error:
        return [Step(year, "all areas", "failed", archive, type(error).__name__)]
    if sliced:
        places = zip(areas, paths, strict=True)
        return (slice_step(bls, year, area, path) for area, path in places)
    fetch = functools.partial(bls.fetch_archive, year)
    return [attempt(year, "all areas", archive, fetch)]


def slice_step(bls, year, area, path):
    if path.exists():
        return Step(year, area, "known", path)
    return attempt(year, area, path, functools.partial(bls.fetch_slice, year, area))


def attempt(year, area, path, fetch):
    """Fetch one file and tell what became of it."""
    try:
        fetch(path)
    except Missing:
        return Step(year, area, "missing", path)
    except Refused:
        return Step(year, area, "failed", path, "the server sent something else, such as a page")
    except requests.RequestException as error:
        return Step(year, area, "failed", path, type(error).__name__)
    except OSError as error:
        return Step(year, area, "failed", path, error.strerror or type(error).__name__)
    return Step(year, area, "fetched", path)
