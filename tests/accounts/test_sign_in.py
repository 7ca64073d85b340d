import pytest

from accounts import services
from tests.factories.accounts import MembershipFactory

pytestmark = pytest.mark.django_db

PASSWORD = "a long and quiet river"


@pytest.fixture
def manager():
    user = services.create_user(email="maria@example.org", name="Maria", password=PASSWORD)
    return MembershipFactory(user=user, initiative__slug="central-ohio").user


def sign_in(client, password, email="maria@example.org", **extra):
    return client.post("/accounts/sign-in/", {"login": email, "password": password}, **extra)


def test_a_member_of_one_initiative_arrives_there(client, manager):
    response = sign_in(client, PASSWORD)

    assert response["Location"] == "/"
    assert client.get("/")["Location"] == "/i/central-ohio/"


def test_a_member_of_several_chooses(client, manager):
    MembershipFactory(user=manager, initiative__name="Northern Ohio")
    sign_in(client, PASSWORD)

    page = client.get("/").content.decode()

    assert "Northern Ohio" in page
    assert "/i/central-ohio/" in page


def test_the_address_may_be_typed_in_any_case(client, manager):
    assert sign_in(client, PASSWORD, email="Maria@Example.org").status_code == 302


def test_a_wrong_password_keeps_what_was_typed_and_names_no_account(client, manager):
    known = sign_in(client, "wrong").content.decode()
    unknown = sign_in(client, "wrong", email="nobody@example.org").content.decode()

    assert 'value="maria@example.org"' in known
    sentence = "The email address and/or password you specified are not correct."
    assert sentence in known
    assert sentence in unknown


def test_after_five_wrong_passwords_the_right_one_waits(client, manager):
    for _ in range(5):
        sign_in(client, "wrong")

    response = sign_in(client, PASSWORD)

    assert response.status_code == 200
    assert "Too many failed login attempts" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_one_address_cannot_try_many_accounts(client, manager):
    for number in range(10):
        sign_in(client, "wrong", email=f"user{number}@example.org")

    from_there = sign_in(client, PASSWORD)
    from_elsewhere = sign_in(client, PASSWORD, REMOTE_ADDR="203.0.113.7")

    assert "Too many failed login attempts" in from_there.content.decode()
    assert from_elsewhere.status_code == 302


def test_too_many_requests_get_a_page_of_ours(client, manager):
    for _ in range(30):
        sign_in(client, "wrong", email="")

    response = sign_in(client, PASSWORD)

    assert response.status_code == 429
    assert "Clusterwise" in response.content.decode()


def test_nobody_can_sign_up(client):
    response = client.post(
        "/accounts/sign-up/",
        {"email": "eve@example.org", "password1": PASSWORD, "password2": PASSWORD},
    )

    assert "closed" in response.content.decode().lower()
    assert not client.login(email="eve@example.org", password=PASSWORD)


def test_signing_out_takes_a_post(client, manager):
    client.force_login(manager)

    client.get("/accounts/sign-out/")
    assert client.get("/i/central-ohio/").status_code == 200

    client.post("/accounts/sign-out/")
    assert client.get("/i/central-ohio/").status_code == 302


def test_a_used_up_link_to_choose_a_password_says_so(client):
    page = client.get("/accounts/password/reset/key/1-set-password/").content.decode()

    assert "This link is used up" in page
    assert "Ask for a new link" in page
