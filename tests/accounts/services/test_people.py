import pytest
from django.core.exceptions import PermissionDenied

from accounts import links
from accounts.models import Membership, Organisation, Person
from accounts.services import people, team
from core.workflow import history_of
from tests.factories.accounts import InitiativeFactory, PersonFactory, member
from tests.races import race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

OFFICE = {Membership.Role.MANAGER, Membership.Role.ADMINISTRATOR}


@pytest.mark.parametrize("role", Membership.Role)
def test_only_the_office_changes_people(role):
    person = PersonFactory()
    actor = member(person.initiative, role)
    attempts = [
        lambda: people.add_person(initiative=person.initiative, name="Ada", by=actor),
        lambda: people.change_person(person=person, name="Ada", by=actor),
        lambda: people.add_organisation(initiative=person.initiative, name="Firm", by=actor),
        lambda: people.withdraw_link(person=person, by=actor),
        lambda: people.renew_link(person=person, by=actor),
    ]

    assert [may(attempt) for attempt in attempts] == [role in OFFICE] * 5


@pytest.mark.parametrize("role", Membership.Role)
def test_only_the_manager_changes_the_team(role):
    initiative = InitiativeFactory()
    actor = member(initiative, role)

    def attempt():
        team.add(initiative=initiative, email="r@example.org", name="R", role="recorder", by=actor)

    assert may(attempt) is (role == Membership.Role.MANAGER)


def may(attempt):
    try:
        attempt()
    except PermissionDenied:
        return False
    return True


def test_two_people_may_have_no_address():
    initiative = InitiativeFactory()
    manager = member(initiative)

    for name in ("Ada", "Ben"):
        people.add_person(initiative=initiative, name=name, by=manager)

    assert Person.objects.filter(email="").count() == 2


def test_a_change_to_a_taken_address_is_refused_and_changes_nothing():
    taken = PersonFactory(email="ada@example.org")
    person = PersonFactory(initiative=taken.initiative, name="Ben", email="ben@example.org")

    with refused("person_listed"):
        people.change_person(
            person=person, name="Other", email="Ada@example.org", by=member(taken.initiative)
        )

    person.refresh_from_db()
    assert (person.name, person.email) == ("Ben", "ben@example.org")


def test_withdrawing_twice_leaves_one_row():
    person = PersonFactory()
    manager = member(person.initiative)
    links.for_person(person)

    for _press in range(2):
        people.withdraw_link(person=person, by=manager)

    assert [move.name for move in history_of(person)] == ["withdraw_link"]


@pytest.mark.django_db(transaction=True)
def test_an_organisation_added_by_many_at_once_is_listed_once():
    initiative = InitiativeFactory()
    manager = member(initiative)

    def add():
        return people.add_organisation(initiative=initiative, name="Nut & Bolt", by=manager)

    outcomes = race(*[add] * 16)

    assert Organisation.objects.count() == 1
    assert sum(isinstance(outcome, Organisation) for outcome in outcomes) == 1
