"""Stations of the thread between the invitations and the priority areas."""

from collections import Counter

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mobilization.presenters.thread.data import industry_name
from mobilization.presenters.thread.stations import Item, Station, dots
from mobilization.presenters.thread.ways import forward, page_of_meeting


def invitees(rows, titles, group, links=True):
    """The industries on the invitation list, for the whole group and never for a card."""
    people = sum(row.people for row in rows)
    return Station(
        kind=_("Industries on the invitation list"),
        title=invited(people),
        url=reverse("invitations", args=[group.initiative.slug, group.cluster.slug]),
        sentence=_("These are all who were invited; nobody is tied to a card or a dot."),
        items=[invitee_line(row, titles, group, links) for row in rows],
    )


def invitee_line(row, titles, group, links):
    known = row.naics in set(group.cluster.codes)
    return Item(
        industry_name(row.naics, titles) if row.naics else _("Industry not entered"),
        f"{invited(row.people)}: {', '.join(row.organisations)}"
        if row.organisations
        else invited(row.people),
        forward(group, row.naics) if links and known else "",
    )


def invited(count):
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def cards(found, meeting):
    return Station(
        kind=_("Cards behind them"),
        title=on_cards(found.cards),
        url=page_of_meeting(meeting),
        sentence=_("The words of the cards in alphabetical order, without their writers."),
        items=[*words(found.lines, _("requirement")), *words(found.visions, _("vision"))],
    )


def words(texts, what):
    """The texts, equal ones together with the number of cards that say so."""
    return [
        Item(text, f"{what}, {on_cards(count)}" if count > 1 else what)
        for text, count in Counter(texts).items()
    ]


def on_cards(count):
    return ngettext("%(count)d card", "%(count)d cards", count) % {"count": count}


def requirements(rows, meeting):
    """A list of requirements with their totals."""
    return Station(
        kind=_("Requirements and their dots"),
        title=ngettext("%(count)d requirement", "%(count)d requirements", len(rows))
        % {"count": len(rows)},
        url=page_of_meeting(meeting),
        items=[Item(row.text, dots(row.dot_count)) for row in rows],
    )


def priority(found, requirements):
    return Station(
        kind=_("Priority area"),
        title=found.name,
        url=page_of_meeting(found.meeting),
        sentence=dots(sum(row.dot_count for row in requirements)),
    )


def priorities(rows, meeting):
    return Station(
        kind=_("Priority areas"),
        title=ngettext("%(count)d area", "%(count)d areas", len(rows)) % {"count": len(rows)},
        url=page_of_meeting(meeting),
        items=[Item(row.name, dots(row.dot_count)) for row in rows],
    )
