"""Jobs and what they leave behind."""

import uuid
from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from core.models import Document, Job


class JobFactory(DjangoModelFactory):
    class Meta:
        model = Job

    class Params:
        running = factory.Trait(
            state=Job.State.RUNNING,
            claim=factory.LazyFunction(uuid.uuid4),
            lease_until=factory.LazyFunction(lambda: timezone.now() + timedelta(seconds=15)),
            attempts=1,
        )
        ready = factory.Trait(
            state=Job.State.READY,
            progress=100,
            finished_at=factory.LazyFunction(timezone.now),
        )

    kind = "sample"
    place = "central-ohio"


class DocumentFactory(DjangoModelFactory):
    class Meta:
        model = Document

    job = factory.SubFactory(JobFactory, ready=True)
    file = factory.django.FileField(filename="sample.pdf", data=b"%PDF-1.7 sample")
    title = "Sample"
    pages = 1
    sha256 = "0" * 64
