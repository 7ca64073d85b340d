"""The test database, for processes that a test starts, and before it is dropped."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection


def url_of_test_database():
    """The DATABASE_URL of the database that this test runs on."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(settings.DATABASE_URL)._replace(path=f"/{name}").geturl()


def end_other_sessions():
    """PostgreSQL drops no database that somebody is still connected to."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
