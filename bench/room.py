"""The room under load: 200 phones, gunicorn as `make run` starts it, SQLite or PostgreSQL.

usage: .venv/bin/python bench/room.py [phones]
DATABASE_URL names a PostgreSQL server on which a database of the bench's own is made and dropped;
without it the bench runs on SQLite. It prints what the room asks for beside what was measured.
"""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(BASE_DIR))

from bench.phones import Phone  # noqa: E402

PHONES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
IDLE, ROUNDS, RUSH = 20, 6, 5  # seconds idle, changes, seconds in which all dots are sent
DOTS = 4
OURS = "clusterwise_bench"


def main():
    server = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as folder, own_database(server, Path(folder)) as url:
        set_up(url, Path(folder))
        meeting, people, requirements = fill()
        with serving() as (port, process):
            pages = [page_of(person, meeting) for person in people]
            phones = [Phone(port, page) for page in pages]
            asyncio.run(run(phones, meeting, requirements, process))
        check(meeting, url)


# --- A database and a server of our own -----------------------------------------------------


@contextmanager
def own_database(server, folder):
    """The address of an empty database, gone afterwards."""
    if not server.startswith("postgres"):
        yield f"sqlite:///{folder / 'room.sqlite3'}"
        return
    administer(server, f"DROP DATABASE IF EXISTS {OURS}", f"CREATE DATABASE {OURS}")
    yield urlsplit(server)._replace(path=f"/{OURS}").geturl()
    from django.db import connections

    connections.close_all()
    connections["default"].close_pool()
    administer(server, f"DROP DATABASE {OURS} WITH (FORCE)")


def administer(server, *statements):
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def set_up(url, folder):
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


def fill():
    """(meeting at the vote, people in the room, ids of the requirements)"""
    from tests.factories.process import MeetingFactory, RequirementFactory, present

    meeting = MeetingFactory(state="voting", code="ACDEFG")
    people = [present(meeting) for _number in range(PHONES)]
    return meeting, people, [row.pk for row in RequirementFactory.create_batch(16, meeting=meeting)]


def page_of(person, meeting):
    from accounts import links

    return f"/r/{links.for_person(person).token}/meetings/{meeting.pk}/"


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


def used(process):
    """Seconds of processor time of the server and its workers so far."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    ticks = 0
    for pid in [str(process.pid), *children]:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


# --- The meeting ----------------------------------------------------------------------------


async def run(phones, meeting, requirements, process):
    for phone in phones:
        await phone.open()
    print(f"{PHONES} phones, {os.cpu_count()} cores, load average {os.getloadavg()[0]:.1f}")
    await idle(phones, process)
    await changes(phones, meeting)
    await rush(phones, requirements, process)


def following(phones, seconds):
    until = time.perf_counter() + seconds
    return [asyncio.create_task(phone.follow(until)) for phone in phones]


async def idle(phones, process):
    tasks = following(phones, 5)
    await asyncio.gather(*tasks)
    for phone in phones:
        phone.waits.clear()
    begin, before = time.perf_counter(), used(process)
    await asyncio.gather(*following(phones, IDLE))
    share = (used(process) - before) / (time.perf_counter() - begin)
    waits = [wait for phone in phones for wait in phone.waits]
    report("an idle room, share of a core", share, "under 0.50", share < 0.5)
    report("an idle poll, p95 in ms", part(waits, 95) * 1000, "", True)


async def changes(phones, meeting):
    tasks = following(phones, ROUNDS * 4)
    delays = []
    for _round in range(ROUNDS):
        await asyncio.sleep(1 + random.random())
        moment, version = await asyncio.to_thread(change, meeting)
        await asyncio.sleep(2.4)
        delays += [phone.seen.get(version, float("inf")) - moment for phone in phones]
    await asyncio.gather(*tasks)
    seen = sum(delay <= 2 for delay in delays) / len(delays)
    report("a change seen within 2 s, share of screens", seen, "0.95 or more", seen >= 0.95)
    report("a change seen by 95 % of the screens, s", part(delays, 95), "under 2", True)


def change(meeting):
    """Change what all see; (moment, the version that they will show)."""
    from mobilization.models import Meeting
    from mobilization.services import meetings

    meetings.keep_open(meeting, "voting")
    return time.perf_counter(), str(Meeting.objects.get(pk=meeting.pk).version)


async def rush(phones, requirements, process):
    tasks = following(phones, RUSH + 3)
    begin, before = time.perf_counter(), used(process)
    waits = await asyncio.gather(*[dots(phone, requirements) for phone in phones])
    share = (used(process) - before) / (time.perf_counter() - begin)
    await asyncio.gather(*tasks)
    flat = [wait for own in waits for wait in own]
    p95 = part(flat, 95) * 1000
    report("a dot placed and shown, median in ms", part(flat, 50) * 1000, "", True)
    report("a dot placed and shown, p95 in ms", p95, "under 300", p95 < 300)
    report("the server in the rush, cores", share, "", True)
    await asyncio.gather(*[phone.place(requirements[-1]) for phone in phones])  # a fifth one


async def dots(phone, requirements):
    """Four dots at random moments of the rush."""
    moments = sorted(random.random() * RUSH for _dot in range(DOTS))
    begin, waits = time.perf_counter(), []
    for moment, requirement in zip(moments, random.sample(requirements[:-1], DOTS), strict=True):
        await asyncio.sleep(max(0, begin + moment - time.perf_counter()))
        waits.append(await phone.place(requirement))
    return waits


def check(meeting, url):
    """Not one dot lost, doubled or beyond the four."""
    from mobilization.models import Ballot, Dot

    placed = Dot.objects.filter(ballot__meeting=meeting).count()
    full = Ballot.objects.filter(meeting=meeting, dots_left=0).count()
    right = placed == PHONES * DOTS and full == PHONES
    report("dots in the database", placed, f"{PHONES * DOTS}, no fifth", right)
    print(f"database: {urlsplit(url).scheme}; load average at the end {os.getloadavg()[0]:.1f}")


def part(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def report(what, value, wanted, is_met):
    print(f"{what:<46} {value:9.2f}   {wanted:<14} {'' if is_met else 'NOT MET'}")


if __name__ == "__main__":
    main()
