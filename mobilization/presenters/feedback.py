"""What waits on the personal home of somebody whose team was told something."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mobilization.presenters.personal import Entry
from mobilization.queries import feedback as queries


def entries(link):
    """One entry for each of the person's teams with feedback that waits for an answer."""
    return [entry(link, team) for team in queries.waiting(link.person)]


def entry(link, team):
    sentence = ngettext(
        "%(count)d piece of feedback waits for an answer.",
        "%(count)d pieces of feedback wait for an answer.",
        team.unanswered,
    )
    merged = _("Feedback to what was merged into your team: %(team)s")
    own = _("Feedback to your team: %(team)s")
    return Entry(
        title=(merged if team.was_merged else own) % {"team": team},
        sentence=sentence % {"count": team.unanswered},
        action=_("Read and answer"),
        url=reverse("personal_feedback", args=[link.token, team.pk]),
        urgent=True,
    )
