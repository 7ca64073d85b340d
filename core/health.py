"""Whether the three stores are usable: database, warehouse, queue."""

import logging
import os

from celery import current_app
from django.conf import settings

log = logging.getLogger(__name__)


def what_is_broken(connection):
    """Names of the stores that cannot be used now; empty when all can."""
    probes = {
        "database": probe_database,
        "warehouse": probe_warehouse,
        "queue": probe_queue,
    }
    broken = []
    for name, probe in probes.items():
        try:
            probe(connection)
        except Exception:
            log.exception("The %s is not usable", name)
            broken.append(name)
    return broken


def probe_database(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def probe_warehouse(connection):
    settings.WAREHOUSE_DIR.mkdir(parents=True, exist_ok=True)
    if not os.access(settings.WAREHOUSE_DIR, os.W_OK):
        raise PermissionError(settings.WAREHOUSE_DIR)


def probe_queue(connection):
    with current_app.connection_for_write(connect_timeout=2) as broker:
        broker.ensure_connection(max_retries=1, timeout=2)
