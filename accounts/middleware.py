"""Reads the place from the URL: the initiative or the personal link, and who acts there."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from accounts import links
from accounts.models import Initiative


class Place:
    """Sets request.initiative, request.actor and the initiative's time zone before the view.

    A member's page of an initiative that they do not belong to is not found, and a personal
    link that is unknown, expired or revoked gets its own page. A view may bring a quick answer
    (`view.unchanged`) of its own, which looks itself whether the link is open.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.initiative = None
        request.link = None
        request.actor = request.user
        with timezone.override(None):
            response = self.get_response(request)
        if request.link:  # the address is a key: no cache on the way may keep the page
            add_never_cache_headers(response)
        return response

    def process_view(self, request, view, args, kwargs):
        unchanged = getattr(view, "unchanged", None)
        answer = unchanged and unchanged(request, **kwargs)
        if answer:
            return answer
        if "token" in kwargs:
            return self.enter_by_link(request, kwargs["token"])
        if "initiative" in kwargs:
            self.enter_as_member(request, kwargs["initiative"])
        return None

    def enter_by_link(self, request, token):
        link = links.find(token)
        if link is None or not leads_to(link, request.path, token):
            return render(request, "links/unknown.html", status=404)
        if link.standing != link.Standing.OPEN:
            # Whoever holds an old letter need not learn whose link it was.
            until = {"until": link.expires_at}
            return render(request, f"links/{link.standing}.html", until, status=410)
        request.link = link
        request.actor = link.person
        self.set_initiative(request, link.person.initiative)
        return None

    def enter_as_member(self, request, slug):
        initiative = Initiative.objects.filter(slug=slug).first()
        if initiative is None or not request.user.is_authenticated:
            raise Http404
        if request.user.role_in(initiative) is None:
            raise Http404
        self.set_initiative(request, initiative)

    def set_initiative(self, request, initiative):
        request.initiative = initiative
        timezone.activate(initiative.zone)


def leads_to(link, path, token):
    """Whether the address lies in the place that the link opens; a personal link opens all."""
    return path.partition(f"/{token}/")[2].startswith(link.place)
