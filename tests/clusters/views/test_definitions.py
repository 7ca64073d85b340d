"""The pages of clusters: what members see, what only the manager may change."""

import csv
import io

import pytest
from django.urls import reverse

from accounts.models import Membership
from clusters.models import Cluster
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import JointObservationFactory, WorksheetFactory
from tests.factories.clusters import ClusterFactory, ClusterIndustryFactory
from tests.factories.process import ClusterGroupFactory

pytestmark = pytest.mark.django_db

Role = Membership.Role
OTHERS = [Role.LEAD_FACILITATOR, Role.RECORDER, Role.ADMINISTRATOR]


@pytest.fixture
def initiative():
    return InitiativeFactory(slug="here")


@pytest.fixture
def cluster(initiative):
    cluster = ClusterFactory(initiative=initiative, slug="tools", name="Tools")
    ClusterIndustryFactory(cluster=cluster, naics="3345")
    return cluster


@pytest.fixture
def sign_in(client):
    def as_role(initiative, role=Role.MANAGER):
        client.force_login(member(initiative, role))
        return client

    return as_role


def url(name, *args):
    return reverse(name, args=["here", *args])


def text(response):
    return " ".join(response.content.decode().split())


# --- Without figures ----------------------------------------------------------------------------


def test_without_a_region_the_clusters_are_listed_and_the_next_step_is_named(cluster, sign_in):
    client = sign_in(cluster.initiative)

    overview = text(client.get(url("cluster_list")))
    page = text(client.get(url("cluster_detail", "tools")))

    for shown in (overview, page):
        assert "The region of this initiative has not been chosen yet." in shown
        assert reverse("data_home", args=["here"]) in shown
    assert "Tools" in overview
    assert "3345 Navigational, Measuring" in page
    assert "Export-oriented" in page


def test_an_initiative_without_clusters_says_how_to_start(initiative, sign_in):
    page = text(sign_in(initiative).get(url("cluster_list")))

    assert "No cluster has been defined yet." in page
    assert url("cluster_new") in page


def test_without_figures_files_of_figures_are_refused_in_words(cluster, sign_in):
    client = sign_in(cluster.initiative)

    for name, *args in [("cluster_summary_csv",), ("cluster_bubble",), ("cluster_bubble_svg",)]:
        response = client.get(url(name, *args))
        assert response.status_code == 409
        assert "has not been chosen yet" in text(response)


# --- With figures -------------------------------------------------------------------------------


def test_the_table_shows_rows_and_total_and_names_what_is_left_out(region, cluster_of, sign_in):
    cluster_of("3391 4521 4551 5171 1111", slug="tools", name="Tools")
    cluster_of("3391", name="Optics")

    page = text(sign_in(region.initiative).get(url("cluster_detail", "tools")))

    assert "Riverland, 2016 to 2023; base: United States." in page
    assert "The cluster, from sums" in page
    assert "The start was bridged from 5171, 5172, 5179; 0 % by weights." in page
    assert "the code is bridged from 4521, 4541; 100 % by weights." in page
    assert "The code ended before 2023; its jobs are counted in 4551 and 4552." in page
    assert "Growth and changes leave out 4521 and 4551: the code ended, or weights" in page
    assert "allocated more than 25 % of its jobs." in page
    assert "The region has no such jobs in 2016 or 2023." in page
    assert "Also in Optics." in page
    assert "2016-US000.csv of 2016 is an estimate: Recovered from published quotients" in page


def test_a_cluster_that_cannot_be_drawn_is_named_with_the_reason(region, cluster_of, sign_in):
    cluster_of("3391 6113", name="Tools")
    cluster_of("4551", name="Shops")
    cluster_of("", name="Nothing")

    page = text(sign_in(region.initiative).get(url("cluster_list")))

    reason = "no growth, because the codes of its industries cannot be compared"
    assert f"Shops: {reason}" in page
    assert "Nothing: no industry has been chosen yet" in page
    assert "Tools:" not in page
    assert "The table has the same figures." in page


def test_the_tables_can_be_downloaded_unrounded(region, cluster_of, sign_in):
    cluster_of("3391 6113", slug="tools", name="=1+1")
    client = sign_in(region.initiative)

    summary = read(client.get(url("cluster_summary_csv")))
    table = read(client.get(url("cluster_table_csv", "tools")))

    assert [row["cluster"] for row in summary] == ["'=1+1"]
    assert summary[0]["naics"] == "3391 6113"
    assert [row["naics"] for row in table] == ["3391", "6113", "total"]
    assert table[2]["growth"] == summary[0]["growth"]
    assert float(table[2]["employment_end"]) == sum(
        float(row["employment_end"] or 0) for row in table[:2]
    )


def read(response):
    return list(csv.DictReader(io.StringIO(response.content.decode())))


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_the_database_as_often_for_one_cluster_as_for_thirty(
    region, cluster_of, sign_in, django_assert_num_queries, count
):
    for number in range(count):
        cluster_of("3391 6113", name=f"Cluster {number}")
    client = sign_in(region.initiative)
    client.get(url("cluster_list"))

    with django_assert_num_queries(15):
        client.get(url("cluster_list"))


@pytest.mark.parametrize("codes", ["3391", "3254 3391 4451 5171 5413 6113 6221 9999"])
def test_a_cluster_asks_the_database_as_often_for_one_industry_as_for_eight(
    region, cluster_of, sign_in, django_assert_num_queries, codes
):
    cluster_of(codes, slug="tools")
    client = sign_in(region.initiative)
    client.get(url("cluster_detail", "tools"))

    with django_assert_num_queries(17):
        client.get(url("cluster_detail", "tools"))


def test_a_cluster_says_what_the_team_saw_of_its_industries(cluster, sign_in):
    closed = WorksheetFactory(initiative=cluster.initiative, state="closed")
    JointObservationFactory(worksheet=closed, text="Optics grow.", codes=["3345", "4931"])
    JointObservationFactory(worksheet=closed, text="Of others.", codes=["4931"])

    page = text(sign_in(cluster.initiative).get(url("cluster_detail", "tools")))

    assert 'Optics grow.<div class="minor">3345 ·' in page
    assert url("worksheet", 1) in page
    assert "Of others." not in page


# --- Defining -----------------------------------------------------------------------------------


def test_a_manager_defines_a_cluster_and_goes_on_to_its_industries(initiative, sign_in):
    response = sign_in(initiative).post(url("cluster_new"), {"name": "Food", "description": ""})

    assert response.url == url("cluster_industries", "food")
    assert Cluster.objects.get().name == "Food"


def test_a_cluster_starts_from_the_industries_that_were_named(initiative, sign_in):
    client = sign_in(initiative)
    address = f"{url('cluster_new')}?naics=4931&naics=4921&naics=4931&naics=x&naics=9998"
    page = text(client.get(address))
    assert page.count('name="industries"') == 2
    assert page.count(" checked") == 2
    assert "4921 Couriers and Express Delivery Services" in page

    typed = {"name": "Freight", "description": "", "industries": ["4931"], "role": "export"}
    assert client.post(address, typed).url == url("cluster_industries", "freight")
    cluster = Cluster.objects.get()
    assert [(one.naics, one.role) for one in cluster.industries.all()] == [("4931", "export")]


def test_without_a_role_no_industry_is_taken_and_no_cluster_made(initiative, sign_in):
    client = sign_in(initiative)
    typed = {"name": "Freight", "description": "", "industries": ["4931"], "role": ""}
    page = text(client.post(f"{url('cluster_new')}?naics=4931", typed))
    assert "Choose one of the three roles." in page
    assert not Cluster.objects.exists()


def test_a_taken_name_keeps_what_was_typed(cluster, sign_in):
    typed = {"name": "tools", "description": "They share machinists."}

    page = text(sign_in(cluster.initiative).post(url("cluster_new"), typed))

    assert "Another cluster of this initiative is called “tools”" in page
    assert "They share machinists." in page
    assert Cluster.objects.count() == 1


def test_the_name_can_be_changed(cluster, sign_in):
    client = sign_in(cluster.initiative)
    assert 'value="Tools"' in text(client.get(url("cluster_edit", "tools")))

    response = client.post(url("cluster_edit", "tools"), {"name": "Machines", "description": "x"})

    assert response.url == url("cluster_detail", "tools")
    assert "Renamed to “Machines”" in text(client.get(response.url))


def test_a_cluster_can_be_deleted_until_it_is_chosen(cluster, sign_in):
    client = sign_in(cluster.initiative)
    group = ClusterGroupFactory(cluster=cluster)

    came_from = {"Referer": f"http://testserver{url('cluster_edit', 'tools')}"}
    refused = client.post(url("cluster_delete", "tools"), follow=True, headers=came_from)
    assert "was chosen for mobilization" in text(refused)
    group.delete()
    client.post(url("cluster_delete", "tools"))

    assert Cluster.objects.count() == 0


def test_the_next_step_is_to_choose_the_cluster_and_then_its_group(cluster, sign_in):
    client = sign_in(cluster.initiative)
    assert url("group_choose") in text(client.get(url("cluster_detail", "tools")))

    ClusterGroupFactory(cluster=cluster)

    page = text(client.get(url("cluster_detail", "tools")))
    assert url("group", "tools") in page
    assert url("group_choose") not in page


# --- Who may ------------------------------------------------------------------------------------

CHANGES = [
    ("cluster_new", []),
    ("cluster_edit", ["tools"]),
    ("cluster_delete", ["tools"]),
    ("cluster_industries", ["tools"]),
    ("industry_add", ["tools", "3391"]),
    ("industry_role", ["tools", "3345"]),
    ("industry_remove", ["tools", "3345"]),
]


@pytest.mark.parametrize("role", OTHERS)
def test_other_members_look_and_do_not_change(cluster, sign_in, role):
    client = sign_in(cluster.initiative, role)

    page = client.get(url("cluster_detail", "tools"))

    assert page.status_code == 200
    assert url("cluster_edit", "tools") not in text(page)
    for name, args in CHANGES:
        assert client.post(url(name, *args), {"role": "export"}).status_code == 403
    assert cluster.codes == ["3345"]


def test_nothing_of_another_initiative_is_found(cluster, sign_in):
    elsewhere = ClusterFactory(initiative__slug="there", slug="secret", name="Secret")
    client = sign_in(cluster.initiative)

    assert client.get(reverse("cluster_list", args=["there"])).status_code == 404
    for name in ("cluster_detail", "cluster_edit", "cluster_table_csv", "cluster_industries"):
        assert client.get(url(name, elsewhere.slug)).status_code == 404
    assert client.post(url("industry_add", "secret", "3391"), {"role": "export"}).status_code == 404
    assert elsewhere.codes == []
