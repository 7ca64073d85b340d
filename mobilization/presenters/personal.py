"""The personal home: one entry for each thing that waits for the person."""

from collections.abc import Callable
from dataclasses import dataclass

from accounts.models import PersonalLink


@dataclass(frozen=True)
class Entry:
    """Something a person can do or read: what, where things stand, and the way there."""

    title: str
    sentence: str
    action: str
    url: str
    urgent: bool = False


# Each noun's presenter adds its own: a function of the link that returns a list of entries.
SOURCES: list[Callable[[PersonalLink], list[Entry]]] = []


def entries(link):
    """All entries for the person of `link`; what is urgent stands first."""
    found = [entry for source in SOURCES for entry in source(link)]
    return sorted(found, key=lambda entry: not entry.urgent)
