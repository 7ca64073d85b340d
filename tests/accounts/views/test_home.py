"""The start page leads on: to the one initiative, to a choice of several, or to a next step."""

import pytest

from tests.factories.accounts import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_member_of_one_initiative_goes_straight_to_it(client):
    membership = MembershipFactory()
    client.force_login(membership.user)
    assert client.get("/").url == f"/i/{membership.initiative.slug}/"


def test_a_member_of_several_chooses(client):
    user = UserFactory()
    names = [MembershipFactory(user=user).initiative.name for _number in range(2)]
    client.force_login(user)
    page = client.get("/").content.decode()
    assert [name in page for name in names] == [True, True]


def test_an_account_without_a_role_is_told_whom_to_ask(client):
    client.force_login(UserFactory())
    assert b"Ask a project manager to add you." in client.get("/").content


@pytest.mark.parametrize("count", [2, 30])
def test_the_choice_reads_all_initiatives_at_once(client, count, django_assert_num_queries):
    user = UserFactory()
    MembershipFactory.create_batch(count, user=user)
    client.force_login(user)
    with django_assert_num_queries(3):  # the session, the user, the memberships
        client.get("/")
