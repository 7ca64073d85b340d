"""The addresses to which the stations of the thread lead."""

from django.urls import reverse


def back(initiative, outcome):
    """The way from an outcome back to its beginnings."""
    return reverse("thread", args=[initiative.slug, outcome.pk])


def forward(group, naics):
    """The way from an industry forward to its outcomes."""
    return reverse("thread_industry", args=[group.initiative.slug, group.cluster.slug, naics])


def page_of_plan(found):
    return reverse("plan", args=[found.initiative.slug, found.pk])


def page_of_meeting(meeting):
    group = meeting.group
    return reverse("meeting", args=[group.initiative.slug, group.cluster.slug, meeting.number])


def page_of_cluster(found):
    return reverse("cluster_detail", args=[found.initiative.slug, found.slug])
