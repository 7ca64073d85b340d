"""The words around people: the roles somebody holds, and how their link stands."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import PersonalLink
from mobilization.models import Seat


def roles(person):
    """The roles that a person holds in the process, as short words."""
    found = [leadership(person.leadership_seat)] if hasattr(person, "leadership_seat") else []
    return found + [in_group(seat) for seat in person.seats.all()]


def leadership(seat):
    return _("Leadership Group, co-chair") if seat.is_co_chair else _("Leadership Group")


def in_group(seat):
    names = {"group": seat.group.cluster.name}
    if seat.role == Seat.Role.CO_CHAIR:
        return _("%(group)s, co-chair") % names
    return _("%(group)s, invitee") % names


def link_page(person):
    """How the person's latest link stands; its address only where it cannot be mailed."""
    link = person.links.order_by("pk").last()
    is_open = link is not None and link.standing == PersonalLink.Standing.OPEN
    return {
        "link_sentence": link_state(link),
        "link_action": link_action(person, link),
        "link_is_open": is_open,
        "link_address": link.url() if is_open and not person.email else "",
    }


def link_action(person, link):
    """What the button says: a first link is made, a later one takes its place."""
    if person.email:
        return _("Make a new link and mail it") if link else _("Make a link and mail it")
    return _("Make a new link") if link else _("Make a link")


def link_state(link):
    """The standing of a link, in a sentence."""
    if link is None:
        return _("No link has been made yet. One is made with the first letter.")
    if link.standing == PersonalLink.Standing.OPEN:
        day = date_format(timezone.localtime(link.expires_at), "DATE_FORMAT")
        return _("The link is open until %(day)s.") % {"day": day}
    if link.standing == PersonalLink.Standing.REVOKED:
        return _("The link was withdrawn. The next letter carries a new one.")
    return _("The link has expired. The next letter carries a new one.")
