"""A station of the thread, and what all stations write alike."""

from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Item:
    """A line of a station; `url` follows the thread from there."""

    text: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Station:
    """A place on the thread: what it is, its own page, and what stands there."""

    kind: str
    title: str
    url: str = ""
    sentence: str = ""
    items: list = field(default_factory=list)


def day(moment):
    return date_format(localtime(moment), "DATE_FORMAT")


def dots(count):
    return ngettext("%(count)d dot", "%(count)d dots", count) % {"count": count}
