"""Choosing industries: the search keeps what was chosen, with and without scripts."""

import pytest
from django.urls import reverse

from tests.factories.accounts import member
from tests.factories.clusters import ClusterFactory, ClusterIndustryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def cluster():
    cluster = ClusterFactory(initiative__slug="here", slug="tools", name="Tools")
    ClusterIndustryFactory(cluster=cluster, naics="3345")
    return cluster


@pytest.fixture
def manager(client, cluster):
    client.force_login(member(cluster.initiative))
    return client


def url(name, *args):
    return reverse(name, args=["here", "tools", *args])


def codes(response):
    return [choice.code for choice in response.context["choices"]]


def chosen(response):
    return [choice.code for choice in response.context["chosen"]]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("junior coll", ["6112"]),
        ("COLLEGES", ["6112", "6113"]),
        ("6112", ["6112"]),
        ("61 schools", ["6111", "6113", "6114", "6115", "6116"]),
        ("no such thing", []),
    ],
)
def test_every_word_is_in_the_title_or_begins_the_code(manager, words, found):
    page = manager.get(url("cluster_industries"), {"q": words, "order": "naics"})

    assert codes(page) == found
    assert chosen(page) == ["3345"]


def test_before_a_search_the_first_forty_are_listed(manager):
    page = manager.get(url("cluster_industries"))

    assert len(codes(page)) == 40
    assert "The first 40 of" in page.content.decode()


def test_the_order_is_by_figures_and_the_unknown_stand_last(client, region, cluster_of):
    cluster_of("", slug="tools")
    client.force_login(member(region.initiative))

    choices = client.get(url("cluster_industries"), {"order": "employment_end"}).context["choices"]

    figures = [choice.figures.split(" jobs")[0].replace(",", "") for choice in choices]
    numbers = [int(figure) for figure in figures if figure.isdigit()]
    assert numbers == sorted(numbers, reverse=True)
    assert all(figure.isdigit() for figure in figures[: len(numbers)])


def test_an_unknown_order_is_the_usual_one(manager):
    page = manager.get(url("cluster_industries"), {"order": "password"})
    assert page.context["wanted"]["order"] == "employment_end"


def test_the_search_alone_comes_as_a_fragment(manager):
    page = manager.get(url("cluster_industries"), {"q": "6112"}, headers={"HX-Request": "true"})

    assert page.content.decode().lstrip().startswith('<div id="found">')
    assert "HX-Request" in page["Vary"]


def test_an_industry_is_added_and_the_search_stays(manager, cluster):
    answer = manager.post(url("industry_add", "6112"), {"role": "support", "q": "coll"})

    assert answer.url == url("cluster_industries") + "?q=coll&order="
    page = manager.get(answer.url)
    assert chosen(page) == ["3345", "6112"]
    assert "6112 was added." in page.content.decode()


def test_with_scripts_the_answer_is_the_list_with_what_was_said(manager):
    answer = manager.post(
        url("industry_add", "6112"),
        {"role": "support", "q": "coll"},
        headers={"HX-Request": "true"},
    )

    assert chosen(answer) == ["3345", "6112"]
    assert "6112" in codes(answer)
    assert "6112 was added." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_with_scripts_the_search_field_is_left_where_somebody_may_be_typing(manager):
    answer = manager.post(
        url("industry_add", "6112"), {"role": "support"}, headers={"HX-Request": "true"}
    )

    assert 'name="order"' in answer.content.decode()
    assert 'id="id_q"' not in answer.content.decode()


def test_a_refusal_is_said_in_words_on_the_same_page(manager, cluster):
    answer = manager.post(
        url("industry_add", "0000"), {"role": "support"}, headers={"HX-Request": "true"}
    )

    assert "is not the code of a 4-digit industry" in answer.content.decode()
    assert chosen(answer) == ["3345"]


def test_a_role_is_changed_and_an_industry_taken_out(manager, cluster):
    manager.post(url("industry_role", "3345"), {"role": "population"})
    assert cluster.industries.get().role == "population"

    manager.post(url("industry_remove", "3345"))
    assert not cluster.industries.exists()


def test_nothing_happens_on_get(manager, cluster):
    for name in ("industry_add", "industry_role", "industry_remove"):
        assert manager.get(url(name, "3345")).status_code == 405


def test_what_another_cluster_has_is_said(manager, cluster):
    other = ClusterFactory(initiative=cluster.initiative, name="Optics")
    ClusterIndustryFactory(cluster=other, naics="3345")

    page = manager.get(url("cluster_industries"), {"q": "3345"})

    assert [choice.note for choice in page.context["choices"]] == ["Also in Optics."]
