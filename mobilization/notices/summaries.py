"""The summary of a meeting with the next invitation, as plain-text mail."""

from django.utils.translation import gettext as _

from accounts import links
from core import mail
from mobilization.queries.later_summaries import facts_of


def summary(person, meeting):
    """The message to one person; the words are on their own page, behind their own link."""
    facts = facts_of(meeting)
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
