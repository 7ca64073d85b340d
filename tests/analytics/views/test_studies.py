"""The pages of earlier studies, and their industries in the NAICS table."""

import pytest
from django.urls import reverse

from analytics.models import Study
from tests.factories.analytics import RegionFactory, StudyFactory

pytestmark = pytest.mark.django_db

TYPED = {
    "title": "Clusters of the valley",
    "year": "2010",
    "author": "State University",
    "link": "https://example.org/study",
    "revision": "2007",
    "codes": "3254 Pharmaceutical manufacturing\n3391, 452111",
    "notes": "Two clusters.",
}


def test_a_study_is_added_and_shown_with_its_industries(client, initiative):
    answer = client.post(reverse("study_new", args=[initiative.slug]), TYPED, follow=True)
    study = Study.objects.get()
    text = answer.content.decode()
    assert study.codes == ["3254", "3391", "452111"]
    assert "a part of 4521 Department Stores" in text
    assert "3 industries of four digits of NAICS 2007." in text
    assert 'href="https://example.org/study"' in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"codes": "Pharma 3254"}, "Line 1 does not begin with a NAICS code: “Pharma 3254”."),
        ({"codes": "3254\n4491"}, "Not codes of NAICS 2007: 4491 (2022)"),
        ({"year": "1820"}, "Write a year from 1990"),
        ({"link": "javascript:alert(1)"}, "Enter a valid URL"),
    ],
)
def test_mistakes_are_said_and_what_was_typed_is_kept(client, initiative, values, words):
    page = client.post(reverse("study_new", args=[initiative.slug]), TYPED | values)
    text = page.content.decode()
    assert words in text
    assert "Two clusters.</textarea>" in text
    assert not Study.objects.exists()


def test_the_studies_of_others_are_not_found(client, initiative):
    other = StudyFactory(title="Secret")
    assert client.get(reverse("study", args=[initiative.slug, other.pk])).status_code == 404
    assert b"Secret" not in client.get(reverse("study_list", args=[initiative.slug])).content


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_the_same_queries_for_one_and_for_thirty(
    client, initiative, count, django_assert_num_queries
):
    for study in StudyFactory.create_batch(count, initiative=initiative):
        study.industries.create(code="3254")
    with django_assert_num_queries(6):
        page = client.get(reverse("study_list", args=[initiative.slug]))
    assert page.content.count(b"1 code of NAICS 2007") == count


def test_the_naics_table_shows_the_industries_of_a_study(client, initiative, invented):
    invented.load()
    RegionFactory(initiative=initiative, areas=invented.areas)
    study = StudyFactory(initiative=initiative, codes=["325411", "4521"])  # of NAICS 2007
    theirs = StudyFactory(codes=["3391"])
    address = reverse("naics_table", args=[initiative.slug])

    def shown(query):
        rows = client.get(f"{address}?{query}").context["page"]["rows"]
        return [row["naics"] for row in rows]

    everything = shown("")
    assert shown(f"study={study.pk}") == [
        code for code in everything if code in {"3254", "4551", "4552"}
    ]
    # A figure that no number is made of asks for no study either.
    for key in (theirs.pk, "x", "²"):
        assert shown(f"study={key}") == everything
