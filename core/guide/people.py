"""Rules for who takes part: Leadership Group, support team, cluster groups."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.guide.lights import AMBER, GREEN, Advice, between


def leadership_group(members):
    """The Leadership Group has 20 to 25 members in total (Part II, Step 1)."""
    sentence = ngettext(
        "The Leadership Group has %(count)d member; the Guide asks for 20 to 25.",
        "The Leadership Group has %(count)d members; the Guide asks for 20 to 25.",
        members,
    )
    return Advice(between(members, 20, 25), sentence % {"count": members}, _("Part II, Step 1"))


def leadership_before_groups(members, team):
    """Leadership Group and support team stand before the cluster groups (Part II, Step 1)."""
    ready = members > 0 and team > 0
    sentence = (
        _("Leadership Group and support team are there, so cluster groups can be called.")
        if ready
        else _("Name the Leadership Group and the support team before you call cluster groups.")
    )
    return Advice(GREEN if ready else AMBER, sentence, _("Part II, Step 1"))


def co_chairs(count):
    """Two to three co-chairs per cluster (Part II, Step 3)."""
    sentence = ngettext(
        "The group has %(count)d co-chair; the Guide asks for two or three.",
        "The group has %(count)d co-chairs; the Guide asks for two or three.",
        count,
    )
    return Advice(between(count, 2, 3), sentence % {"count": count}, _("Part II, Step 3"))


def invitees(count):
    """30 to 50 invitees per cluster (Part II, Step 3)."""
    sentence = ngettext(
        "%(count)d person is on the invitation list; the Guide asks for 30 to 50.",
        "%(count)d people are on the invitation list; the Guide asks for 30 to 50.",
        count,
    )
    return Advice(between(count, 30, 50), sentence % {"count": count}, _("Part II, Step 3"))


def participants(count):
    """15 to 20 participants at the first meeting (Part II, Step 3)."""
    sentence = ngettext(
        "%(count)d person will come; the Guide aims at 15 to 20.",
        "%(count)d people will come; the Guide aims at 15 to 20.",
        count,
    )
    return Advice(between(count, 15, 20), sentence % {"count": count}, _("Part II, Step 3"))


def participants_here(count):
    """15 to 20 participants at the first meeting (Part II, Step 3), as they arrive."""
    sentence = _("The Guide aims at 15 to 20 participants at the first meeting.")
    return Advice(between(count, 15, 20), sentence, _("Part II, Step 3"))
