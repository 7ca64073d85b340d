"""Background jobs: a row first, then a thin task that carries its id.

An app registers a kind of job with the function that does it. The function gets the job and
`report(percent, step)`, and returns a small dict that the ready page shows. A worker claims a
job by a conditional UPDATE and keeps its lease alive by a heartbeat; when the worker dies the
lease runs out and the sweep hands the job to another. Only the holder of the claim can end it,
so a job ends once, however often it was begun.
"""

import logging
import threading
import uuid
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from kombu.exceptions import OperationalError

from core.models import Job
from core.problems import Problem, add_to_catalogue

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=15)
HEARTBEAT_SECONDS = 5
MOST_ATTEMPTS = 3

add_to_catalogue(
    {
        "job_gave_up": _(
            "This was begun %(attempts)s times and the worker stopped each time before it was "
            "done. Nothing else was changed. Tell whoever runs the server; the log has the details."
        ),
    }
)


@dataclass(frozen=True)
class Kind:
    """A kind of job. `permission` is asked of the job's subject, else of its initiative.

    `home` names the section whose pages ask for such jobs; the job's page leads back there.
    """

    name: str
    title: str
    permission: str
    run: Callable
    home: str


kinds = {}


class ClaimLost(Exception):
    """Another worker holds the job now, so this one stops."""


def register(name, *, title, permission, run, home="overview"):
    """Make a kind of job known; called in AppConfig.ready."""
    kinds[name] = Kind(name, title, permission, run, home)


def request(kind, *, place, by, subject=None, **arguments):
    """Write the job's row and queue its id on commit.

    One unfinished job per kind and subject: a double click gets the job that waits already.
    """
    try:
        with transaction.atomic():
            job = Job.objects.create(
                kind=kind,
                place=place,
                requested_by=by,
                subject=subject,
                arguments=arguments,
            )
    except IntegrityError:
        waiting = unfinished().filter(
            kind=kind,
            subject_type=ContentType.objects.get_for_model(subject),
            subject_id=subject.pk,
        )
        # It may have ended between the two statements; then this is a new request after all.
        return waiting.first() or request(kind, place=place, by=by, subject=subject, **arguments)
    transaction.on_commit(lambda: enqueue(job.pk))
    return job


def enqueue(job_id):
    """Queue the job's id. Without a broker the row waits, and a later sweep queues it."""
    from core.tasks import run_job  # the task imports this module

    try:
        run_job.delay(job_id=str(job_id))
    except OperationalError:
        log.exception("The queue does not answer; job %s waits for the next sweep", job_id)


def unfinished():
    return Job.objects.filter(state__in=[Job.State.WAITING, Job.State.RUNNING])


def run(job_id):
    """Claim the job and do it; returns False where somebody else has it or it has ended."""
    claim = uuid.uuid4()
    claimed = Job.objects.filter(pk=job_id, state=Job.State.WAITING).update(
        state=Job.State.RUNNING,
        claim=claim,
        lease_until=timezone.now() + LEASE,
        attempts=models.F("attempts") + 1,
    )
    if not claimed:
        return False
    job = Job.objects.get(pk=job_id)
    with heartbeat(claim):
        work(job)
    return True


def work(job):
    """Do the job and end its row: ready with a result, or failed with a problem."""

    def report(percent, step):
        if not held(job.claim).update(progress=percent, step=str(step)):
            raise ClaimLost

    try:
        result = kinds[job.kind].run(job, report)
    except ClaimLost:
        log.warning("Job %s (%s) went on elsewhere, so it stopped here", job.pk, job.kind)
    except Problem as problem:
        values = {key: str(value) for key, value in problem.values.items()}
        end(
            job.claim,
            state=Job.State.FAILED,
            problem_code=problem.code,
            problem_values=values,
        )
    except Exception:
        log.exception("Job %s (%s) broke", job.pk, job.kind)
        end(job.claim, state=Job.State.FAILED, problem_code="job_broke")
    else:
        end(job.claim, state=Job.State.READY, progress=100, result=result or {})


def held(claim):
    return Job.objects.filter(claim=claim, state=Job.State.RUNNING)


def end(claim, **values):
    """End the job if the claim still holds; True if it did."""
    return bool(held(claim).update(finished_at=timezone.now(), **values))


@contextmanager
def heartbeat(claim):
    """Renew the lease from a thread for as long as the work goes on."""
    done = threading.Event()

    def beat():
        while not done.wait(HEARTBEAT_SECONDS):
            try:
                held(claim).update(lease_until=timezone.now() + LEASE)
            except DatabaseError:  # a busy database; the next beat comes before the lease ends
                log.exception("One heartbeat of claim %s was missed", claim)
        connection.close()

    thread = threading.Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def sweep(now=None):
    """Queue again what no living worker holds; give up after MOST_ATTEMPTS. Returns the ids."""
    now = now or timezone.now()
    lapsed = unfinished().filter(lease_until__lt=now - LEASE) | Job.objects.filter(
        state=Job.State.RUNNING, lease_until__lt=now
    )
    queued = []
    for job in lapsed:
        mine = unfinished().filter(pk=job.pk, lease_until=job.lease_until)
        if job.attempts >= MOST_ATTEMPTS:
            mine.update(
                state=Job.State.FAILED,
                finished_at=now,
                problem_code="job_gave_up",
                problem_values={"attempts": str(job.attempts)},
            )
        elif mine.update(state=Job.State.WAITING, claim=None, lease_until=now):
            enqueue(job.pk)
            queued.append(job.pk)
    return queued
