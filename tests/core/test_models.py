import uuid

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import Job
from tests.factories.accounts import InitiativeFactory
from tests.factories.core import DocumentFactory, JobFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("job_progress_is_a_per_cent", {"progress": 101}),
        ("running_job_is_claimed", {"state": Job.State.RUNNING, "claim": None}),
        ("ended_job_has_its_time", {"state": Job.State.READY}),
        ("ended_job_has_its_time", {"state": Job.State.FAILED}),
        ("ended_job_has_its_time", {"finished_at": timezone.now()}),
    ],
)
def test_impossible_jobs_are_refused_by_the_database(constraint, values):
    JobFactory()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        JobFactory(**values)


def test_one_unfinished_job_per_kind_and_subject():
    subject = InitiativeFactory()
    JobFactory(subject=subject, ready=True)
    JobFactory(subject=subject, kind="another")
    JobFactory(subject=subject)

    with pytest.raises(IntegrityError), transaction.atomic():
        JobFactory(subject=subject, state=Job.State.RUNNING, claim=uuid.uuid4())

    assert Job.objects.filter(subject_id=subject.pk).count() == 3


def test_one_document_per_job():
    job = DocumentFactory().job

    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFactory(job=job)
