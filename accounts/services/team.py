"""The support team of an initiative: who signs in, and as what."""

from functools import partial

from django.db import transaction

from accounts import notices
from accounts.models import Membership, User
from core.access import ensure
from core.problems import Problem, refused_as
from core.workflow import record_move


@transaction.atomic
def add(*, initiative, email, role, name="", by):
    """Give the account with this address a role; make the account where there is none.

    A new account has no password until its owner chooses one by the link that is mailed on
    commit; nobody else ever sees it. Raises Problem `name_missing` or `in_team_already`.
    """
    ensure(by, "accounts.change_team", initiative)
    user = User.objects.filter(email__iexact=email).first() or open_account(email=email, name=name)
    with refused_as("in_team_already", name=user.name):
        membership = Membership.objects.create(initiative=initiative, user=user, role=role)
    record_move(membership, "add", before="", after=role, by=by)
    transaction.on_commit(partial(notices.welcome_to_team, membership))
    return membership


def open_account(*, email, name):
    if not name.strip():
        raise Problem("name_missing", email=email)
    with refused_as("account_made_meanwhile", email=email):
        return User.objects.create_user(email=email, name=name)


@transaction.atomic
def remove(*, membership, by):
    """Take somebody out of the support team; project managers stay. Raises `manager_stays`."""
    ensure(by, "accounts.change_team", membership)
    if membership.role == Membership.Role.MANAGER:
        raise Problem("manager_stays", name=membership.user.name)
    record_move(membership, "remove", before=membership.role, after="", by=by)
    membership.delete()
