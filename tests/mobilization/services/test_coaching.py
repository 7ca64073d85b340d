from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from mobilization.models import CoachingTalk, TeamFacilitator
from mobilization.services import coaching
from tests.factories.accounts import member
from tests.factories.process import TeamFactory
from tests.races import race
from tests.refusals import refused

DAY = date(2026, 5, 4)


def talk(team, by, text="Two firms still decide", day=DAY):
    return coaching.write_down(team=team, way="phone", day=day, text=text, by=by)


@pytest.mark.django_db
def test_the_same_talk_is_kept_once_and_the_latest_stands_first():
    team = TeamFactory()
    by = member(team.initiative, "recorder")

    first = talk(team, by)
    assert talk(team, by) == first
    later = talk(team, by, "The plan is written", DAY + timedelta(days=7))

    assert list(team.talks.all()) == [later, first]
    assert first.written_by_name == str(by)


@pytest.mark.django_db
def test_a_talk_that_is_still_to_come_is_refused():
    team = TeamFactory()
    tomorrow = timezone.localdate() + timedelta(days=1)
    with refused("talk_ahead"):
        talk(team, member(team.initiative, "recorder"), day=tomorrow)


@pytest.mark.django_db
def test_a_team_has_one_facilitator_of_its_own_initiative():
    team = TeamFactory()
    manager = member(team.initiative, "manager")
    first, second = (member(team.initiative, role) for role in ("recorder", "lead_facilitator"))

    for user in (first, second):
        coaching.assign(team=team, user=user, by=manager)
    assert TeamFacilitator.objects.get(team=team).user == second
    for user in (member(team.initiative, "administrator"), member(TeamFactory().initiative)):
        with refused("not_a_facilitator"):
            coaching.assign(team=team, user=user, by=manager)
    coaching.assign(team=team, user=None, by=manager)
    assert not TeamFacilitator.objects.exists()


@pytest.mark.django_db
def test_coaching_is_for_those_who_run_the_room():
    team = TeamFactory()
    for by in (member(team.initiative, "administrator"), team.champion):
        with pytest.raises(PermissionDenied):
            talk(team, by)
        with pytest.raises(PermissionDenied):
            coaching.assign(team=team, user=None, by=by)


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_eight_times_at_once_is_one_talk():
    team = TeamFactory()
    by = member(team.initiative, "recorder")

    race(*[lambda: talk(team, by)] * 8)

    assert CoachingTalk.objects.count() == 1
