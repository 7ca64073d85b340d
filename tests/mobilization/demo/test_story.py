"""The demo tells its whole story by the services, once, and leaves three states to look at."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts import links
from accounts.models import Initiative
from core.models import Job, Move
from mobilization.demo.cast import PARTS
from mobilization.models import (
    ClusterGroup,
    CoachingTalk,
    Comfort,
    Decision,
    Deed,
    Dot,
    Feedback,
    Guest,
    Meeting,
    Plan,
    Presentation,
    Summary,
    Volunteer,
)
from mobilization.presenters import personal
from mobilization.presenters.overview import standings
from mobilization.queries import demo
from mobilization.queries.overview import clusters_with_standing
from mobilization.services.summaries import basis_of
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


def load(capsys):
    call_command("load_demo")
    return capsys.readouterr().out


def waits_for(part):
    """What is urgent on the page of the person who plays `part`."""
    (person,) = [demo.person_of(known) for known in PARTS if known.key == part]
    found = personal.entries(links.for_person(person))
    return [entry.title for entry in found if entry.urgent]


def test_the_demo_is_loaded_once(capsys):
    assert load(capsys) == "The demo is loaded: central Ohio, three clusters.\n"
    initiative = Initiative.objects.get()

    rows = standings(clusters_with_standing(initiative), initiative, "manager")
    assert {row["cluster"].name: row["next"].action for row in rows} == {
        "Freight and logistics": "Open the blueprint",
        "Vehicles and components": "Go to the room",
        "Finance and insurance": "Follow up the answers",
    }
    assert [plan.state for plan in Plan.objects.all()] == ["approved", "approved", "disbanded"]
    assert Plan.objects.last().team.split_from == Plan.objects.all()[1].team
    assert ClusterGroup.objects.get(cluster__name="Freight and logistics").state == "closed"
    assert Comfort.objects.exclude(closed_at=None).get().answers.count() == 14
    assert Volunteer.objects.count() == 10
    assert CoachingTalk.objects.count() == 2
    assert Presentation.objects.exclude(confirmed_at=None).count() == 4
    assert Feedback.objects.filter(source="leadership").exclude(answer="").count() == 1
    assert Guest.objects.get().state == "waiting"
    summaries = Summary.objects.select_related("meeting").order_by("meeting__number")
    assert [
        (summary.meeting.number, summary.state, summary.basis == basis_of(summary.meeting))
        for summary in summaries
    ] == [(1, "sent_out", True), (2, "sent_out", True), (3, "sent_out", True)]
    assert Decision.objects.filter(kind=Decision.Kind.WITHHELD).count() == 1
    room = Meeting.objects.get(group__cluster__name="Vehicles and components")
    assert (room.state, timezone.localdate(room.starts_at, initiative.zone)) == (
        "voting",
        timezone.localdate(timezone=initiative.zone),
    )
    held = Meeting.objects.filter(group__cluster__name="Freight and logistics")
    starts = [timezone.localtime(meeting.starts_at, initiative.zone) for meeting in held]
    assert [f"{start:%A %H:%M}" for start in starts] == ["Tuesday 08:00"] * 3
    assert not Dot.objects.exclude(ballot__dots_left__gte=0).exists()
    assert Dot.objects.get(source="spoken").ballot.meeting == room
    assert Job.objects.filter(state=Job.State.WAITING).count() == 3
    assert not Move.objects.filter(at__gt=timezone.now()).exists()
    for deed in Deed.objects.select_related("meeting"):
        assert abs(deed.at - deed.meeting.starts_at) < timedelta(days=1)
    assert [part.key for part in PARTS if not (demo.account_of(part) or demo.person_of(part))] == []

    assert waits_for("participant")[0] == "Place your dots"
    assert waits_for("invitee") == ["Invitation: Finance and insurance"]

    before = Move.objects.count()
    assert load(capsys) == "The demo is loaded already; nothing was changed.\n"
    assert Move.objects.count() == before


def test_the_demo_is_not_loaded_beside_real_work(capsys):
    UserFactory()
    with pytest.raises(CommandError, match="Load it into an empty database"):
        load(capsys)
    assert not Initiative.objects.exists()
