"""The co-chairs' letter and its reminder, as plain-text mail with the personal link."""

from django.utils.translation import gettext as _

from accounts import links
from core import mail


def invitation(record, call):
    """The letter for one invitee, in the words of the group's call."""
    return message(record, call, call.letter.subject, "invitation")


def reminder(record, call):
    """A short reminder of a letter that has not been answered."""
    subject = _("Reminder: %(subject)s") % {"subject": call.letter.subject}
    return message(record, call, subject, "reminder")


def message(record, call, subject, template):
    return mail.compose(
        to=record.person.email,
        subject=subject,
        template=f"mobilization/mail/{template}.txt",
        name=record.person.name,
        call=call,
        url=answer_address(record),
    )


def answer_address(record):
    """The address of the person's own answer page."""
    return links.for_person(record.person).url("answer", record.seat.group.cluster.slug)
