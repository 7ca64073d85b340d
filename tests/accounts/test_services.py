import pytest
from django.core.exceptions import ValidationError

from accounts import services
from accounts.models import Initiative, Membership, User
from tests.refusals import refused

pytestmark = pytest.mark.django_db

VALUES = {
    "slug": "central-ohio",
    "name": "Central Ohio",
    "time_zone": "America/New_York",
    "email": "maria@example.org",
    "manager_name": "Maria Muster",
    "password": "a long and quiet river",
}


def test_an_initiative_is_made_with_its_first_manager():
    initiative = services.create_initiative(**VALUES)

    membership = Membership.objects.get(initiative=initiative)
    assert membership.role == Membership.Role.MANAGER
    assert membership.user.check_password("a long and quiet river")


def test_a_manager_who_has_an_account_keeps_it_and_its_password():
    services.create_initiative(**VALUES)

    services.create_initiative(
        **VALUES | {"slug": "north", "email": "MARIA@example.org", "password": "something else 7"}
    )

    user = User.objects.get()
    assert user.memberships.count() == 2
    assert user.check_password("a long and quiet river")


def test_a_taken_slug_is_refused_and_makes_nothing():
    services.create_initiative(**VALUES)

    with refused("slug_taken"):
        services.create_initiative(**VALUES | {"email": "other@example.org"})

    assert (Initiative.objects.count(), User.objects.count()) == (1, 1)


def test_a_weak_password_is_refused_and_makes_nothing():
    with refused("password_weak"):
        services.create_initiative(**VALUES | {"password": "maria"})

    assert (Initiative.objects.count(), User.objects.count()) == (0, 0)


@pytest.mark.parametrize("wrong", [{"time_zone": "Ohio"}, {"slug": "central ohio"}, {"name": ""}])
def test_impossible_values_are_refused(wrong):
    with pytest.raises(ValidationError):
        services.create_initiative(**VALUES | wrong)


def test_passwords_are_kept_as_argon2():
    user = services.create_user(
        email="ana@example.org", name="Ana", password="a long and quiet river"
    )

    assert user.password.startswith("argon2$argon2id$")
