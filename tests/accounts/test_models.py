from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import Initiative, Membership, User
from tests.factories.accounts import (
    InitiativeFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonalLinkFactory,
    PersonFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def refused_by_the_database():
    return pytest.raises(IntegrityError)


def test_one_account_per_address_whatever_its_case():
    UserFactory(email="ana@example.org")

    with refused_by_the_database(), transaction.atomic():
        UserFactory(email="Ana@Example.org")


def test_one_slug_per_initiative():
    InitiativeFactory(slug="central-ohio")

    with refused_by_the_database(), transaction.atomic():
        InitiativeFactory(slug="central-ohio")


def test_one_role_per_user_and_initiative():
    membership = MembershipFactory(role=Membership.Role.RECORDER)

    MembershipFactory(user=membership.user)
    with refused_by_the_database(), transaction.atomic():
        MembershipFactory(initiative=membership.initiative, user=membership.user)


def test_a_role_is_one_of_the_four():
    with pytest.raises(IntegrityError, match="membership_role_is_known"), transaction.atomic():
        MembershipFactory(role="king")


def test_an_organisation_stands_once_in_an_initiative_whatever_its_case():
    firm = OrganisationFactory(name="Acme Optics")

    OrganisationFactory(name="Acme Optics")
    with refused_by_the_database(), transaction.atomic():
        OrganisationFactory(initiative=firm.initiative, name="ACME optics")


def test_an_address_stands_once_in_an_initiative_and_several_may_have_none():
    person = PersonFactory(email="ana@example.org")
    region = person.initiative

    PersonFactory(email="ana@example.org")
    PersonFactory(initiative=region, email="")
    PersonFactory(initiative=region, email="")
    with refused_by_the_database(), transaction.atomic():
        PersonFactory(initiative=region, email="ANA@example.org")


def test_one_open_link_per_person():
    link = PersonalLinkFactory()

    PersonalLinkFactory(person=link.person, revoked_at=timezone.now())
    with refused_by_the_database(), transaction.atomic():
        PersonalLinkFactory(person=link.person)


def test_a_link_expires_after_it_was_made():
    yesterday = timezone.now() - timedelta(days=1)

    with (
        pytest.raises(IntegrityError, match="link_expires_after_it_was_made"),
        transaction.atomic(),
    ):
        PersonalLinkFactory(expires_at=yesterday)


@pytest.mark.parametrize(
    ("record", "message"),
    [
        (lambda: User(email="TAKEN@example.org", name="B"), "has an account"),
        (lambda: OrganisationFactory.build(initiative=region(), name="taken"), "listed already"),
        (lambda: PersonFactory.build(initiative=region(), email="Taken@example.org"), "listed"),
    ],
)
def test_a_form_hears_of_it_in_words(record, message):
    UserFactory(email="taken@example.org")
    OrganisationFactory(initiative=InitiativeFactory(slug="region"), name="Taken")
    PersonFactory(initiative=region(), email="taken@example.org")

    with pytest.raises(ValidationError, match=message):
        record().validate_constraints()


def region():
    return Initiative.objects.get(slug="region")


def test_the_time_zone_must_exist():
    with pytest.raises(ValidationError, match="“Ohio” is not a time zone"):
        InitiativeFactory.build(time_zone="Ohio").clean_fields()


def test_an_industry_is_four_digits():
    with pytest.raises(ValidationError, match="Write four digits"):
        OrganisationFactory.build(industry="33A5").clean_fields(exclude=["initiative"])
