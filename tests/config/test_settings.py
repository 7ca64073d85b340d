"""The environment decides: each case reads the settings in a process of its own."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

READ = """
import json
from config import settings as s
print(json.dumps({name: getattr(s, name) for name in %r}, default=str))
"""
VARIABLES = {
    "ALLOWED_HOSTS",
    "BIND",
    "CELERY_BROKER_URL",
    "CLUSTERWISE_DEMO",
    "DATABASE_URL",
    "EMAIL_URL",
    "PORT",
    "PUBLIC_URL",
    "SECRET_KEY",
    "TRUSTED_PROXY",
}


def read(*names, **variables):
    """The settings called `names` under these environment variables."""
    kept = {key: value for key, value in os.environ.items() if key not in VARIABLES}
    result = subprocess.run(
        [sys.executable, "-c", READ % (names,)],
        cwd=settings.BASE_DIR,
        env=kept | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        return result.stderr.splitlines()[-1]
    values = json.loads(result.stdout)
    return values if len(names) > 1 else values[names[0]]


def test_outside_the_demo_a_secret_key_is_asked_for():
    assert "SECRET_KEY is not set" in read("DEBUG")
    assert read("DEBUG", CLUSTERWISE_DEMO="1") is False
    assert read("DEBUG", SECRET_KEY="x" * 60) is False


FOLLOW_THE_SCHEME = [
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "SECURE_SSL_REDIRECT",
    "SECURE_HSTS_PRELOAD",
]


@pytest.mark.parametrize(("scheme", "secure"), [("https", True), ("http", False)])
def test_secure_cookies_and_hsts_follow_the_public_address(scheme, secure):
    values = read(
        *FOLLOW_THE_SCHEME,
        "SECURE_HSTS_SECONDS",
        "ALLOWED_HOSTS",
        SECRET_KEY="x" * 60,
        PUBLIC_URL=f"{scheme}://clusterwise.example.org/",
    )

    assert {values[name] for name in FOLLOW_THE_SCHEME} == {secure}
    assert (values["SECURE_HSTS_SECONDS"] > 0) is secure
    assert "clusterwise.example.org" in values["ALLOWED_HOSTS"]


def test_in_the_demo_no_mail_leaves_the_machine():
    mailers = read("MAILERS", CLUSTERWISE_DEMO="1", EMAIL_URL="smtp://mail.example.org:25")

    assert mailers["default"] == {"BACKEND": "core.mail.OutboxBackend"}


def test_mail_goes_where_the_environment_says():
    mailers = read(
        "MAILERS", SECRET_KEY="x" * 60, EMAIL_URL="smtp+tls://me:key@mail.example.org:587"
    )

    assert mailers["default"]["BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert mailers["default"]["OPTIONS"] == {
        "host": "mail.example.org",
        "port": 587,
        "username": "me",
        "password": "key",
        "use_tls": True,
    }


def test_sqlite_writers_wait_at_the_start_of_a_transaction():
    database = read("DATABASES", CLUSTERWISE_DEMO="1")["default"]

    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


@pytest.mark.parametrize("url", ["postgres://db/clusterwise", "sqlite:///clusterwise.sqlite3"])
def test_connections_are_kept_from_request_to_request(url):
    database = read("DATABASES", SECRET_KEY="x" * 60, DATABASE_URL=url)

    assert database["default"]["CONN_MAX_AGE"] == 600


def test_the_files_of_the_queue_can_stand_elsewhere(tmp_path):
    options = read(
        "CELERY_BROKER_TRANSPORT_OPTIONS",
        CLUSTERWISE_DEMO="1",
        CELERY_BROKER_URL=f"filesystem://{tmp_path}/queue",
    )

    assert options["data_folder_in"] == f"{tmp_path}/queue/messages"
    assert (tmp_path / "queue/control").is_dir()
