"""A server of the bench's own: its database, gunicorn as `make run` starts it, what it uses."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent
OURS = "clusterwise_bench"


@contextmanager
def own_database(server, folder):
    """The address of an empty database, gone afterwards; SQLite unless `server` is PostgreSQL."""
    if not server.startswith("postgres"):
        yield f"sqlite:///{folder / 'room.sqlite3'}"
        return
    administer(server, f"DROP DATABASE IF EXISTS {OURS}", f"CREATE DATABASE {OURS}")
    yield urlsplit(server)._replace(path=f"/{OURS}").geturl()
    from django.db import connections

    connections.close_all()
    administer(server, f"DROP DATABASE {OURS} WITH (FORCE)")


def administer(server, *statements):
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def set_up(url, folder):
    """Django in this process, on the empty database."""
    os.environ.update(
        CLUSTERWISE_DEMO="1",
        DATABASE_URL=url,
        DJANGO_SETTINGS_MODULE="config.settings",
        WAREHOUSE_DIR=str(folder / "warehouse"),
        CELERY_BROKER_URL=f"filesystem://{folder / 'queue'}",
    )
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


@contextmanager
def serving():
    """(port, process) of gunicorn with the project's own configuration."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    environment = {**os.environ, "PORT": str(port)}
    process = subprocess.Popen(command, cwd=BASE_DIR, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def wait_for(port):
    for _attempt in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    sys.exit("The server did not start.")


class Watch:
    """Reads, since it was started: seconds, and processor seconds of whoever has a part in it."""

    def __init__(self, process):
        self.process, self.backends = process, backends()
        self.begin = self.now()

    def now(self):
        root = self.process.pid
        workers = Path(f"/proc/{root}/task/{root}/children").read_text().split()
        parts = used([root, *workers]), used(self.backends), time.process_time()
        return [time.perf_counter(), *parts, busy() - sum(parts)]

    def read(self):
        """[seconds, cores of the server, of PostgreSQL, of the bench, of all others here]"""
        seconds, *parts = (now - before for now, before in zip(self.now(), self.begin, strict=True))
        return [seconds, *(part / seconds for part in parts)]


def backends():
    """The processes of PostgreSQL that serve our database; SQLite is part of the server."""
    url = os.environ["DATABASE_URL"]
    if not url.startswith("postgres"):
        return []
    import psycopg

    with psycopg.connect(url) as connection:
        ours = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        return [pid for (pid,) in connection.execute(f"{ours} AND pid <> pg_backend_pid()")]


def busy():
    """Seconds that the machine's processors have worked so far, for whomever."""
    _cpu, user, nice, system, _idle, _waiting, *interrupts = (
        Path("/proc/stat").read_text().splitlines()[0].split()[:8]
    )
    return sum(map(int, [user, nice, system, *interrupts])) / os.sysconf("SC_CLK_TCK")


def used(pids):
    """Seconds of processor time of these processes so far."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
