"""Reading the categories of a meeting."""

from django.db.models import Count

from core.documents import digest


def of(meeting):
    """The meeting's categories in their order, each with `in_use`, its number of requirements."""
    return meeting.categories.annotate(in_use=Count("requirements")).order_by("position")


def mark(meeting):
    """Changes with the names, the order and the number of the categories, not with their use."""
    return digest(list(meeting.categories.values_list("pk", "name")))
