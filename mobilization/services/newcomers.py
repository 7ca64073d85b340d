"""The person whom a name at the door stands for: known to the initiative, or new to it."""

from accounts.models import Initiative, Organisation, Person
from core import names


def person_called(name, organisation, initiative):
    """The person of that name and organisation in the initiative, new if need be.

    Whoever comes to two meetings at one moment is looked for one after the other: PostgreSQL holds
    the initiative until the transaction ends, SQLite lets one write at a time.
    """
    Initiative.objects.select_for_update(no_key=True).get(pk=initiative.pk)
    employer = organisation_called(organisation, initiative) if organisation else None
    people = Person.objects.filter(initiative=initiative, organisation=employer)
    return called(name, people) or people.create(
        initiative=initiative, name=name, organisation=employer
    )


def organisation_called(name, initiative):
    organisations = Organisation.objects.filter(initiative=initiative)
    return called(name, organisations) or organisations.create(initiative=initiative, name=name)


def called(name, records):
    """The first of the records with that name, or None."""
    return next((record for record in records if names.same(record.name, name)), None)
