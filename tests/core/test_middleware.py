import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from core.middleware import ClientAddress, page_of_the_form

PROXY = "10.0.0.1"


@pytest.fixture
def address_seen(settings):
    """address_seen(peer, forwarded): what the views take for the client's address."""
    settings.TRUSTED_PROXY = ["10.0.0.0/24"]

    def see(peer, forwarded=""):
        request = RequestFactory().get(
            "/", REMOTE_ADDR=peer, headers={"x-forwarded-for": forwarded}
        )
        ClientAddress(lambda request: HttpResponse())(request)
        return request.META["REMOTE_ADDR"]

    return see


def test_the_proxy_is_believed_about_its_client(address_seen):
    assert address_seen(PROXY, "203.0.113.7") == "203.0.113.7"


def test_what_the_client_wrote_before_the_proxy_is_not_believed(address_seen):
    assert address_seen(PROXY, "198.51.100.1, 203.0.113.7") == "203.0.113.7"


def test_a_chain_of_our_own_proxies_is_looked_through(address_seen):
    assert address_seen(PROXY, "203.0.113.7, 10.0.0.2") == "203.0.113.7"


def test_nobody_else_is_believed(address_seen):
    assert address_seen("198.51.100.9", "203.0.113.7") == "198.51.100.9"


def test_without_the_header_the_peer_is_the_client(address_seen):
    assert address_seen(PROXY) == PROXY


def test_without_a_proxy_the_header_means_nothing(address_seen, settings):
    settings.TRUSTED_PROXY = []

    assert address_seen("127.0.0.1", "203.0.113.7") == "127.0.0.1"


class Unread:
    """A request body that nobody may read."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


def test_an_upload_over_the_limit_is_refused_before_it_is_read(client, settings):
    settings.UPLOAD_LIMIT = 5 * 1024 * 1024

    response = client.post(
        "/accounts/sign-in/", **{"CONTENT_LENGTH": 5 * 1024 * 1024 + 1, "wsgi.input": Unread()}
    )

    assert response.status_code == 413
    assert response["Connection"] == "close"
    assert "What you sent is larger than 5 MB" in response.content.decode()


@pytest.mark.django_db
def test_an_upload_at_the_limit_is_read(client, settings):
    body = "login=a%40example.org"
    settings.UPLOAD_LIMIT = len(body)

    response = client.post(
        "/accounts/sign-in/", body, content_type="application/x-www-form-urlencoded"
    )

    assert response.status_code == 200


@pytest.mark.parametrize(
    ("referer", "origin"),
    [
        ("http://testserver/gallery/", "http://testserver/gallery/"),
        ("https://elsewhere.example.com/", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_after_a_problem_one_returns_to_a_page_of_this_site_only(referer, origin):
    request = RequestFactory().post("/form/", headers={"referer": referer})

    assert page_of_the_form(request) == origin
