import pytest
from django.urls import reverse

from accounts.models import Person
from mobilization.models import Outcome
from tests.factories.accounts import OrganisationFactory, PersonFactory, member
from tests.factories.analytics import (
    JointObservationFactory,
    RegionFactory,
    WorksheetFactory,
)
from tests.factories.blueprints import approved_plan
from tests.factories.clusters import ClusterIndustryFactory
from tests.factories.meetings import voted_meeting
from tests.factories.process import ClusterGroupFactory, OutcomeFactory, SeatFactory, TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return voted_meeting(group__cluster__name="Makers")


@pytest.fixture
def group(meeting):
    ClusterIndustryFactory(cluster=meeting.group.cluster, naics="3345")
    firm = OrganisationFactory(initiative=meeting.initiative, name="Lenses Ltd", industry="3345")
    person = PersonFactory(initiative=meeting.initiative, name="Lena Lens", organisation=firm)
    SeatFactory(group=meeting.group, person=person)
    return meeting.group


@pytest.fixture
def outcome(meeting, group):
    team = meeting.priorities.get().teams.get()
    return approved_plan(team=team, title="An evening school").outcomes.get()


@pytest.fixture
def page(client, group):
    """page(name, *args): the words of a page as the manager sees it."""
    user = member(group.initiative)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    def read(name, *args):
        response = client.get(reverse(name, args=[group.initiative.slug, *args]))
        assert response.status_code == 200
        return response

    return read


def kinds(response):
    return [str(station.kind) for station in response.context["stations"]]


def stations(response):
    """{kind: station}; of several of one kind the last."""
    return {str(station.kind): station for station in response.context["stations"]}


def items(station):
    return [(item.text, item.detail) for item in station.items]


def test_an_outcome_leads_back_to_the_cluster(page, outcome):
    assert kinds(page("thread", outcome.pk)) == [
        "Outcome",
        "Plan",
        "Decision of the Leadership Group",
        "Team",
        "Priority area",
        "Requirements and their dots",
        "Cards behind them",
        "Industries on the invitation list",
        "Cluster",
    ]


def test_with_data_it_leads_on_to_industries_and_files(page, outcome, group, invented):
    RegionFactory(initiative=group.initiative, areas=invented.areas)
    invented.load()

    found = stations(page("thread", outcome.pk))

    [row] = found["Industries of the cluster"].items
    assert row.text.startswith("3345 ")
    assert row.url == reverse(
        "thread_industry", args=[group.initiative.slug, group.cluster.slug, "3345"]
    )
    assert found["Source files"].title == f"{len(invented.files)} files"


def test_dots_are_totals(page, outcome):
    found = stations(page("thread", outcome.pk))

    assert items(found["Requirements and their dots"]) == [
        ("An evening school for technicians", "3 dots"),
        ("Homes near the plants", "2 dots"),
    ]
    assert found["Priority area"].sentence == "5 dots"


def test_cards_stand_in_the_order_of_their_words_without_writers(page, outcome):
    found = stations(page("thread", outcome.pk))

    assert items(found["Cards behind them"]) == [
        ("School, said 0", "requirement"),
        ("School, said 1", "requirement"),
        ("School, said 2", "requirement"),
        ("A place for makers", "vision"),
        ("Known for clean machines", "vision"),
        ("Zinc and tin made here", "vision"),
    ]


def test_industries_are_those_of_the_whole_group(page, outcome, group):
    found = stations(page("thread", outcome.pk))

    industries = found["Industries on the invitation list"]
    assert industries.title == f"{group.seats.count()} people"
    assert industries.items[0].detail == "1 person: Lenses Ltd"
    assert items(industries)[-1][0] == "Industry not entered"


@pytest.mark.parametrize("way", ["back", "forward"])
def test_only_those_who_came_forward_are_named(page, outcome, group, way):
    response = (
        page("thread", outcome.pk)
        if way == "back"
        else page("thread_industry", group.cluster.slug, "3345")
    )

    team = outcome.plan.team
    text = response.content.decode()
    shown = {name for name in Person.objects.values_list("name", flat=True) if name in text}
    assert shown == {team.champion.name, team.convener.name}


def test_a_decision_that_an_edit_voided_says_so(page, outcome):
    decision = outcome.plan.versions.get().decision
    decision.voided_at = decision.decided_at
    decision.save()

    found = stations(page("thread", outcome.pk))

    assert "voided it" in found["Decision of the Leadership Group"].sentence


def test_an_industry_leads_forward_to_outcomes_and_back(page, outcome, group):
    response = page("thread_industry", group.cluster.slug, "3345")

    assert kinds(response) == [
        "Industry",
        "Cluster",
        "Industries on the invitation list",
        "Requirements and their dots",
        "Priority areas",
        "Teams",
        "Plan",
        "Decision of the Leadership Group",
        "Outcomes",
    ]
    [line] = stations(response)["Outcomes"].items
    assert line.url == reverse("thread", args=[group.initiative.slug, outcome.pk])


@pytest.mark.parametrize("plans", [1, 3])
def test_the_way_forward_asks_the_same_queries(
    page, outcome, group, meeting, plans, django_assert_num_queries
):
    for _plan in range(plans - 1):
        approved_plan(team=TeamFactory(priority__meeting=meeting))
    way = ["thread_industry", group.cluster.slug, "3345"]
    assert kinds(page(*way)).count("Plan") == plans

    with django_assert_num_queries(19):
        page(*way)


def test_forward_every_requirement_stands_also_without_a_dot(page, outcome, group):
    found = stations(page("thread_industry", group.cluster.slug, "3345"))

    assert items(found["Requirements and their dots"])[-1] == ("Buses at shift change", "0 dots")


def test_what_the_team_saw_in_the_table_stands_on_both_ways(page, outcome, group):
    closed = WorksheetFactory(initiative=group.initiative, state="closed")
    open_round = WorksheetFactory(initiative=group.initiative, number=2, state="joining")
    JointObservationFactory(worksheet=closed, text="Optics grow.", codes=["3345", "3333"])
    JointObservationFactory(worksheet=closed, text="Of others.", codes=["4931"])
    JointObservationFactory(worksheet=open_round, text="Not agreed yet.", codes=["3345"])

    for response in (
        page("thread", outcome.pk),
        page("thread_industry", group.cluster.slug, "3345"),
    ):
        station = stations(response)["Joint observations on the NAICS table"]
        assert items(station) == [("Optics grow.", "3333, 3345")]
        assert station.url == reverse("worksheet", args=[group.initiative.slug, 1])


def test_before_the_first_meeting_the_way_ends_at_the_invitations(client):
    group = ClusterGroupFactory()
    ClusterIndustryFactory(cluster=group.cluster, naics="3345")
    user = member(group.initiative)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")

    response = client.get(
        reverse("thread_industry", args=[group.initiative.slug, group.cluster.slug, "3345"])
    )

    assert kinds(response) == ["Industry", "Cluster", "Industries on the invitation list"]


def test_another_initiatives_outcome_and_an_industry_outside_are_not_found(client, page, group):
    elsewhere = OutcomeFactory()
    slug = group.initiative.slug
    addresses = [
        reverse("thread", args=[slug, elsewhere.pk]),
        reverse("thread_industry", args=[slug, group.cluster.slug, "3344"]),
        reverse("thread_industry", args=[slug, elsewhere.plan.team.group.cluster.slug, "3345"]),
    ]

    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
    assert Outcome.objects.filter(pk=elsewhere.pk).exists()
