import pytest
from django.core.mail import EmailMessage

from core.mail import OutboxBackend
from core.models import OutboxMessage

pytestmark = pytest.mark.django_db


def test_the_demo_keeps_its_mail_on_the_outbox_page():
    letter = EmailMessage("Three meetings", "Dear Ana", to=["ana@example.org", "bo@example.org"])

    assert OutboxBackend().send_messages([letter]) == 1

    message = OutboxMessage.objects.get()
    assert message.to == "ana@example.org, bo@example.org"
    assert (message.subject, message.body) == ("Three meetings", "Dear Ana")


def test_the_outbox_page_shows_it_in_the_demo(client, settings):
    settings.DEMO = True
    OutboxBackend().send_messages(
        [EmailMessage("Three meetings", "Dear Ana", to=["a@example.org"])]
    )

    page = client.get("/demo/outbox/").content.decode()

    assert "Three meetings" in page
    assert "Dear Ana" in page


def test_there_is_no_outbox_page_outside_the_demo(client, settings):
    settings.DEMO = False

    assert client.get("/demo/outbox/").status_code == 404
