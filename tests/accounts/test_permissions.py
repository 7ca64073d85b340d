import pytest

from accounts.models import Membership
from core.access import may
from tests.factories.accounts import InitiativeFactory, PersonFactory, member

pytestmark = pytest.mark.django_db

Role = Membership.Role


@pytest.mark.parametrize(
    ("permission", "holders"),
    [
        ("accounts.enter", set(Role.values)),
        ("accounts.change_team", {Role.MANAGER}),
        ("accounts.change_people", {Role.MANAGER, Role.ADMINISTRATOR}),
    ],
)
def test_who_holds_a_permission_in_the_initiative_and_nowhere_else(permission, holders):
    here, elsewhere = InitiativeFactory(), InitiativeFactory()
    team = {role: member(here, role) for role in Role.values}

    assert {role for role, user in team.items() if may(user, permission, here)} == holders
    assert not any(may(user, permission, elsewhere) for user in team.values())
    assert not may(PersonFactory(initiative=here), permission, here)
