"""A cluster group is closed once its three meetings are over and its plans decided."""

import pytest
from django.urls import reverse

from core.workflow import history_of
from mobilization.models import Plan
from mobilization.services import closings, groups
from tests.factories.accounts import member
from tests.factories.clusters import ClusterFactory
from tests.factories.plans import plan_in
from tests.factories.process import MeetingFactory
from tests.races import problems, race
from tests.refusals import refused


def a_group(state="with_leadership", third="closed"):
    """A group with one plan in `state`, its first meeting over, its third in the state `third`."""
    group = plan_in(state).team.group
    group.meetings.filter(number=1).update(state="closed")
    group.meetings.exclude(number=1).update(state=third)
    return group, member(group.initiative, "lead_facilitator")


@pytest.mark.django_db
@pytest.mark.parametrize("state", ["with_leadership", "withheld", "approved", "disbanded"])
def test_a_group_that_is_done_is_closed_and_opened_for_a_reason(state):
    group, by = a_group(state)
    assert closings.close(group=group, by=by, note="Thank you.").state == "closed"
    with refused("note_missing"):
        closings.reopen(group=group, by=by, note=" ")
    assert closings.reopen(group=group, by=by, note="One more meeting").state == "open"
    assert [move.name for move in history_of(group)] == ["close", "reopen"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("state", "third"),
    [("conceptual", "closed"), ("action", "closed"), ("approved", "deciding")],
)
def test_a_group_with_work_left_stays_open(state, third):
    group, by = a_group(state, third)
    with refused("group_not_done"):
        closings.close(group=group, by=by)


@pytest.mark.django_db
def test_without_a_third_meeting_a_group_stays_open():
    meeting = MeetingFactory(state="closed")
    with refused("group_not_done"):
        closings.close(group=meeting.group, by=member(meeting.initiative))


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["group", "meeting", "console"])
def test_after_meeting_3_every_page_leads_to_the_close_or_says_what_is_missing(client, page):
    group, by = a_group()
    args = [group.initiative.slug, group.cluster.slug]
    address = reverse(page, args=args if page == "group" else [*args, 3])
    close = reverse("group_move", args=[*args, "close"])
    client.force_login(by)
    assert "Next: close the group" in client.get(address).text
    assert client.get(address).text.count(f'href="{close}"') == 1

    Plan.objects.update(state="action")
    assert "each of its plans decided on." in client.get(address).text
    assert close not in client.get(address).text

    Plan.objects.update(state="with_leadership")
    group.meetings.filter(number=3).update(state="deciding")
    assert "Next: close the group" not in client.get(address).text


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["group", "meeting"])
def test_others_are_told_who_closes_the_group(client, page):
    group, _by = a_group()
    args = [group.initiative.slug, group.cluster.slug]
    client.force_login(member(group.initiative, "administrator"))
    words = client.get(reverse(page, args=args if page == "group" else [*args, 3])).text
    assert "A facilitator or the project manager closes the group." in words
    assert reverse("group_move", args=[*args, "close"]) not in words


@pytest.mark.django_db
def test_the_page_offers_what_is_open_and_tells_the_history(client):
    group, by = a_group()
    page = reverse("group", args=[group.initiative.slug, group.cluster.slug])
    close = reverse("group_move", args=[group.initiative.slug, group.cluster.slug, "close"])
    client.force_login(by)
    assert close in client.get(page).content.decode()
    assert "Thank you." in client.post(close, {"note": "Thank you."}, follow=True).content.decode()
    again = client.post(close, {"note": ""})
    assert again.context["form"].errors
    assert close not in client.get(page).content.decode()


@pytest.mark.django_db
def test_the_history_begins_with_the_choice(client):
    cluster = ClusterFactory()
    manager = member(cluster.initiative)
    group = groups.choose_cluster(cluster=cluster, reason="It grows.", by=manager)
    client.force_login(manager)
    page = client.get(reverse("group", args=[group.initiative.slug, cluster.slug]))
    assert "<strong>Chosen</strong>" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_close_at_once_one_does():
    group, by = a_group()
    copies = [type(group).objects.get(pk=group.pk) for _number in range(8)]
    results = race(*[lambda copy=copy: closings.close(group=copy, by=by) for copy in copies])
    assert problems(results) == ["move_not_open"] * 7
    assert history_of(group).count() == 1
