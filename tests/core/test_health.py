import pytest
from django.db import connection

from core import health

pytestmark = pytest.mark.django_db


def test_healthz_is_fine_when_the_three_stores_are_usable(client):
    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_a_warehouse_that_is_no_folder_is_named(client, settings, tmp_path):
    settings.WAREHOUSE_DIR = tmp_path / "taken"
    settings.WAREHOUSE_DIR.write_text("a file stands where the folder should be")

    response = client.get("/healthz")

    assert (response.status_code, response.json()) == (503, {"status": "unusable: warehouse"})


def test_a_queue_that_does_not_answer_is_named(monkeypatch):
    monkeypatch.setattr(health.current_app.conf, "broker_write_url", "redis://127.0.0.1:1/0")

    assert health.what_is_broken(connection) == ["queue"]
