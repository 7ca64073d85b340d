"""What a ballot on a phone shows: rendered once, as 200 phones are sent it at one moment."""

from functools import cache

from django import template
from django.template.loader import render_to_string
from django.utils.translation import get_language

from core.skeletons import Skeleton
from mobilization.presenters import votes

register = template.Library()

STAND_INS = {
    "token": "token-of-the-link",
    "meeting": 9_000_000_001,
    "pk": 9_000_000_002,
    "number": "number-on-the-list",
    "text": "text-of-the-requirement",
    "words_before": "words-of-before",
    "csrf_token": "token-of-the-form",
}


@register.simple_tag(takes_context=True)
def dots_left(context):
    """How many dots are left, as marks and in words."""
    return left(context["dots_left"], len(context["marks"]), get_language())


@cache
def left(dots, each, _language):
    return render_to_string("mobilization/meetings/_dots_left.html", votes.left(each, dots))


@register.simple_tag(takes_context=True)
def ballot_line(context, place):
    """A Place with its buttons."""
    kind = place.offer, bool(place.words_before), bool(context["dots_left"])
    return line(*kind, get_language()).fill(
        token=context["link"].token,
        meeting=context["meeting"].pk,
        csrf_token=context["csrf_token"],
        pk=place.pk,
        number=place.number,
        text=place.text,
        words_before=place.words_before,
    )


@cache
def line(offer, is_reworded, has_dots_left, _language):
    stands = STAND_INS
    place = votes.Place(
        stands["pk"],
        stands["number"],
        stands["text"],
        category="",
        offer=offer,
        words_before=stands["words_before"] if is_reworded else "",
    )
    context = {
        "place": place,
        "dots_left": has_dots_left,
        "link": {"token": stands["token"]},
        "meeting": {"pk": stands["meeting"]},
        "csrf_token": stands["csrf_token"],
    }
    return Skeleton("mobilization/room/_ballot_line.html", context, stands)
