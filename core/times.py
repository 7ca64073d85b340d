"""Times in words, where a named date format is not enough."""

from django.utils import timezone
from django.utils.formats import date_format


def appointment(moment):
    """When to be there, in the current zone: "Friday, November 20, 2026, 9:00 AM EST"."""
    local = timezone.localtime(moment)
    return f"{date_format(local, 'l')}, {date_format(local, 'DATETIME_FORMAT')} {local:%Z}"
