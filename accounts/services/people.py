"""The people and organisations of an initiative, and the links that let people in."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts import links, notices
from accounts.models import Organisation, Person
from core.access import ensure
from core.problems import refused_as
from core.workflow import record_move


@transaction.atomic
def add_organisation(*, initiative, name, industry="", size="", by):
    """List an organisation. Raises Problem `organisation_listed`."""
    ensure(by, "accounts.change_people", initiative)
    with refused_as("organisation_listed", name=name):
        return Organisation.objects.create(
            initiative=initiative, name=name, industry=industry, size=size
        )


@transaction.atomic
def change_organisation(*, organisation, by, **values):
    """Change name, industry or size. Raises Problem `organisation_listed`."""
    ensure(by, "accounts.change_people", organisation)
    return change(organisation, values, "organisation_listed", name=values.get("name"))


@transaction.atomic
def add_person(*, initiative, name, email="", phone="", title="", organisation=None, by):
    """List a person. Raises Problem `person_listed` where the address is somebody's already."""
    ensure(by, "accounts.change_people", initiative)
    with refused_as("person_listed", email=email):
        return Person.objects.create(
            initiative=initiative,
            name=name,
            email=email,
            phone=phone,
            title=title,
            organisation=organisation,
        )


@transaction.atomic
def change_person(*, person, by, **values):
    """Change what is known of a person. Raises Problem `person_listed`."""
    ensure(by, "accounts.change_people", person)
    return change(person, values, "person_listed", email=values.get("email"))


def change(record, values, code, **words):
    for name, value in values.items():
        setattr(record, name, value)
    with refused_as(code, **words):
        record.save(update_fields=list(values))
    return record


# What the history of a person's link calls its moves.
LINK_MOVES = {"withdraw_link": _("Link withdrawn"), "renew_link": _("New link made")}


@transaction.atomic
def withdraw_link(*, person, by):
    """Close the person's link at once; pressed twice it does nothing more."""
    ensure(by, "accounts.change_people", person)
    if links.revoke(person=person):
        record_move(person, "withdraw_link", before="open", after="revoked", by=by)


@transaction.atomic
def renew_link(*, person, by):
    """Close the person's link and make another, which is mailed to whoever has an address.

    The office does not need to see the link of somebody who has e-mail: it is their key alone.
    """
    withdraw_link(person=person, by=by)
    link = links.for_person(person)
    record_move(person, "renew_link", before="revoked", after="open", by=by)
    if person.email:
        transaction.on_commit(partial(notices.send_link, link))
    return link
