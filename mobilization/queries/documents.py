"""What documents are about and which of them exist, for all groups at once."""

from django.contrib.contenttypes.models import ContentType
from django.shortcuts import get_object_or_404

from core.models import Job
from mobilization.models import ClusterGroup, Meeting


def groups_of(initiative):
    """The cluster groups with what every document names."""
    groups = ClusterGroup.objects.filter(cluster__initiative=initiative)
    return groups.select_related("cluster__initiative", "cluster__briefing", "blueprint")


def group_or_404(initiative, slug):
    """The group of the initiative's cluster with this slug."""
    return get_object_or_404(groups_of(initiative), cluster__slug=slug)


def themselves(groups):
    """{group pk: the group}, for documents that are about a cluster group."""
    return {group.pk: group for group in groups}


def meetings_of(groups, *, number):
    """{group pk: its meeting of that number}; groups without one are left out."""
    meetings = Meeting.objects.filter(group__in=groups, number=number)
    return {
        meeting.group_id: meeting
        for meeting in meetings.select_related("group__cluster__initiative")
    }


def jobs_of(initiative, kinds):
    """The jobs of these document kinds in the initiative, newest first."""
    jobs = Job.objects.filter(place=initiative.slug, kind__in=kinds)
    return jobs.select_related("document").order_by("-requested_at", "-pk")


def newest_jobs(initiative, kinds):
    """The job behind the newest finished document of each kind and subject, newest first."""
    ready = jobs_of(initiative, kinds).filter(state=Job.State.READY, document__isnull=False)
    newest = {}
    for job in ready.prefetch_related("subject"):
        newest.setdefault((job.kind, job.subject_id), job)
    return list(newest.values())


def newest_job(initiative, key, kinds):
    """The job of that id if its document is the newest of its kind and subject, else None."""
    return next((job for job in newest_jobs(initiative, kinds) if job.pk == key), None)


def last_jobs_of(group, kinds):
    """{kind: the newest job of it that is about the group}."""
    jobs = jobs_of(group.initiative, kinds).filter(
        subject_type=ContentType.objects.get_for_model(ClusterGroup), subject_id=group.pk
    )
    return {job.kind: job for job in reversed(jobs)}
