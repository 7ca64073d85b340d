"""What every test stands on: its own folders, its own queue, and the real data where it is.

The database is the one of the settings (`DATABASE_URL`, SQLite by default); `make test` runs
the whole suite once on SQLite and once on PostgreSQL.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest
import redis
from django.conf import settings as django_settings
from django.core.cache import cache

from config.celery import app as celery_app
from tests.databases import end_other_sessions
from tests.samples.crossing import crossing  # noqa: F401  (a fixture)
from tests.samples.statistics import central_ohio, invented, statistics  # noqa: F401  (fixtures)

# Playwright keeps an event loop in the test's thread; its tests use the ORM beside it.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

# A busy machine is slow at times, which is no fault of what is tested.
hypothesis.settings.register_profile("in_no_hurry", deadline=None)
hypothesis.settings.load_profile("in_no_hurry")

BASE_DIR = django_settings.BASE_DIR
DATA_DIR = Path(os.environ.get("CLUSTERWISE_DATA_DIR", BASE_DIR / "../shared/data"))


def pytest_configure(config):
    """The queue of the tests: files in a folder of their own, or keys of their own in Redis."""
    celery_app.conf.broker_url = os.environ.get("TEST_BROKER_URL", "filesystem://localhost")
    folder = Path(tempfile.mkdtemp(prefix="clusterwise-queue-"))
    (folder / "control").mkdir()
    celery_app.conf.broker_transport_options = {
        "data_folder_in": str(folder),
        "data_folder_out": str(folder),
        "control_folder": str(folder / "control"),
        "global_keyprefix": f"{folder.name}-",
    }


def pytest_unconfigure(config):
    options = celery_app.conf.broker_transport_options
    shutil.rmtree(options["data_folder_in"])
    if celery_app.conf.broker_url.startswith("redis"):
        with redis.Redis.from_url(celery_app.conf.broker_url) as client:
            for key in client.scan_iter(f"{options['global_keyprefix']}*"):
                client.delete(key)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory, worker_id):
    """A database of this checkout and this worker alone.

    SQLite gets a file, because threads can only race on a file.
    """
    database = django_settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        name = tmp_path_factory.mktemp("database") / "test.sqlite3"
    else:
        checkout = hashlib.sha256(str(BASE_DIR).encode()).hexdigest()[:8]
        name = f"test_clusterwise_{checkout}_{worker_id}"
    database.setdefault("TEST", {})["NAME"] = str(name)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The test database, used by nobody any more when it is dropped.

    The live server may still be answering a page whose browser is gone.
    """
    yield
    with django_db_blocker.unblock():
        end_other_sessions()


@pytest.fixture(autouse=True)
def own_stores(settings, tmp_path):
    """Each test has an empty warehouse, empty media and an empty cache."""
    settings.WAREHOUSE_DIR = tmp_path / "warehouse"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()


@pytest.fixture(scope="session")
def data_dir():
    """The folder of real public statistics, never part of the project."""
    if not DATA_DIR.is_dir():
        pytest.skip(f"the real data is not at {DATA_DIR} (CLUSTERWISE_DATA_DIR)")
    return DATA_DIR
