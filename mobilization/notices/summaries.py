"""The summary of a meeting as plain-text mail: with the next invitation, and as a report."""

from django.utils.translation import gettext as _

from accounts import links
from core import mail
from mobilization.queries.summaries import co_chairs_of


def summary(person, meeting, facts):
    """The message to one person; the words are on their own page, behind their own link."""
    return mail.compose(
        to=person.email,
        subject=subject(meeting, facts),
        template="mobilization/mail/summary.txt",
        name=person.name,
        meeting=meeting,
        facts=facts,
        url=links.for_person(person).url("personal_summary", meeting.pk),
    )


def subject(meeting, facts):
    words = {"number": meeting.number, "next": meeting.number + 1, "group": meeting.group}
    if facts["next"]:
        return _("%(group)s: summary of Meeting %(number)d and call to Meeting %(next)d") % words
    return _("%(group)s: summary of Meeting %(number)d") % words


def report(person, meeting):
    """The message to a member of the Leadership Group, who answers on their own page."""
    words = {"number": meeting.number, "group": meeting.group}
    return mail.compose(
        to=person.email,
        subject=_("%(group)s: report of Meeting %(number)d to the Leadership Group") % words,
        template="mobilization/mail/report.txt",
        name=person.name,
        meeting=meeting,
        co_chairs=co_chairs_of([meeting.group_id])[meeting.group_id],
        url=links.for_person(person).url("personal_summary", meeting.pk),
    )
