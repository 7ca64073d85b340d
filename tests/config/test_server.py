"""gunicorn as `make run` starts it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from functools import partial

import pytest
from django.conf import settings

from tests.databases import url_of_test_database

pytestmark = pytest.mark.django_db(transaction=True)

HOST = {"Host": "clusterwise.example.org"}
BY_HTTPS = {**HOST, "X-Forwarded-Proto": "https"}


@contextmanager
def server(**variables):
    """gunicorn on a free port; yields ask(path, headers, body=None) -> response."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"],
        cwd=settings.BASE_DIR,
        env={
            **os.environ,
            "SECRET_KEY": "x" * 60,
            "DATABASE_URL": url_of_test_database(),
            "DJANGO_SETTINGS_MODULE": "tests.config.server_settings",
            "PORT": str(port),
            **variables,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        yield partial(ask, port)
    finally:
        process.terminate()
        process.wait(timeout=20)


def ask(port, path, headers, body=None):
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("POST" if body else "GET", path, body, headers)
        response = connection.getresponse()
        response.read()
        return response


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    end = time.monotonic() + 20
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            assert time.monotonic() < end, "gunicorn did not start in time"
            time.sleep(0.1)


def test_behind_the_trusted_proxy():
    with server(
        PUBLIC_URL="https://clusterwise.example.org", TRUSTED_PROXY="127.0.0.1", UPLOAD_LIMIT="1000"
    ) as ask:
        by_http, by_https = ask("/", HOST), ask("/", BY_HTTPS)
        elsewhere = ask("/healthz", {"Host": "elsewhere.example.com"})
        # Refused from its declared length, and answered although the browser goes on sending
        upload = ask("/healthz", {**HOST, "Content-Type": "text/plain"}, body=b"x" * 20_000_000)

    assert (by_http.status, by_http.headers["Location"]) == (
        301,
        "https://clusterwise.example.org/",
    )
    assert (by_https.status, by_https.headers["Location"]) == (302, "/accounts/sign-in/")
    assert by_https.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert elsewhere.status == 400
    assert upload.status == 413


def test_https_is_believed_from_nobody_else():
    with server(PUBLIC_URL="https://clusterwise.example.org", TRUSTED_PROXY="10.0.0.1") as ask:
        claimed, health = ask("/", BY_HTTPS), ask("/healthz", HOST)

    assert claimed.status == 301
    assert health.status == 200
