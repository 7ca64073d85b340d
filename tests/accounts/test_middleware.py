"""The place in the URL: whose it is, and whose time it keeps."""

from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.template import engines
from django.urls import path

import config.urls
from accounts.models import Membership
from core.access import by_personal_link, open_to_all, requires
from tests.factories.accounts import InitiativeFactory, PersonalLinkFactory, UserFactory, member

pytestmark = pytest.mark.django_db

CLOCK = engines["django"].from_string("{{ moment|date:'H:i' }} {{ request.actor }}")
NOON_IN_LONDON = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)


def tell(request, **kwargs):
    return HttpResponse(CLOCK.render({"moment": NOON_IN_LONDON}, request))


@requires("accounts.change_team")
def for_managers(request, initiative):
    return tell(request)


@by_personal_link
def for_holders(request, token):
    return tell(request)


@open_to_all
def for_all(request):
    return tell(request)


urlpatterns = [
    *config.urls.urlpatterns,
    path("i/<slug:initiative>/clock/", for_managers),
    path("r/<str:token>/clock/", for_holders),
    path("clock/", for_all),
]


@pytest.fixture(autouse=True)
def places(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def chicago():
    return InitiativeFactory(slug="chicago", time_zone="America/Chicago")


def test_members_see_the_initiatives_own_time(client, chicago):
    manager = member(chicago)
    client.force_login(manager)

    assert client.get("/i/chicago/clock/").content.decode() == f"06:00 {manager}"


def test_holders_of_a_link_see_it_too(client, chicago):
    link = PersonalLinkFactory(person__initiative=chicago)

    assert client.get(f"/r/{link.token}/clock/").content.decode() == f"06:00 {link.person}"


def test_the_zone_does_not_stay_for_the_next_request(client, chicago):
    client.force_login(member(chicago))
    client.get("/i/chicago/clock/")

    assert client.get("/clock/").content.decode().startswith("12:00")


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Membership.Role.MANAGER, 200),
        (Membership.Role.LEAD_FACILITATOR, 403),
        (Membership.Role.RECORDER, 403),
        (Membership.Role.ADMINISTRATOR, 403),
    ],
)
def test_within_an_initiative_the_permission_decides(client, chicago, role, status, settings):
    client.force_login(member(chicago, role))

    assert client.get("/i/chicago/clock/").status_code == status


@pytest.mark.parametrize("slug", ["chicago", "no-such-place"])
def test_another_initiative_is_not_found_whether_it_exists_or_not(client, chicago, slug):
    client.force_login(member(InitiativeFactory()))

    assert client.get(f"/i/{slug}/clock/").status_code == 404


def test_an_account_without_any_role_finds_nothing(client, chicago):
    client.force_login(UserFactory())

    assert client.get("/i/chicago/clock/").status_code == 404


def test_a_visitor_is_sent_to_sign_in_and_back(client, chicago):
    response = client.get("/i/chicago/clock/")

    assert response["Location"] == "/accounts/sign-in/?next=/i/chicago/clock/"
