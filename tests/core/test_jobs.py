from datetime import timedelta

import pytest
from django.utils import timezone

from core import jobs
from core.models import Job
from core.problems import Problem
from tests.factories.accounts import InitiativeFactory, UserFactory
from tests.factories.core import JobFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kind(monkeypatch):
    """kind(function): the job kind "sample" runs it."""
    monkeypatch.setattr(jobs, "kinds", {})

    def register(run):
        jobs.register("sample", title="Sample", permission="accounts.enter", run=run)

    return register


@pytest.fixture
def queued(monkeypatch):
    """The ids that were put on the queue."""
    ids = []
    monkeypatch.setattr(jobs, "enqueue", ids.append)
    return ids


def request_sample(subject=None):
    return jobs.request("sample", place="central-ohio", by=UserFactory(), subject=subject)


def test_a_request_writes_the_row_and_queues_its_id_on_commit(
    queued, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as callbacks:
        job = request_sample()
        assert queued == []
    for callback in callbacks:
        callback()

    assert queued == [job.pk]
    assert job.state == Job.State.WAITING


def test_a_second_request_gets_the_job_that_waits_already(
    queued, django_capture_on_commit_callbacks
):
    subject = InitiativeFactory()

    with django_capture_on_commit_callbacks(execute=True):
        first, second = request_sample(subject), request_sample(subject)

    assert first == second
    assert queued == [first.pk]


def test_after_the_end_a_request_is_a_new_job(kind):
    kind(lambda job, report: None)
    subject = InitiativeFactory()
    first = request_sample(subject)
    jobs.run(first.pk)

    assert request_sample(subject) != first


def test_a_job_runs_once_and_keeps_its_result(kind):
    done = []
    kind(lambda job, report: done.append(job.pk) or {"rows": 3})
    job = request_sample()

    assert [jobs.run(job.pk), jobs.run(job.pk)] == [True, False]

    job.refresh_from_db()
    assert done == [job.pk]
    assert (job.state, job.progress, job.result) == (Job.State.READY, 100, {"rows": 3})
    assert job.attempts == 1


def test_a_report_is_seen_while_the_job_runs(kind):
    seen = []

    def work(job, report):
        report(40, "Half way")
        seen.append(Job.objects.values_list("progress", "step").get(pk=job.pk))

    kind(work)
    jobs.run(request_sample().pk)

    assert seen == [(40, "Half way")]


def test_a_problem_fails_the_job_with_its_sentence(kind):
    def work(job, report):
        raise Problem("upload_too_large", limit=7)

    kind(work)
    job = request_sample()
    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.problem_code) == (Job.State.FAILED, "upload_too_large")
    assert job.problem_values == {"limit": "7"}


def test_a_defect_fails_the_job_and_goes_to_the_log(kind, caplog):
    def work(job, report):
        raise ZeroDivisionError

    kind(work)
    job = request_sample()
    jobs.run(job.pk)

    job.refresh_from_db()
    assert (job.state, job.problem_code) == (Job.State.FAILED, "job_broke")
    assert "ZeroDivisionError" in caplog.text


def test_who_lost_the_claim_stops_and_ends_nothing(kind):
    reached = []

    def work(job, report):
        Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, claim=None)
        report(50, "Too late")
        reached.append("the end")

    kind(work)
    job = request_sample()
    jobs.run(job.pk)

    job.refresh_from_db()
    assert reached == []
    assert (job.state, job.progress, job.finished_at) == (Job.State.WAITING, 0, None)


def test_a_queue_that_does_not_answer_leaves_the_job_to_the_sweep(caplog, monkeypatch):
    from kombu.exceptions import OperationalError

    from core import tasks

    def refuse(**kwargs):
        raise OperationalError("Connection refused")

    monkeypatch.setattr(tasks.run_job, "delay", refuse)
    job = JobFactory()

    jobs.enqueue(job.pk)

    assert str(job.pk) in caplog.text


# --- The sweep ------------------------------------------------------------------------------


def test_the_sweep_hands_on_what_no_living_worker_holds(queued):
    lapsed = JobFactory(running=True, lease_until=timezone.now() - timedelta(seconds=1))
    JobFactory(running=True)
    JobFactory()

    assert jobs.sweep() == [lapsed.pk]

    lapsed.refresh_from_db()
    assert (lapsed.state, lapsed.claim) == (Job.State.WAITING, None)
    assert queued == [lapsed.pk]


def test_the_sweep_queues_again_what_the_queue_forgot(queued):
    long_ago = timezone.now() - jobs.LEASE - timedelta(seconds=1)
    forgotten = JobFactory(lease_until=long_ago)

    assert jobs.sweep() == [forgotten.pk]
    assert jobs.sweep() == []


def test_the_sweep_leaves_ended_jobs_alone(queued):
    JobFactory(ready=True, lease_until=timezone.now() - timedelta(days=1))

    assert jobs.sweep() == []


def test_a_job_whose_worker_always_dies_is_given_up(queued):
    job = JobFactory(running=True, attempts=jobs.MOST_ATTEMPTS, lease_until=timezone.now())

    assert jobs.sweep(now=timezone.now() + timedelta(seconds=1)) == []

    job.refresh_from_db()
    assert (job.state, job.problem_code) == (Job.State.FAILED, "job_gave_up")
    assert job.problem_values == {"attempts": "3"}


@pytest.mark.django_db(transaction=True)
def test_the_heartbeat_keeps_a_long_job_from_the_sweep(kind, monkeypatch, queued):
    import time

    monkeypatch.setattr(jobs, "LEASE", timedelta(seconds=0.4))
    monkeypatch.setattr(jobs, "HEARTBEAT_SECONDS", 0.05)
    swept = []

    def work(job, report):
        time.sleep(0.8)
        swept.extend(jobs.sweep())

    kind(work)
    job = JobFactory()
    jobs.run(job.pk)

    job.refresh_from_db()
    assert (swept, job.state) == ([], Job.State.READY)
