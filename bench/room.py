"""The room under load: 200 phones, gunicorn as `make run` starts it, SQLite or PostgreSQL.

    .venv/bin/python bench/room.py [phones]
    DATABASE_URL=postgres://postgres@127.0.0.1/postgres .venv/bin/python bench/room.py

DATABASE_URL names a PostgreSQL server on which a database of the bench's own is made and dropped;
without it the bench runs on SQLite. It prints what the room asks for beside what was measured, and
writes it into bench/results.md. The phones run on the same machine, and take their share of it.
"""

import asyncio
import os
import random
import sys
import tempfile
import time
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(BASE_DIR)]

from bench import results, server  # noqa: E402
from bench.phones import Phone  # noqa: E402

PHONES = int(sys.argv[1]) if len(sys.argv) > 1 else 200
IDLE, ROUNDS, RUSH = 20, 6, 5  # seconds idle, changes, seconds in which all dots are sent
DOTS = 4
HEADINGS = ["", "wanted", "measured", ""]


def main():
    at = os.environ.get("DATABASE_URL", "")
    with tempfile.TemporaryDirectory() as folder, server.own_database(at, Path(folder)) as url:
        server.set_up(url, Path(folder))
        meeting, people, requirements = fill()
        with server.serving() as (port, process):
            phones = [Phone(port, page_of(person, meeting)) for person in people]
            rows = asyncio.run(run(phones, meeting, requirements, process))
        rows += kept(meeting)
        show(rows)


def fill():
    """(meeting at the vote, people in the room, ids of the requirements)"""
    from tests.factories.process import MeetingFactory, RequirementFactory, present

    meeting = MeetingFactory(state="voting", code="ACDEFG")
    people = [present(meeting) for _number in range(PHONES)]
    return meeting, people, [row.pk for row in RequirementFactory.create_batch(16, meeting=meeting)]


def page_of(person, meeting):
    from accounts import links

    return f"/r/{links.for_person(person).token}/meetings/{meeting.pk}/"


def show(rows):
    from django.db import connection

    text = f"{results.table(HEADINGS, rows)}\n\n{results.conditions()}"
    name = f"{PHONES} phones in one meeting, {connection.display_name}"
    print(f"{name}\n\n{text}", flush=True)
    results.write_section(name, text)


# --- The meeting ----------------------------------------------------------------------------


async def run(phones, meeting, requirements, process):
    for phone in phones:
        await phone.open()
    await asyncio.gather(*following(phones, 5))  # the server's first requests are its slowest
    rows = await idle(phones, process)
    rows += await changes(phones, meeting, process)
    return rows + await rush(phones, requirements, process)


def following(phones, seconds):
    until = time.perf_counter() + seconds
    return [asyncio.create_task(phone.follow(until)) for phone in phones]


async def idle(phones, process):
    for phone in phones:
        phone.waits.clear()
    watch = server.Watch(process)
    await asyncio.gather(*following(phones, IDLE))
    seconds, *cores = watch.read()
    waits = [wait for phone in phones for wait in phone.waits]
    return [
        row("Idle: the server, cores", cores[0], "< 0.5", cores[0] < 0.5),
        *beside("Idle", cores),
        row("Idle: a poll on the server, ms of a core", cores[0] * seconds / len(waits) * 1000),
        row("Idle: a poll answered, p95, ms", part(waits, 95) * 1000),
    ]


async def changes(phones, meeting, process):
    watch = server.Watch(process)
    tasks = following(phones, ROUNDS * 4)
    delays = []
    for _round in range(ROUNDS):
        await asyncio.sleep(1 + random.random())
        moment, version = await asyncio.to_thread(change, meeting)
        await asyncio.sleep(2.4)
        delays += [phone.seen.get(version, float("inf")) - moment for phone in phones]
    await asyncio.gather(*tasks)
    _seconds, used, *_others = watch.read()
    seen = sum(delay <= 2 for delay in delays) / len(delays)
    return [
        row("A change: seen within 2 s, share of screens", seen, ">= 0.95", seen >= 0.95),
        row("A change: seen by 95 % of the screens, s", part(delays, 95)),
        row("A change every 4 s: the server, cores", used),
    ]


def change(meeting):
    """Change what all see; (moment, the version that they will show)."""
    from mobilization.models import Meeting
    from mobilization.services import meetings

    meetings.keep_open(meeting, "voting")
    return time.perf_counter(), str(Meeting.objects.get(pk=meeting.pk).version)


async def rush(phones, requirements, process):
    watch = server.Watch(process)
    tasks = following(phones, RUSH)
    waits = await asyncio.gather(*[dots(phone, requirements) for phone in phones])
    seconds, *cores = watch.read()
    await asyncio.gather(*tasks)
    flat = [wait for each in waits for wait in each]
    p95 = part(flat, 95) * 1000
    fifth = [phone.place(requirements[-1]) for phone in phones]
    await asyncio.gather(*fifth)
    return [
        row("Dots: placed and shown, median, ms", part(flat, 50) * 1000),
        row("Dots: placed and shown, p95, ms", p95, "< 300", p95 < 300),
        row("Dots: until the last was shown, s", seconds),
        row("Dots: the server, cores", cores[0]),
        *beside("Dots", cores),
    ]


def beside(when, cores):
    """Who else was at work meanwhile."""
    _server, database, phones, others = cores
    return [
        row(f"{when}: PostgreSQL, cores", database),
        row(f"{when}: the phones of the bench, cores", phones),
        row(f"{when}: whatever else ran on the machine, cores", others),
    ]


async def dots(phone, requirements):
    """Four dots at random moments of the rush."""
    moments = sorted(random.random() * RUSH for _dot in range(DOTS))
    begin, waits = time.perf_counter(), []
    for moment, requirement in zip(moments, random.sample(requirements[:-1], DOTS), strict=True):
        await asyncio.sleep(max(0, begin + moment - time.perf_counter()))
        waits.append(await phone.place(requirement))
    return waits


def kept(meeting):
    """Not one dot lost, doubled or beyond the four."""
    from mobilization.models import Ballot, Dot

    placed = Dot.objects.filter(ballot__meeting=meeting).count()
    full = Ballot.objects.filter(meeting=meeting, dots_left=0).count()
    right = placed == PHONES * DOTS and full == PHONES
    return [row("Dots: in the database", placed, f"{PHONES * DOTS}", right)]


def part(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def row(what, measured, wanted="", is_met=None):
    figure = f"{measured:.2f}" if isinstance(measured, float) else measured
    return [what, wanted, figure, {None: "", True: "met", False: "NOT MET"}[is_met]]


if __name__ == "__main__":
    main()
