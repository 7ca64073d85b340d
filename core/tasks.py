"""Thin tasks: an id in, a call of `core.jobs`, nothing else."""

from celery import shared_task
from celery.signals import worker_ready

from core import jobs


@shared_task
def run_job(*, job_id):
    jobs.run(job_id)


@shared_task
def sweep_jobs():
    jobs.sweep()


@worker_ready.connect
def sweep_at_start(**kwargs):
    """What a killed worker left is taken up as soon as the next one stands."""
    jobs.sweep()
