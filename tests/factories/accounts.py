"""Initiatives, users, people, personal links."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from accounts.models import Initiative, Membership, Organisation, Person, PersonalLink, User


class InitiativeFactory(DjangoModelFactory):
    class Meta:
        model = Initiative

    slug = factory.Sequence(lambda n: f"region-{n}")
    name = factory.Sequence(lambda n: f"Region {n}")


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"user{n}@example.org")
    name = factory.Sequence(lambda n: f"User {n}")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    initiative = factory.SubFactory(InitiativeFactory)
    user = factory.SubFactory(UserFactory)
    role = Membership.Role.MANAGER


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    initiative = factory.SubFactory(InitiativeFactory)
    name = factory.Sequence(lambda n: f"Firm {n}")
    industry = "3345"


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    initiative = factory.SubFactory(InitiativeFactory)
    name = factory.Sequence(lambda n: f"Person {n}")
    email = factory.Sequence(lambda n: f"person{n}@example.org")


class PersonalLinkFactory(DjangoModelFactory):
    class Meta:
        model = PersonalLink

    person = factory.SubFactory(PersonFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=30))


def member(initiative, role=Membership.Role.MANAGER):
    """A user in the initiative's support team."""
    return MembershipFactory(initiative=initiative, role=role).user
