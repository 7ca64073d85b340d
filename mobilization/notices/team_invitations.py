"""Mail around joining a team later: to the absent invitee, and to the convener."""

from django.utils.translation import gettext as _

from accounts import links
from core import mail
from mobilization.notices.plans import write
from mobilization.presenters import team_letters


def letter(record, words):
    """The letter for one invitee. It names no other invitee, and nobody's address."""
    return message(record, words, team_letters.subject(words), "team_invitation")


def reminder(record, words):
    """A short reminder of a letter that has not been answered."""
    subject = _("Reminder: %(subject)s") % {"subject": team_letters.subject(words)}
    return message(record, words, subject, "team_reminder")


def message(record, words, subject, template):
    return mail.compose(
        to=record.person.email,
        subject=subject,
        template=f"mobilization/mail/{template}.txt",
        name=record.person.name,
        call=words,
        url=links.for_person(record.person).url("team_answer", record.team_id),
    )


def joined(record):
    """Tell the convener that somebody has joined."""
    write(
        record.team.convener,
        subject=_("%(name)s has joined your team: %(team)s")
        % {"name": record.person.name, "team": record.team},
        template="team_joined",
        page=("personal_team_invitees", record.team_id),
        record=record,
    )
