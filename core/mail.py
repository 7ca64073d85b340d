"""Mail: plain text from a template; in the demo it is kept on the outbox page."""

from smtplib import SMTPException

from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string

from core.models import OutboxMessage

# What a mail server, or the way to it, can raise.
TROUBLE = (SMTPException, OSError)


def compose(*, to, subject, template, **context):
    """One plain-text message to one address, from DEFAULT_FROM_EMAIL."""
    return EmailMessage(subject, render_to_string(template, context).strip() + "\n", to=[to])


def connection():
    """The mailer, as a context manager that keeps its connection for many messages."""
    return mailers.default


class OutboxBackend(BaseEmailBackend):
    """Writes each message to the outbox instead of a mail server."""

    def send_messages(self, email_messages):
        OutboxMessage.objects.bulk_create(
            OutboxMessage(to=", ".join(mail.recipients()), subject=mail.subject, body=mail.body)
            for mail in email_messages
        )
        return len(email_messages)
