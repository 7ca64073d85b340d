"""A real Celery worker on the broker of this run, killed in the middle of its work."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest
from django.conf import settings

from config.celery import app
from core import jobs
from core.models import Document, Job
from tests.databases import url_of_test_database
from tests.factories.accounts import InitiativeFactory, UserFactory

PATIENCE = 40  # seconds


@pytest.mark.django_db(transaction=True)
def test_a_document_is_finished_once_although_its_worker_was_killed_in_the_middle(tmp_path):
    # Given a worker in the middle of a document
    job = jobs.request(
        "slow_document", place="central-ohio", by=UserFactory(), subject=InitiativeFactory()
    )
    with worker(tmp_path) as first:
        wait_until(lambda: step_of(job) == "At the gate")

        # When it is killed, and another is started
        os.killpg(first.pid, signal.SIGKILL)
    assert Job.objects.get(pk=job.pk).state == Job.State.RUNNING
    (tmp_path / "open").touch()
    with worker(tmp_path):
        wait_until(lambda: Job.objects.get(pk=job.pk).finished_at)

    # Then the document was begun twice and made once
    job.refresh_from_db()
    assert (job.state, job.attempts) == (Job.State.READY, 2)
    assert (tmp_path / "begun").read_text() == "once\nonce\n"
    assert (tmp_path / "passed").read_text() == "once\n"
    document = Document.objects.get()
    assert (document.job, document.pages) == (job, 1)
    with document.file.open() as file:
        assert file.read(5) == b"%PDF-"


@contextmanager
def worker(folder):
    """A worker and its pool in a process group of their own."""
    command = [sys.executable, "-m", "celery", "--app", "tests.core.slow_worker", "worker"]
    options = ["--beat", "--concurrency", "1", "--schedule", str(folder / "beat")]
    with (folder / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, *options],
            cwd=settings.BASE_DIR,
            env=environment(folder),
            start_new_session=True,
            stdout=log,
            stderr=log,
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def environment(folder):
    broker = {"url": app.conf.broker_url, "options": app.conf.broker_transport_options}
    return {
        **os.environ,
        "CLUSTERWISE_DEMO": "1",
        "DATABASE_URL": url_of_test_database(),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "TEST_BROKER": json.dumps(broker),
        "TEST_GATE": str(folder),
    }


def step_of(job):
    return Job.objects.values_list("step", flat=True).get(pk=job.pk)


def wait_until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "the worker did not get there in time"
        time.sleep(0.1)
