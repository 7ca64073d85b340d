"""The pages of yearly series and of shift-share, and their files."""

import csv
import io
import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from analytics import importer
from analytics.models import Region
from tests.factories.accounts import member
from tests.factories.analytics import DatasetSliceFactory, RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(invented):
    invented.load()
    return RegionFactory(areas=invented.areas)


@pytest.fixture
def get(client, region):
    """get("shift_share", ..., sort="naics"): the answer that a member gets."""
    client.force_login(member(region.initiative))

    def get(name, *args, **query):
        return client.get(reverse(name, args=[region.initiative.slug, *args]), query)

    return get


def test_the_series_of_an_industry(get):
    page = get("yearly_series", "6221").content.decode()
    for words in (
        "6221 General Medical and Surgical Hospitals",
        "no data",
        "The table spans 7 years; the Guide looks at 10 to 15",
        "Neither end of the span is a year of recession.",
        'data-chart="',
    ):
        assert words in page
    assert ">nan<" not in page


def test_what_rests_on_an_estimate_of_the_source_is_marked_on_the_page_and_in_its_files(
    client, invented, tmp_path
):
    invented.load()
    base = qcew.write_annual(tmp_path / "base.csv", qcew.cells_of("US000", 2016))
    importer.import_file(base, status="estimate", note="By hand from quotients")
    region = RegionFactory(areas=invented.areas)
    client.force_login(member(region.initiative))

    def text(name, *args):
        page = client.get(reverse(name, args=[region.initiative.slug, *args]))
        return page.content.decode()

    page = text("yearly_series", "6221")
    marked = re.findall(r'<td class="number">([^<]*) <span class="estimate-mark">', page)
    assert len(marked) == 5  # the quotient of the region; of the base jobs, quotient, pay twice
    assert "By hand from quotients" in page
    file = text("yearly_series_file", "6221", "csv")
    assert re.findall(r"(region|base),6221,2016,.*,(\w*)\s", file) == [
        ("region", "base_estimated"),
        ("base", "estimated"),
    ]
    assert 'Estimate,"base.csv, 2016: By hand from quotients' in file
    chart = text("yearly_series_file", "6221", "json")
    assert chart.count(', estimate"') == chart.count('"\\u2248"') == 2  # of the line, and the mark


def test_another_industry_is_chosen_and_an_unknown_one_is_not_found(get):
    answer = get("yearly_series", "all", industry="3391")
    assert answer.url.endswith("/series/3391/")
    assert get("yearly_series", "0000").status_code == 404
    assert get("yearly_series", "all", industry="x").status_code == 404


@pytest.mark.parametrize("first", [2016, 1993])
def test_eight_years_and_thirty_ask_the_same_queries(get, region, first, django_assert_num_queries):
    region.start_year = first
    region.save()
    with django_assert_num_queries(8):
        assert get("yearly_series", "6113", ownership="5").status_code == 200


@pytest.mark.parametrize("others", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("naics_table", 15), ("shift_share", 12)])
def test_a_table_asks_the_same_queries_whatever_else_is_held(
    get, name, queries, others, django_assert_num_queries
):
    DatasetSliceFactory.create_batch(others, year=2001)
    ContentType.objects.get_for_model(Region)  # asked for once in a process
    with django_assert_num_queries(queries):
        assert get(name).status_code == 200


@pytest.mark.parametrize(
    ("name", "args", "sort"),
    [("yearly_series", ["6221"], {}), ("shift_share", [], {"sort": "-competitive"})],
)
def test_the_chosen_ownerships_stay_in_page_chart_and_file(get, name, args, sort):
    page = get(name, *args, ownership=["1", "5"], **sort).content.decode()
    assert page.count(" checked") == 2
    chart, picture = re.search(r'data-chart="(\S*)" data-picture="(\S*)"', page).groups()
    file = re.search(r'href="(\S*csv\S*)"', page)[1]
    for address in (chart, picture, file, re.search(r'srcset="(\S*)"', page)[1]):
        assert "?ownership=1&amp;ownership=5" in address
    assert "Ownership: federal government, private" in page
    text = get(f"{name}_file", *args, "csv", ownership=["5"]).content.decode()
    assert "Ownership,private" in text
    assert "all covered employment" in text  # the totals
    drawn = get(f"{name}_file", *args, "json", ownership="5").json()
    assert drawn["title"]["text"] == "Ownership: private"


@pytest.mark.parametrize(("name", "args"), [("yearly_series", ["all"]), ("shift_share", [])])
def test_without_a_choice_or_with_a_strange_one_all_ownerships_count(get, name, args):
    for query in ({}, {"ownership": ["9", "x"]}):
        page = get(name, *args, **query).content.decode()
        assert page.count(" checked") == 4
        assert "Ownership: all covered employment" in page
        assert "?ownership" not in page


def test_the_region_has_the_first_color_whatever_its_name(get, region):
    region.name = "Zanesville"  # after that of the base
    region.save()
    chart = get("yearly_series_file", "all", "json").json()
    color = chart["layer"][0]["encoding"]["color"]
    assert color["scale"]["domain"] == ["Zanesville", "United States"]


def test_another_industry_and_another_order_keep_the_ownerships(get):
    answer = get("yearly_series", "all", industry="3391", ownership="5")
    assert answer.url.endswith("/series/3391/?ownership=5")
    page = get("shift_share", ownership="5", sort="-mix").content.decode()
    assert "?sort=-competitive&amp;ownership=5" in page
    assert '<input type="hidden" name="sort" value="-mix">' in page
    explained = get("naics_explanation", "6221", ownership="5", wages="nominal").content.decode()
    assert "/series/6221/?ownership=5" in explained


def test_a_quotient_that_cannot_be_formed_says_why(get):
    """The base does not publish the local governments of 3254."""
    assert (
        "n/a: base lacks an ownership"
        in get("yearly_series", "3254", ownership="3").content.decode()
    )
    text = get("yearly_series_file", "3254", "csv", ownership="3").content.decode()
    table = csv.DictReader(io.StringIO(text.split("\r\n\r\n")[0].split("\n\n")[0]))
    rows = {(row["area"], row["year"]): row for row in table}
    assert {row["reason"] for row in rows.values() if row["employment"]} == {"no base"}


def test_what_rests_on_an_estimate_of_the_source_is_marked_in_each_cell_of_shift_share(get):
    """The base of the first year is an estimate: all but the change and its share rest on it."""
    page = get("shift_share").content.decode()
    row = next(row for row in page.split("<tr>") if "<td>5413</td>" in row)
    cells = row.split("<td")[2:]
    assert ["estimate-mark" in cell for cell in cells] == [False, True, True, True, False]
    assert "Recovered from published quotients" in page
    text = get("shift_share_file", "csv").content.decode()
    lines = {row["naics"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (lines["5413"]["flags"], lines["5413"]["reason"]) == ("base_estimated", "")
    assert {row["flags"] for row in lines.values() if row["reason"]} <= {"", None}
    assert "≈ 5413" in str(get("shift_share_file", "json").json())


def test_the_parts_of_the_change_and_why_some_are_missing(get):
    page = get("shift_share").content.decode()
    for words in ("Competitive", "not comparable", "Sum of what is known", 'data-chart="'):
        assert words in page


def test_shift_share_can_be_sorted(get):
    page = get("shift_share", sort="-competitive").content.decode()
    assert 'aria-sort="descending"' in page
    assert get("shift_share", sort="secret").status_code == 200


@pytest.mark.parametrize(
    ("name", "args"), [("yearly_series_file", ["all"]), ("shift_share_file", [])]
)
def test_each_page_has_its_files_and_no_other(get, name, args):
    text = get(name, *args, "csv").content.decode()
    table, cited = text.split("\n\n") if "\n\n" in text else text.split("\r\n\r\n")
    assert list(csv.DictReader(io.StringIO(table)))
    assert "Source," in cited
    assert "SHA-256" in cited
    chart = get(name, *args, "json", shape="narrow", mode="dark").json()
    assert chart["$schema"].startswith("https://vega.github.io/schema/vega-lite")
    assert get(name, *args, "svg")["Content-Type"] == "image/svg+xml"
    assert get(name, *args, "exe").status_code == 404


def test_without_a_region_the_pages_say_what_to_do(client, region):
    initiative = region.initiative
    region.delete()
    client.force_login(member(initiative))
    for name, args in (("shift_share", []), ("yearly_series", ["all"])):
        page = client.get(reverse(name, args=[initiative.slug, *args]))
        assert "has not been chosen yet" in page.content.decode()
