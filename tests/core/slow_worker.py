"""The worker of test_worker.py: `celery --app tests.core.slow_worker worker`.

It knows one kind of document, whose printing waits until the test opens a gate. Time runs fast:
a lease of one second and a sweep every second.
"""

import json
import os
import time
from datetime import timedelta
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from config.celery import app  # noqa: E402
from core import documents, jobs  # noqa: E402

KIND = "slow_document"

broker = json.loads(os.environ["TEST_BROKER"])
app.conf.broker_url = broker["url"]
app.conf.broker_transport_options = broker["options"]
app.conf.beat_schedule["sweep-jobs"]["schedule"] = 1.0
jobs.LEASE = timedelta(seconds=1)
jobs.HEARTBEAT_SECONDS = 0.2


def render(subject, report):
    folder = Path(os.environ["TEST_GATE"])
    note(folder / "begun")
    report(30, "At the gate")
    while not (folder / "open").exists():
        time.sleep(0.05)
    note(folder / "passed")
    return "Slow document", "<html lang='en'><title>Slow document</title><p>Done.</p></html>"


def note(path):
    with path.open("a") as file:
        file.write("once\n")


documents.register(
    KIND,
    title="Slow document",
    permission="accounts.enter",
    basis=lambda subject: [subject.pk],
    render=render,
)
