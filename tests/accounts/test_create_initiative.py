"""`manage.py create_initiative`"""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Initiative, Membership

pytestmark = pytest.mark.django_db

ARGUMENTS = [
    "create_initiative",
    "central-ohio",
    "--name=Central Ohio",
    "--manager-email=maria@example.org",
    "--manager-name=Maria Muster",
]


@pytest.fixture
def password(monkeypatch):
    return lambda text: monkeypatch.setenv("CLUSTERWISE_PASSWORD", text)


def test_it_makes_the_initiative_and_says_how_to_go_on(password, capsys, client):
    password("a long and quiet river")

    call_command(*ARGUMENTS, "--time-zone=America/Chicago")

    assert capsys.readouterr().out == "Made “Central Ohio”. Sign in as maria@example.org.\n"
    assert Initiative.objects.get().time_zone == "America/Chicago"
    assert Membership.objects.get().role == Membership.Role.MANAGER
    assert client.login(email="maria@example.org", password="a long and quiet river")


@pytest.mark.parametrize(
    ("text", "arguments", "words"),
    [
        ("short", [], "The password was refused"),
        ("a long and quiet river", ["--time-zone=Ohio"], "is not a time zone"),
    ],
)
def test_what_is_wrong_is_said_in_words(password, text, arguments, words):
    password(text)

    with pytest.raises(CommandError, match=words):
        call_command(*ARGUMENTS, *arguments)

    assert not Initiative.objects.exists()
