"""Runs the whole suite on SQLite, and again on PostgreSQL with Redis where they answer.

The last lines say which runs ran, whether the real data was there, and the sum of all runs.
Arguments are passed on to pytest.
"""

import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import redis

BASE_DIR = Path(__file__).resolve().parent.parent
POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgres://postgres@127.0.0.1:5432/test")
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/0")
DATA_DIR = Path(os.environ.get("CLUSTERWISE_DATA_DIR", BASE_DIR / "../shared/data"))
ON_CI = os.environ.get("CI", "").lower() == "true"


@dataclass
class Run:
    """One run of the suite; `obstacle` says why it cannot run here."""

    name: str
    environment: dict
    obstacle: str = ""
    broken: bool = False
    counts: dict = field(default_factory=lambda: {"passed": 0, "failed": 0, "skipped": 0})


def main(arguments):
    runs = [
        Run("SQLite, file-system broker", {}),
        Run(
            "PostgreSQL, Redis",
            # The pages look the same on every database: pictures and scans are taken once.
            {"DATABASE_URL": POSTGRES, "TEST_BROKER_URL": REDIS, "TEST_PICTURES": "none"},
            obstacle=what_is_missing(),
        ),
    ]
    for run in runs:
        if not run.obstacle:
            run_suite(run, arguments)
    return report(runs)


def what_is_missing():
    """Why the second run is impossible, or an empty string."""
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.Error as error:
        return f"PostgreSQL does not answer at TEST_DATABASE_URL ({str(error).splitlines()[0]})"
    try:
        with redis.Redis.from_url(REDIS, socket_connect_timeout=3) as client:
            client.ping()
    except redis.RedisError as error:
        return f"Redis does not answer at TEST_REDIS_URL ({error})"
    return ""


def run_suite(run, arguments):
    print(f"=== {run.name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        results = Path(folder) / "results.xml"
        command = [sys.executable, "-m", "pytest", "-n", "2", "--dist", "worksteal"]
        command += [f"--junit-xml={results}", *arguments]
        code = subprocess.run(command, cwd=BASE_DIR, env=clean(run.environment)).returncode
        run.broken = code != 0
        if results.exists():
            run.counts = count(results)


def clean(additions):
    """The environment without what a developer's shell may say about a running server."""
    servers = {"DATABASE_URL", "TEST_BROKER_URL", "CELERY_BROKER_URL", "CLUSTERWISE_DEMO"}
    kept = {key: value for key, value in os.environ.items() if key not in servers}
    return {**kept, **additions}


def count(results):
    """Tests passed, failed (errors included) and skipped, from pytest's JUnit file."""
    suite = ElementTree.parse(results).getroot().find("testsuite")
    tests, failures, errors, skipped = (
        int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")
    )
    failed = failures + errors
    return {"passed": tests - failed - skipped, "failed": failed, "skipped": skipped}


def report(runs):
    print()
    for run in runs:
        print(f"{run.name}: {f'skipped, {run.obstacle}' if run.obstacle else in_words(run.counts)}")
    found = "read from" if DATA_DIR.is_dir() else "skipped, not found at"
    print(f"Real data: {found} CLUSTERWISE_DATA_DIR ({DATA_DIR})")
    missing = ON_CI and any(run.obstacle for run in runs)
    if missing:
        print("CI=true asks for every run, so a skipped one counts as a failure.")
    total = {key: sum(run.counts[key] for run in runs) for key in ("passed", "failed", "skipped")}
    total["failed"] += missing
    print(in_words(total))
    return 1 if missing or total["failed"] or any(run.broken for run in runs) else 0


def in_words(counts):
    return ", ".join(f"{number} {word}" for word, number in counts.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
