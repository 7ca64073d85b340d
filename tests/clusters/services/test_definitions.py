"""Given a manager of an initiative, when clusters are defined, then only sensible ones stand."""

import pytest
from django.db import IntegrityError, transaction

from clusters.models import Cluster, ClusterIndustry
from clusters.services import definitions
from core.workflow import history_of
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import RegionFactory, StudyFactory
from tests.factories.clusters import ClusterFactory, ClusterIndustryFactory
from tests.factories.process import ClusterGroupFactory
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def cluster():
    return ClusterFactory(slug="instruments", name="Instruments")


@pytest.fixture
def manager(cluster):
    return member(cluster.initiative)


def industries(cluster):
    return list(cluster.industries.values_list("naics", "role"))


def changes(cluster):
    return [(move.name, move.before, move.after, move.note) for move in history_of(cluster)]


def define(initiative, name="Food and drink"):
    by = member(initiative)
    return definitions.define(initiative=initiative, name=name, description="Soil", by=by)


def test_a_cluster_is_defined_once_with_its_history():
    cluster = define(InitiativeFactory())
    assert (cluster.slug, cluster.name, cluster.description) == (
        "food-and-drink",
        "Food and drink",
        "Soil",
    )
    assert changes(cluster) == [("define", "", "", "Food and drink")]


@pytest.mark.parametrize("name", ["Food and drink", "FOOD AND DRINK", "Food, and drink!"])
def test_a_name_that_stands_already_is_refused_and_nothing_is_stored(name):
    initiative = define(InitiativeFactory()).initiative
    with refused("cluster_name_taken"):
        define(initiative, name)
    assert initiative.clusters.count() == 1


def test_another_initiative_may_use_the_same_name():
    assert define(InitiativeFactory()).slug == define(InitiativeFactory()).slug


@pytest.mark.parametrize("name", ["New", "食品"])
def test_a_name_that_makes_no_address_gets_one(name):
    cluster = define(InitiativeFactory(), name)
    assert cluster.name == name
    assert cluster.slug.startswith("cluster-")


def test_renaming_keeps_the_address(cluster, manager):
    definitions.rename(cluster=cluster, name="Optics", description="", by=manager)
    cluster.refresh_from_db()
    assert (cluster.slug, cluster.name) == ("instruments", "Optics")
    assert changes(cluster) == [("rename", "", "", "Optics")]


def test_saving_without_a_change_leaves_no_history(cluster, manager):
    definitions.rename(cluster=cluster, name="Instruments", description="", by=manager)
    assert changes(cluster) == []


def test_a_new_description_is_told_apart_from_a_new_name(cluster, manager):
    definitions.rename(cluster=cluster, name="Instruments", description="Skills", by=manager)
    assert changes(cluster) == [("describe", "", "", "Instruments")]


def test_renaming_to_another_cluster_s_name_is_refused(cluster, manager):
    other = ClusterFactory(initiative=cluster.initiative, name="Optics")
    with refused("cluster_name_taken"):
        definitions.rename(cluster=cluster, name="optics", description="", by=manager)
    assert {str(found) for found in Cluster.objects.all()} == {"Instruments", other.name}


def test_an_industry_is_added_once_however_often_it_is_sent(cluster, manager):
    for _time in range(2):
        definitions.add_industry(cluster=cluster, naics="3345", role="export", by=manager)
    assert industries(cluster) == [("3345", "export")]
    assert changes(cluster) == [("add_industry", "", "export", "3345")]


def test_an_industry_cannot_be_added_again_in_another_role(cluster, manager):
    ClusterIndustryFactory(cluster=cluster, naics="3345", role="export")
    with refused("industry_in_cluster"):
        definitions.add_industry(cluster=cluster, naics="3345", role="support", by=manager)
    assert industries(cluster) == [("3345", "export")]


@pytest.mark.parametrize("naics", ["", "33", "334511", "1012", "0000", "31-33", "334x"])
def test_only_a_4_digit_industry_of_naics_can_be_added(cluster, manager, naics):
    with refused("industry_unknown"):
        definitions.add_industry(cluster=cluster, naics=naics, role="export", by=manager)
    assert industries(cluster) == []


def test_a_role_is_one_of_three(cluster, manager):
    with refused("role_unknown"):
        definitions.add_industry(cluster=cluster, naics="3345", role="", by=manager)
    ClusterIndustryFactory(cluster=cluster, naics="3345")
    with refused("role_unknown"):
        definitions.change_role(cluster=cluster, naics="3345", role="leader", by=manager)


def test_a_role_can_change_and_says_from_what(cluster, manager):
    ClusterIndustryFactory(cluster=cluster, naics="3345", role="export")
    for _time in range(2):
        definitions.change_role(cluster=cluster, naics="3345", role="support", by=manager)
    assert industries(cluster) == [("3345", "support")]
    assert changes(cluster) == [("change_role", "export", "support", "3345")]


def test_the_role_of_an_industry_that_is_not_there_cannot_change(cluster, manager):
    with refused("industry_not_in_cluster"):
        definitions.change_role(cluster=cluster, naics="3345", role="support", by=manager)


def test_an_industry_is_taken_out_once(cluster, manager):
    ClusterIndustryFactory(cluster=cluster, naics="3345")
    for _time in range(2):
        definitions.remove_industry(cluster=cluster, naics="3345", by=manager)
    assert industries(cluster) == []
    assert changes(cluster) == [("remove_industry", "", "", "3345")]


def test_a_cluster_that_nothing_rests_on_can_be_deleted(cluster, manager):
    ClusterIndustryFactory(cluster=cluster)
    definitions.delete(cluster=cluster, by=manager)
    assert (Cluster.objects.count(), ClusterIndustry.objects.count()) == (0, 0)


def test_a_cluster_that_was_chosen_cannot_be_deleted(cluster, manager):
    ClusterGroupFactory(cluster=cluster)
    with refused("cluster_in_use"):
        definitions.delete(cluster=cluster, by=manager)
    assert Cluster.objects.get() == cluster
    assert changes(cluster) == []


# --- What the database itself refuses -----------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"slug": "a", "name": "A"}, {"slug": "a", "name": "B"}),
        ({"slug": "a", "name": "Food"}, {"slug": "b", "name": "food"}),
    ],
)
def test_addresses_and_names_stand_once_in_an_initiative(first, second):
    initiative = ClusterFactory(**first).initiative
    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterFactory(initiative=initiative, **second)
    ClusterFactory(**second)


@pytest.mark.parametrize("second", [{"naics": "3345"}, {"naics": "3391", "role": "leader"}])
def test_industries_stand_once_in_a_cluster_and_in_a_known_role(second):
    cluster = ClusterIndustryFactory(naics="3345").cluster
    with pytest.raises(IntegrityError), transaction.atomic():
        ClusterIndustryFactory(cluster=cluster, **second)


def test_a_cluster_takes_over_the_list_of_a_study():
    cluster = ClusterFactory()
    manager = member(cluster.initiative)
    study = StudyFactory(initiative=cluster.initiative, codes=["3254", "325", "452111"])
    definitions.add_industry(cluster=cluster, naics="3251", role="support", by=manager)
    added = definitions.take_over(cluster=cluster, study=study, role="export", by=manager)
    roles = {one.naics: one.role for one in cluster.industries.all()}
    assert roles["3251"] == "support"
    assert roles["3254"] == roles["4521"] == "export"
    assert added == len(roles) - 1
    assert history_of(cluster).last().name == "take_over"


def test_the_list_stands_on_the_codes_of_the_regions_last_year():
    region = RegionFactory(end_year=2018)
    study = StudyFactory(initiative=region.initiative, codes=["4521"], revision=2012)
    cluster = definitions.define(
        initiative=region.initiative,
        name="Trade",
        description="",
        study=study,
        role="population",
        by=member(region.initiative),
    )
    assert cluster.codes == ["4522", "4523"]
