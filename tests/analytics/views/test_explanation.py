"""The page that explains the figures of an industry."""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from analytics.models import Region
from analytics.queries import area_title
from analytics.services import regions
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import RegionFactory, SnapshotFactory

pytestmark = pytest.mark.django_db


def url(initiative, code="3254"):
    return reverse("naics_explanation", args=[initiative.slug, code])


def table_url(initiative):
    return reverse("naics_table", args=[initiative.slug])


def text_of(client, address, **query):
    page = client.get(address, query)
    assert page.status_code == 200
    return page.content.decode()


def test_every_figure_of_the_table_leads_to_its_place_on_the_page(client, initiative, region):
    query = {"ownership": ["3", "5"], "sort": "-growth", "q": "man"}
    table = text_of(client, table_url(initiative), **query)
    rows = re.findall(r"<tr>\s*<td>(\d{4})</td>(.*?)</tr>", table, re.DOTALL)
    assert rows
    for code, row in rows:
        links = re.findall(r'<td[^>]*>.*?href="(.*?)#(.*?)" tabindex="-1"', row)
        assert len(links) == 16
        assert {link for link, _anchor in links} == {
            f"{code}/?ownership=3&amp;ownership=5&amp;region=0"
        }
        page = text_of(client, url(initiative, code), ownership=["3", "5"])
        for _link, anchor in links:
            assert page.count(f'id="{anchor}"') == 1
        [whole] = re.findall(r'<th scope="row"><a href="(.*?)"', row)
        assert (
            whole == f"{code}/?q=man&amp;sort=-growth&amp;ownership=3&amp;ownership=5&amp;region=0"
        )


def test_an_old_address_says_that_the_region_has_changed_since_by_whom_and_how(
    client, initiative, region
):
    manager = member(initiative)
    values = {name: getattr(region, name) for name in ("name", "reason", "base")}
    values |= {"start_year": region.start_year, "end_year": region.end_year}
    areas = region.area_codes
    assert "has changed since" not in text_of(client, url(initiative), region="0")
    regions.save(initiative=initiative, by=manager, areas=areas[1:], **values)
    regions.save(initiative=initiative, by=manager, areas=areas[1:], **values | {"name": "New"})
    page = text_of(client, url(initiative), region="0")
    assert "The region has changed since this address was made" in page
    assert f"Took out {area_title(areas[0])} <" in page
    assert manager.name in page
    # Another name is no other figure, and the table's own links are of today.
    assert "region=1#" in text_of(client, table_url(initiative))
    for version in ("1", "", "x", "٣", "9" * 30):
        assert "has changed since" not in text_of(client, url(initiative), region=version)


def test_the_page_shows_the_figures_of_the_table(client, initiative, region):
    query = {"wages": "nominal"}
    table = text_of(client, table_url(initiative), **query)
    [row] = re.findall(r"<td>6113</td>(.*?)</tr>", table, re.DOTALL)
    page = text_of(client, url(initiative, "6113"), **query)
    for anchor, shown in re.findall(r'#(\w+)" tabindex="-1">(.*?)</a>', row):
        [figure] = re.findall(rf'id="{anchor}">(.*?)</p>', page, re.DOTALL)
        assert re.search(rf">\s*{re.escape(shown)}", figure), (anchor, shown, figure)


def test_the_page_names_files_hashes_dates_and_what_is_estimated(
    client, initiative, region, invented
):
    page = text_of(client, url(initiative))
    for file in invented.files:
        assert file.name in page
    for words in (
        "SHA-256",
        "Imported",
        "Recovered from published quotients",
        "≈ Estimate",
        "estimate of the source",
        "CPI-U, Midwest (CUUR0200SA0)",
        "226.115",
        "suppressed, left out",
        "undisclosed",
        "All covered jobs",
        "Denominators of the location quotients",
    ):
        assert words in page, words
    assert len(re.findall(r"<code>[0-9a-f]{64}</code>", page)) == len(invented.files)
    assert not re.search(r"\bnan\b", page)


def test_the_way_back_leads_to_the_same_rows_and_columns(client, initiative, region):
    page = text_of(client, url(initiative), sort="-growth", columns="jobs", cells="estimated")
    back = f"{table_url(initiative)}?sort=-growth&amp;cells=estimated&amp;columns=jobs"
    assert f'href="{back}"' in page


def test_estimates_have_their_bounds_intervals_and_files(client, initiative, region):
    table = text_of(client, table_url(initiative), cells="estimated")
    assert re.search(r"≈ est\. <i>[0-9,]+ to [0-9,]+</i>", table)
    page = text_of(client, url(initiative, "6113"), cells="estimated")
    for words in ("Hard bounds", "90 % interval", "≈ estimated", "Our estimates were made from"):
        assert words in page, words
    assert "Hard bounds" not in text_of(client, url(initiative, "6113"))


@pytest.mark.parametrize("code", ["1111", "0000", "nothing"])
def test_an_industry_that_is_not_in_the_table_is_said_in_words(client, initiative, region, code):
    page = text_of(client, url(initiative, code))
    assert f"The region has no cell of industry {code} in either year" in page
    assert "Back to the table" in page


def test_what_stops_the_table_stops_the_page_with_the_same_words(client, initiative):
    assert "has not been chosen yet" in text_of(client, url(initiative))
    RegionFactory(initiative=initiative, areas=["39049"])
    assert "No data set holds Franklin County, OH" in text_of(client, url(initiative))


def test_another_initiatives_figures_are_not_found(client):
    assert client.get(url(InitiativeFactory())).status_code == 404


@pytest.mark.parametrize("areas", [1, 3])
def test_the_page_asks_the_same_queries_for_one_area_and_for_three(
    client, initiative, invented, areas, django_assert_num_queries
):
    invented.load()
    RegionFactory(initiative=initiative, areas=invented.areas[:areas])
    with django_assert_num_queries(11):
        client.get(url(initiative))


def test_the_table_asks_the_same_queries_with_links_for_few_rows_and_for_many(
    client, initiative, region, django_assert_num_queries
):
    ContentType.objects.get_for_model(Region)  # asked for once in a process
    for query in ({"q": "hospitals"}, {}):
        with django_assert_num_queries(15):
            client.get(table_url(initiative), query)


def test_single_columns_are_chosen_in_the_form_and_remembered(client, initiative, region):
    page = text_of(client, table_url(initiative), columns=["growth", "lq_end"], sort="-growth")
    linked = re.findall(r'#(\w+)" tabindex="-1"', page)
    assert linked == ["growth", "lq_end"] * page.count('<th scope="row">')
    assert 'name="columns" value="growth" checked' in page
    assert 'name="columns" value="lq_start">' in page
    assert 'href="?sort=-growth&amp;columns=growth&amp;columns=lq"' in page  # all of a group
    for kind in ("csv", "xlsx"):  # files hold all columns
        assert f'href="{reverse("naics_table_file", args=[initiative.slug, kind])}"' in page


def test_a_frozen_table_is_explained_by_its_citation_and_leads_to_the_figures_of_today(
    client, initiative, region
):
    from analytics import warehouse
    from analytics.queries import naics_table

    frozen = SnapshotFactory(initiative=initiative, query="wages=nominal")
    changed = naics_table(region, wages="nominal")
    changed["employment_end"] += 1
    warehouse.freeze(changed, frozen.key)
    page = text_of(client, reverse("snapshot", args=[initiative.slug, frozen.key]))
    assert "Frozen figures are explained by their citation alone" in page
    assert f'href="{url(initiative)}?wages=nominal"' in page
