"""How a cluster group of the demo is called together: seats, letter, answers."""

from datetime import datetime, time, timedelta
from itertools import cycle, islice

from django.utils import timezone

from accounts.services import people
from core import jobs
from mobilization.demo import cast, region
from mobilization.demo.beginning import find_or_add
from mobilization.demo.people import POSITIONS, email_of, firm
from mobilization.models import Seat
from mobilization.presenters.letters import first_draft
from mobilization.services import groups, invitations, letters

DAYS_UNTIL_MEETING = {"freight": 35, "vehicles": 35, "finance": 40}

# The answers in the order of the invitation list, over and over; None has not answered.
ANSWERS = {
    "freight": ["accept", "decline", "accept", None],
    "vehicles": ["accept", None, "accept", "decline", None],
    "finance": ["accept", None, None, "decline", "unsure"],
}


def call_together(key, clusters, team):
    """Choose the cluster, seat its people, write the letter and send it."""
    manager, administrator = team["manager"], team["administrator"]
    group = groups.choose_cluster(
        cluster=clusters[key], reason=region.REASONS[key], by=manager.user
    )
    for number, name in enumerate(cast.SEATS[key]):
        role = Seat.Role.CO_CHAIR if number < cast.CO_CHAIRS[key] else Seat.Role.INVITEE
        person = employer(name, number, group, administrator)
        groups.seat(group=group, person=person, role=role, by=administrator.user)
    write_the_letter(key, group, administrator)
    job = invitations.send(group=group, by=administrator.user)
    jobs.run(job.pk)
    return group


def employer(name, number, group, administrator):
    """A person of one of the cluster's industries, the first of them most often."""
    codes = group.cluster.codes
    code = codes[number % len(codes)]
    organisation = find_or_add(
        administrator,
        name=f"{firm(number // len(codes), code)}",
        industry=code,
        size="large" if number % 3 == 0 else "small",
    )
    return people.add_person(
        initiative=group.initiative,
        name=name,
        email=email_of(name),
        title=POSITIONS[number % len(POSITIONS)],
        organisation=organisation,
        by=administrator.user,
    )


def write_the_letter(key, group, administrator):
    day = timezone.localdate(timezone=group.initiative.zone)
    meeting_on = day + timedelta(days=DAYS_UNTIL_MEETING[key])
    letters.write(
        group=group,
        **first_draft(group),
        meeting_at=datetime.combine(meeting_on, time(8), group.initiative.zone),
        place="Sample Library, reading room, 1 Example Street, Columbus",
        reply_by=meeting_on - timedelta(days=14),
        by=administrator.user,
    )


def collect_answers(key, group, team):
    """Two in three answer by their link, the others by telephone or not yet."""
    seats = group.seats.filter(role=Seat.Role.INVITEE).order_by("pk")
    answers = islice(cycle(ANSWERS[key]), seats.count())
    for number, (seat, answer) in enumerate(zip(seats, answers, strict=True)):
        if answer:
            by = team["administrator"].user if number % 4 == 1 else seat.person
            invitations.answer(invitation=seat.invitation, answer=answer, by=by)
