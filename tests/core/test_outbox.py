"""The demo's outbox lists every mail at the price of one query, and is nowhere else."""

import pytest

from core.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 30])
def test_the_outbox_reads_all_mails_at_once(client, settings, count, django_assert_num_queries):
    settings.DEMO = True
    OutboxMessage.objects.bulk_create(
        OutboxMessage(to=f"reader{number}@example.org", subject="Hello", body="Come on Friday.")
        for number in range(count)
    )
    with django_assert_num_queries(1):
        page = client.get("/demo/outbox/")
    assert page.content.decode().count("Come on Friday.") == count


def test_outside_the_demo_there_is_no_outbox(client):
    assert client.get("/demo/outbox/").status_code == 404
