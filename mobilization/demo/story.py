"""Tells the demo's story through the services, as its people would have lived it.

Everything is done today, chapter by chapter, and between two chapters time is let pass: what
has happened so far grows older. So no rule is bent and every page has its past.
"""

from django.db import transaction
from django.utils import timezone

from clusters import demo as observing
from core.problems import Problem
from mobilization.demo import beginning, between, inviting, planning, room
from mobilization.demo.passing_time import let_pass
from mobilization.queries.demo import is_empty


@transaction.atomic
def tell():
    """Load the demo into an empty database. Raises Problem `demo_needs_an_empty_database`."""
    if not is_empty():
        raise Problem("demo_needs_an_empty_database")
    team = beginning.found()
    beginning.seat_the_leadership_group(team)
    observing.hold_the_first_round(team)
    clusters = beginning.define_clusters(team)

    freight = inviting.call_together("freight", clusters, team)
    let_pass(days=14)
    inviting.collect_answers("freight", freight, team)
    let_pass(days=21)
    room.hold_the_first_meeting(freight, team)
    between.report_to_the_leadership_group(freight, team)
    let_pass(days=between.UNTIL_MEETING_2)
    planning.hold_the_second_meeting(freight, team)
    between.call_to(freight, 3, between.UNTIL_MEETING_3, team)
    between.send_the_summary(freight, 2, team)
    let_pass(days=between.UNTIL_MEETING_3)
    planning.hold_the_third_meeting(freight, team)
    between.send_the_summary(freight, 3, team)
    let_pass(days=7)
    planning.decide(freight, team)
    let_pass(days=days_since_tuesday(team))

    vehicles = inviting.call_together("vehicles", clusters, team)
    let_pass(days=14)
    inviting.collect_answers("vehicles", vehicles, team)
    let_pass(days=14)
    finance = inviting.call_together("finance", clusters, team)
    let_pass(days=7)
    inviting.collect_answers("finance", finance, team)
    room.begin_the_first_meeting(vehicles, team)
    planning.order_documents(freight, team)
    observing.begin_the_second_round(team)
    return team["manager"].initiative


def days_since_tuesday(team):
    """So that all that is told in whole weeks fell on Tuesdays, and no meeting on a Sunday."""
    today = timezone.localdate(timezone=team["manager"].initiative.zone)
    return (today.weekday() - 1) % 7
