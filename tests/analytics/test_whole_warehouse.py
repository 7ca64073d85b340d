"""The warehouse stays whole: imports by processes that race, are killed, or find a full disk."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from analytics import importer, warehouse
from analytics.models import Dataset
from analytics.services import datasets
from analytics.warehouse import files
from tests.databases import url_of_test_database
from tests.samples import qcew

pytestmark = pytest.mark.django_db(transaction=True)

# Each line that comes in is one import, done by a child of its own: the JSON of the path, of the
# step at which it kills itself, and of the largest file that it may write, in bytes. All lines of
# one batch run at once; the answer is a line for each, what became of it.
PROGRAM = """
import json, os, resource, signal, sys
import django
django.setup()
from django.db.models.signals import post_save
from analytics import importer
from analytics.models import Dataset
from core.problems import Problem
from pathlib import Path

def work(path, kill_at, limit):
    def report(percent, step):
        if step == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
    if kill_at == "row":
        kill = lambda **saved: os.kill(os.getpid(), signal.SIGKILL)
        post_save.connect(kill, sender=Dataset, weak=False)
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return "new" if importer.import_file(Path(path), report=report).new else "known"

def child(answers, order):
    try:
        said = work(**order)
    except Problem as problem:
        said = problem.code
    os.write(answers, (said + "\\n").encode())
    os._exit(0)

for batch in map(json.loads, sys.stdin):
    answers, told = os.pipe()
    children = {os.fork() or child(told, order) for order in batch}
    os.close(told)
    killed = sum(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) < 0 for pid in children)
    said = os.read(answers, 1 << 16).decode().split()
    os.close(answers)
    print(json.dumps(sorted(said + killed * ["killed"])), flush=True)
"""


@pytest.fixture
def program():
    """Imports in processes: a function of a batch of orders that returns what became of them."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "CLUSTERWISE_DEMO": "1",
        "DATABASE_URL": url_of_test_database(),
        "WAREHOUSE_DIR": str(settings.WAREHOUSE_DIR),
    }
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        cwd=settings.BASE_DIR,
        env=environment,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:

        def run(*orders):
            process.stdin.write(json.dumps(orders) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield run
        process.stdin.close()


def order(path, *, kill_at="", limit=0):
    return {"path": str(path), "kill_at": kill_at, "limit": limit}


def stored():
    """{folder of the warehouse: how many files are in it}, of those that are not empty."""
    held = [path.parent.name for path in settings.WAREHOUSE_DIR.rglob("*") if path.is_file()]
    return {folder: held.count(folder) for folder in held}


def assert_whole(count):
    """So many data sets, each with its files as they were recorded, and no table of nobody."""
    assert Dataset.objects.count() == count
    assert [datasets.verify(dataset=dataset) for dataset in Dataset.objects.all()] == count * [[]]
    assert {path.stem for path in (settings.WAREHOUSE_DIR / "tidy").glob("*")} >= {
        str(dataset.key) for dataset in Dataset.objects.all()
    }


def test_processes_race_are_killed_and_run_out_of_disk(program, tmp_path, monkeypatch):
    """One program for all, as it takes long to start; every part begins where the last ended."""
    counties = ("39041", "39045", "39049", "39047")
    paths = [
        qcew.write_annual(tmp_path / f"{area}.csv", qcew.cells_of(area, 2016)) for area in counties
    ]
    first, second, third, fourth = paths

    # Killed before anything is written, while it is, before it is recorded, and with its row
    # written and not committed: nobody finds anything.
    for step in ("check", "write", "record", "row"):
        assert program(order(first, kill_at=step)) == ["killed"]
        assert_whole(0)
    # Aside are the raw copy of "write" and the tidy file of "record"; "row" left both in place.
    assert stored() == {"raw": 1, "aside": 2, "tidy": 1}

    # What they left is no hindrance, and is swept away without harm to what is recorded.
    assert program(order(first)) == ["new"]
    monkeypatch.setattr(files, "ABANDONED_AFTER", -1)
    importer.sweep()
    assert stored() == {"raw": 1, "tidy": 1}
    assert_whole(1)

    # Eight at once, of the same file and of others; one of them is killed on the way.
    orders = [order(path) for path in (second, second, second, third, third, first, fourth)]
    answers = program(*orders, order(third, kill_at="record"))
    assert answers == sorted([*3 * ["new"], *4 * ["known"], "killed"])
    importer.sweep()
    assert stored() == {"raw": 4, "tidy": 4}
    assert_whole(4)


def test_a_full_disk_is_said_and_leaves_nothing_wherever_it_is_met(program, tmp_path):
    kept = importer.import_file(
        qcew.write_annual(tmp_path / "a.csv", qcew.cells_of("39049", 2016))
    ).dataset
    before = stored()
    cells = [
        qcew.Cell("39041", "5", str(code), 2016, employment=code * code % 9973)
        for code in range(1000, 4000)
    ]
    large = qcew.write_annual(tmp_path / "large.csv", cells)
    tidy = importer.import_file(large)
    size = warehouse.tidy_path(tidy.dataset.key).stat().st_size
    datasets.remove(dataset=tidy.dataset, by=None)
    assert stored() == before

    # No room for the tidy file; for that one, but not for the raw one.
    for limit in (size // 2, 2 * size):
        assert limit < large.stat().st_size
        assert program(order(large, limit=limit)) == ["disk_full"]
        assert stored() == before
        assert_whole(1)
    assert kept == Dataset.objects.get()

    # Room for both, but none for the row where the database is a file. (Its first page is
    # within the limit, the journal and the others are not.)
    small = qcew.write_annual(tmp_path / "small.csv", qcew.GOOD_CELLS, columns=15)
    on_disk = connection.vendor == "sqlite"
    assert program(order(small, limit=8_000)) == ["disk_full" if on_disk else "new"]
    assert_whole(1 if on_disk else 2)
    assert stored()["tidy"] == (1 if on_disk else 2)

    # As soon as there is room the same files are taken.
    assert program(order(large), order(small)) == sorted(["new", "new" if on_disk else "known"])
    assert_whole(3)
