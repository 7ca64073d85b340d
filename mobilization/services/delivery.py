"""Letters on their way: each is claimed, handed to the mail server once, and noted.

What is written to is a record with a person, a process of its own and the fields of `WrittenTo`.
"""

from dataclasses import dataclass, field
from operator import attrgetter

from django.db.models import Exists, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from core import mail
from core.problems import Problem
from mobilization.queries.invitations import may_be_reminded

NAME = attrgetter("person.name")


@dataclass
class Outcome:
    """What a mailing has done so far: how many went out, and who could not be reached."""

    sent: int = 0
    refused: list = field(default_factory=list)


def mail_each(rows, send, report, name=attrgetter("name")):
    """Try each row once over one connection, by `send(row, connection, outcome)`.

    `name(row)` is who it is for. Raises Problem `mail_server_away`.
    """
    rows, outcome = list(rows), Outcome()
    try:
        with mail.connection() as connection:
            for number, row in enumerate(rows):
                report(100 * number // len(rows), name(row))
                send(row, connection, outcome)
    except mail.TROUBLE:
        raise Problem("mail_server_away", sent=outcome.sent) from None
    return outcome


def send_letter(process, letter, by, record, connection, outcome):
    """Claim, mail `letter(record)`, then note that the server took it; one letter per claim."""
    if process.claim(record, "send", by=by) is None:
        return
    trouble = hand_over(letter(record), connection)
    if trouble:
        process.claim(record, "refuse", by=by, note=reason(trouble), only_if=Q(sent_at=None))
        outcome.refused.append(record.person.name)
    else:
        sent = type(record).objects.filter(pk=record.pk)
        sent.exclude(state=record.State.LISTED).update(sent_at=timezone.now())
        outcome.sent += 1


def send_reminder(process, letter, by, record, connection, outcome):
    """Claim the day's reminder, then mail it; a refused one can be tried again at once."""
    before, due = record.reminded_at, may_be_reminded()
    if process.claim(record, "remind", by=by, only_if=due, reminded_at=timezone.now()) is None:
        return
    if hand_over(letter(record), connection):
        type(record).objects.filter(pk=record.pk).update(reminded_at=before)
        outcome.refused.append(record.person.name)
    else:
        outcome.sent += 1


def posted(process, records, by):
    """Mark the letters that went out on paper; returns the records that were marked."""
    printed = records.filter(state=records.model.State.LISTED)
    marked = [process.claim(row, "post", by=by, sent_at=timezone.now()) for row in printed]
    return [record for record in marked if record]


def put_back(process, record, going_out, by):
    """Put a doubtful letter back on the list, to be sent with the next ones.

    `going_out` are the jobs that may still be at it. Raises Problem `letters_going_out`.
    """
    idle = Q(sent_at=None) & ~Exists(going_out)
    again = process.claim(record, "send_again", by=by, only_if=idle)
    if again is None:
        raise Problem("letters_going_out", name=record.person.name)
    return again


def hand_over(message, connection):
    """The mail server's trouble with the message, or None once it took it."""
    try:
        connection.send_messages([message])
    except mail.TROUBLE as trouble:
        connection.close()  # the next message opens a fresh one
        return trouble
    return None


def reason(trouble):
    return _("The mail server refused it: %(reason)s") % {"reason": str(trouble)[:200]}


def unreached(outcome):
    """A sentence for each whose letter the mail server refused."""
    said = _("%(name)s could not be reached: check the e-mail address, then send again.")
    return [said % {"name": name} for name in outcome.refused]
