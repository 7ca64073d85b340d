"""The test database, for processes that a test starts."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection


def url_of_test_database():
    """The DATABASE_URL of the database that this test runs on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(settings.DATABASE_URL)._replace(path=f"/{name}").geturl()
