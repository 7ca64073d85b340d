"""Mail of accounts: a personal link, a welcome to the support team."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from core import mail
from core.problems import Problem


def send_link(link):
    """Mail a person their link. Raises Problem `mail_refused`."""
    person = link.person
    write(
        person.email,
        subject=_("Your page at %(initiative)s") % {"initiative": person.initiative},
        template="link",
        person=person,
        url=link.url(),
        until=link.expires_at,
    )


def welcome_to_team(membership):
    """Mail a new member of the support team the way in. Raises Problem `mail_refused`."""
    user = membership.user
    write(
        user.email,
        subject=_("The support team of %(initiative)s") % {"initiative": membership.initiative},
        template="welcome",
        membership=membership,
        sign_in=settings.PUBLIC_URL + reverse("account_login"),
        choose_password="" if user.has_usable_password() else password_address(user),
    )


def password_address(user):
    """The page where the owner of the account chooses a password, good for a few days."""
    key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return settings.PUBLIC_URL + reverse("account_reset_password_from_key", kwargs=key)


def write(to, *, subject, template, **context):
    """Send after the commit: what was stored stays, and a refusal is told in words."""
    template = f"accounts/mail/{template}.txt"
    message = mail.compose(to=to, subject=subject, template=template, **context)
    try:
        with mail.connection() as connection:
            connection.send_messages([message])
    except mail.TROUBLE:
        raise Problem("mail_refused", email=to) from None
