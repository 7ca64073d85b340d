"""Times in words, where a named date format is not enough, and calendar months."""

from calendar import monthrange

from django.utils import timezone
from django.utils.formats import date_format


def weekday(day):
    """A date or a local time as a day to keep free: "Friday, November 20, 2026"."""
    return f"{date_format(day, 'l')}, {date_format(day, 'DATE_FORMAT')}"


def appointment(moment):
    """When to be there, in the current zone: "Friday, November 20, 2026, 9:00 AM EST"."""
    local = timezone.localtime(moment)
    return f"{weekday(local)}, {date_format(local, 'TIME_FORMAT')} {local:%Z}"


def moment(at, initiative):
    """The same in the initiative's zone, with the zone's name."""
    with timezone.override(initiative.zone):
        return f"{appointment(at)} ({initiative.time_zone})"


def add_month(day):
    """The same day of the next month, or that month's last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))
