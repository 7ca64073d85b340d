"""The pages of the data."""

import csv
import io
import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from accounts.models import Membership
from analytics.models import Dataset, Region
from core.models import Job
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import (
    DatasetFactory,
    DatasetSliceFactory,
    RegionFactory,
    SnapshotFactory,
    WorksheetFactory,
)
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def url(name, initiative):
    return reverse(name, args=[initiative.slug])


def file_url(initiative, kind="csv"):
    return reverse("naics_table_file", args=[initiative.slug, kind])


@pytest.mark.parametrize("name", ["data_home", "naics_table"])
def test_every_member_may_look(client, initiative, name):
    for role in Membership.Role.values:
        client.force_login(member(initiative, Membership.Role(role)))
        assert client.get(url(name, initiative)).status_code == 200


@pytest.mark.parametrize("name", ["region_edit", "dataset_upload"])
def test_only_the_manager_may_change(client, initiative, name):
    assert client.get(url(name, initiative)).status_code == 200
    client.force_login(member(initiative, Membership.Role.RECORDER))
    assert client.get(url(name, initiative)).status_code == 403
    assert client.post(url(name, initiative)).status_code == 403


@pytest.mark.parametrize(
    "name", ["data_home", "region_edit", "dataset_upload", "naics_table", "naics_table_file"]
)
def test_another_initiatives_data_is_not_found(client, name):
    other = InitiativeFactory()
    address = file_url(other) if name == "naics_table_file" else url(name, other)
    assert client.get(address).status_code == 404


def test_the_table_says_whether_its_years_can_be_judged(client, initiative, invented):
    invented.load()
    region = RegionFactory(initiative=initiative, areas=invented.areas)
    page = client.get(url("naics_table", initiative)).content.decode()
    assert page.count("The table spans 7 years; the Guide looks at 10 to 15") == 2  # and in notes
    assert page.count("Neither end of the span is a year of recession.") == 1
    assert "all covered employment · published cells only · pay in dollars of 2023" in page
    assert region.end_year == 2023


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_of_data_sets_asks_the_same_queries_for_one_and_for_thirty(
    client, initiative, count, django_assert_num_queries
):
    RegionFactory(initiative=initiative, areas=["39049"])
    for dataset in DatasetFactory.create_batch(count, initiative=initiative):
        DatasetSliceFactory.create(dataset=dataset)
    ContentType.objects.get_for_model(Region)  # asked once for each process
    with django_assert_num_queries(11):
        page = client.get(url("data_home", initiative))
    assert page.content.count(b"Franklin County, OH, 2016") == min(count, 25)


def test_a_data_set_says_what_it_is_and_where_it_comes_from(client, initiative):
    dataset = DatasetFactory(initiative=initiative, status="estimate", note="Made by hand")
    DatasetSliceFactory(dataset=dataset, status="estimate", note="Made by hand")
    page = client.get(url("data_home", initiative)).content.decode()
    for words in ("Estimate", "Made by hand", "command line", dataset.sha256):
        assert words in page


def test_quarters_are_listed_and_whether_they_make_a_year(client, initiative):
    def listed():
        return client.get(url("data_home", initiative)).content.decode()

    for quarter in (1, 2, 3):
        DatasetSliceFactory(dataset=DatasetFactory(initiative=initiative), quarter=quarter)
    assert listed().count("no year yet, which takes all four quarters") == 3
    assert "Franklin County, OH, 2016, quarter 2; no year yet" in listed()
    DatasetSliceFactory(dataset=DatasetFactory(initiative=initiative), quarter=4)
    assert "no year yet" not in listed()
    assert "Franklin County, OH, 2016, quarter 4" in listed()


def test_the_data_sets_of_others_are_not_listed(client, initiative):
    dataset = DatasetFactory(initiative=InitiativeFactory(), file_name="secret.csv")
    DatasetSliceFactory(dataset=dataset)
    assert b"secret.csv" not in client.get(url("data_home", initiative)).content


def test_choosing_a_region_leads_back_to_the_data(client, initiative):
    values = {
        "name": "Valley",
        "areas": "Franklin County, OH\n39041",
        "base": "Ohio",
        "start_year": 2016,
        "end_year": 2023,
    }
    answer = client.post(url("region_edit", initiative), values)
    assert (answer.status_code, answer.url) == (302, url("data_home", initiative))
    region = Region.objects.get(initiative=initiative)
    assert (region.area_codes, region.base) == (["39041", "39049"], "39000")
    page = client.get(answer.url).content.decode()
    assert "Delaware County, OH, Franklin County, OH" in page


def test_a_form_with_mistakes_keeps_what_was_typed(client, initiative):
    page = client.post(url("region_edit", initiative), {"areas": "Atlantis", "start_year": "2016"})
    text = page.content.decode()
    assert page.status_code == 200
    assert "“Atlantis” is no area that is known here." in text
    assert ">\nAtlantis</textarea>" in text
    assert not Region.objects.exists()


REGION = {"name": "Valley", "base": "Ohio", "start_year": 2016, "end_year": 2023}


def test_areas_are_found_and_added_without_storing_anything(client, initiative):
    found = client.post(
        url("region_edit", initiative),
        REGION | {"find": "1", "words": "columbus", "state": "39", "areas": ["39041"]},
    )
    text = found.content.decode()
    assert 'name="areas" value="39041" checked' in text
    assert 'name="pick" value="C1814"' in text
    assert 'value="Valley"' in text
    added = client.post(
        url("region_edit", initiative),
        REGION | {"add": "1", "areas": ["39041"], "pick": ["39045 39049"]},
    )
    text = added.content.decode()
    for code in ("39041", "39045", "39049"):
        assert f'name="areas" value="{code}" checked' in text
    assert not Region.objects.exists()


def test_htmx_gets_the_areas_alone(client, initiative):
    page = client.post(
        url("region_edit", initiative), REGION | {"find": "1"}, headers={"HX-Request": "true"}
    )
    assert b'id="areas"' in page.content
    assert b"<h1>" not in page.content


def test_ticked_areas_and_reasons_are_stored_and_the_change_is_told(client, initiative):
    values = REGION | {"areas": ["39041", "39049", ""], "by_commute": "on"}
    client.post(url("region_edit", initiative), values)
    region = Region.objects.get(initiative=initiative)
    assert (region.area_codes, region.by_activity, region.by_commute) == (
        ["39041", "39049"],
        False,
        True,
    )
    SnapshotFactory(initiative=initiative)
    WorksheetFactory(initiative=initiative)
    answer = client.post(url("region_edit", initiative), values | {"areas": ["39041"]}, follow=True)
    text = answer.content.decode()
    assert "1 frozen table stays as it was frozen." in text
    assert "1 round of observations stays as it was written" in text
    assert "Took out Franklin County, OH" in text
    assert "People live and work here." in text


def test_areas_that_overlap_are_said_beside_the_areas_and_kept(client, initiative):
    page = client.post(url("region_edit", initiative), REGION | {"areas": ["39049", "C1814"]})
    text = page.content.decode()
    assert "Franklin County, OH is a part of Columbus, OH metropolitan area" in text
    assert 'name="areas" value="C1814" checked' in text
    assert not Region.objects.exists()


def test_a_study_across_connecticuts_change_is_told_what_happens(client, initiative):
    values = REGION | {"areas": ["09001", "09999"], "end_year": 2024}
    text = client.post(url("region_edit", initiative), values, follow=True).content.decode()
    assert "Fairfield County, CT has no figures after 2023." in text
    assert "Connecticut’s eight counties gave way to nine planning regions in 2024" in text
    assert "An unknown county holds jobs" in text
    DatasetSliceFactory(area="09001", year=2016)
    DatasetSliceFactory(area="09999", year=2016)
    DatasetSliceFactory(area="39000", year=2016)
    table = client.get(url("naics_table", initiative)).content.decode()
    assert "There are no figures of Fairfield County, CT" in table


def test_an_upload_becomes_a_job_with_a_page(client, initiative, tmp_path):
    path = qcew.write_annual(tmp_path / "county.csv", qcew.GOOD_CELLS)
    file = SimpleUploadedFile("county.csv", path.read_bytes())
    answer = client.post(
        url("dataset_upload", initiative), {"file": file, "status": "published", "note": ""}
    )
    job = Job.objects.get()
    assert answer.url == reverse("job", args=[initiative.slug, job.pk])
    assert client.get(answer.url).status_code == 200


def test_an_upload_over_the_limit_is_refused_before_it_is_read(client, initiative, settings):
    settings.UPLOAD_LIMIT = 100
    file = SimpleUploadedFile("big.csv", b"x" * 200)
    answer = client.post(url("dataset_upload", initiative), {"file": file, "status": "published"})
    assert answer.status_code == 413
    assert not Job.objects.exists()


def test_the_csv_on_the_page_is_the_csv_of_the_command(client, initiative, region, capsys):
    areas = ",".join(region.area_codes)
    call_command("naics_table", f"--areas={areas}", "--start=2016", "--end=2023")
    downloaded = client.get(file_url(initiative))
    assert downloaded["Content-Type"] == "text/csv; charset=utf-8"
    table, citation = downloaded.content.decode().split("\n\n")
    assert table + "\n" == capsys.readouterr().out
    assert citation.startswith("citation,\nTable,")


def test_the_table_shows_words_for_what_is_not_known_and_marks_estimates(
    client, initiative, region
):
    page = client.get(url("naics_table", initiative)).content.decode()
    for words in (
        "Department Stores",
        "not comparable: bridged from 4521, 4541; 100\N{NO-BREAK SPACE}% by weights",
        "The jobs of 2016 stand on the industry codes of 2023.",
        "undisclosed",
        "not comparable",
        "Recovered from published quotients",
        "Jobs, United States",
    ):
        assert words in page
    # The quotient, its change as a difference and in per cent, the base's jobs.
    assert page.count('<span class="estimate-mark">') == 4
    assert not re.search(r"\bnan\b", page)


def test_the_codes_can_be_shown_as_published(client, initiative, region, capsys):
    query = {"vintage": "published"}
    page = client.get(url("naics_table", initiative), query).content.decode()
    for words in (
        "ended before 2023",
        "content changed in 2017, 2022",
        "A code that a revision of the industry classification changed",
        'href="?sort=-growth&amp;vintage=published"',
    ):
        assert words in page
    assert "by weights" not in page
    areas = ",".join(region.area_codes)
    asked = [f"--areas={areas}", "--start=2016", "--end=2023"]
    call_command("naics_table", *asked, "--vintage=published")
    downloaded = client.get(file_url(initiative), query).content.decode()
    assert downloaded.split("\n\n")[0] + "\n" == capsys.readouterr().out


def test_ownership_and_dollars_can_be_chosen_and_are_named(client, initiative, region, capsys):
    page = client.get(url("naics_table", initiative)).content.decode()
    assert "all covered employment; prices: CPI-U, Midwest (CUUR0200SA0)" in page
    query = {"ownership": ["5", "3"], "wages": "nominal"}
    page = client.get(url("naics_table", initiative), query).content.decode()
    assert "local government, private" in page
    assert "Average pay, dollars of each year" in page
    assert 'href="?sort=-growth&amp;ownership=3&amp;ownership=5&amp;wages=nominal"' in page
    areas = ",".join(region.area_codes)
    asked = [f"--areas={areas}", "--start=2016", "--end=2023"]
    call_command("naics_table", *asked, "--ownership=local,private", "--wages=nominal")
    downloaded = client.get(file_url(initiative), query).content.decode()
    assert downloaded.split("\n\n")[0] + "\n" == capsys.readouterr().out


def test_every_kind_of_file_is_downloaded_and_no_other(client, initiative, region):
    page = client.get(url("naics_table", initiative), {"ownership": "5"}).content.decode()
    for kind, begins in (("csv", b"naics,title"), ("json", b"{"), ("xlsx", b"PK")):
        assert f'href="{file_url(initiative, kind)}?ownership=5"' in page
        answer = client.get(file_url(initiative, kind), {"ownership": "5"})
        assert answer.content.startswith(begins)
        assert f'-2016-2023.{kind}"' in answer["Content-Disposition"]
    assert client.get(file_url(initiative, "exe")).status_code == 404


def test_figures_above_the_cut_offs_are_marked_and_columns_chosen(client, initiative, region):
    page = client.get(url("naics_table", initiative)).content.decode()
    assert page.count("mark mark--pay") > 1
    query = {"columns": ["jobs", "code"], "size_by": "constant", "size_cut": "1e9"}
    page = client.get(url("naics_table", initiative), query).content.decode()
    assert "above 1,000,000,000" in page
    assert '<td class="mark mark--size">' not in page
    assert '<td class="mark mark--growth">' in page
    assert "Same code in both years?</a>" in page
    assert "Undisclosed cells, region</th>" not in page
    assert "columns=jobs&amp;columns=code&amp;size_by=constant&amp;size_cut=1e%2B09" in page


def test_the_price_index_of_the_region_is_named(client, initiative, region):
    assert b"CPI-U, Midwest (CUUR0200SA0)" in client.get(url("data_home", initiative)).content
    region.price_series = "CUUR0000SA0"
    region.save()
    for name in ("data_home", "naics_table"):
        page = client.get(url(name, initiative)).content
        assert b"CPI-U, U.S. city average (CUUR0000SA0)" in page


def shown(page):
    import re

    return re.findall(r"<td>(\d{4})</td>", page.content.decode())


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ({"sector": "31-33"}, ["3254", "3391"]),
        ({"q": "62"}, ["6221"]),
        ({"q": "hospitals"}, ["6221"]),
        ({"q": "nothing is called so"}, []),
        ({"sort": "-naics", "sector": "31-33"}, ["3391", "3254"]),
    ],
)
def test_the_table_can_be_searched_and_sorted(client, initiative, region, query, codes):
    assert shown(client.get(url("naics_table", initiative), query)) == codes


def test_sorting_puts_what_is_not_known_last(client, initiative, region):
    text = client.get(file_url(initiative)).content.decode().split("\n\n")[0]
    rows = list(csv.DictReader(io.StringIO(text)))
    known = sorted((row for row in rows if row["growth"]), key=lambda row: -float(row["growth"]))
    codes = shown(client.get(url("naics_table", initiative), {"sort": "-growth"}))
    assert codes[: len(known)] == [row["naics"] for row in known]
    assert len(codes) == len(rows)


@pytest.mark.parametrize(
    "query",
    [{"sort": "secret"}, {"sort": "-"}, {"sector": "0"}, {"ownership": "8"}, {"wages": "0"}],
)
def test_an_odd_question_gets_a_page(client, initiative, region, query):
    assert client.get(url("naics_table", initiative), query).status_code == 200


def test_what_stops_the_table_is_said_in_its_place(client, initiative):
    page = client.get(url("naics_table", initiative))
    assert "has not been chosen yet" in page.content.decode()
    RegionFactory(initiative=initiative, areas=["39049"])
    page = client.get(url("naics_table", initiative))
    assert page.status_code == 200
    assert "No data set holds Franklin County, OH, United States in 2016." in page.content.decode()
    answer = client.get(file_url(initiative))
    assert answer.status_code == 409
    assert not Dataset.objects.exists()


def test_estimates_are_off_until_they_are_asked_for_and_then_marked(client, initiative, region):
    plain = client.get(url("naics_table", initiative)).content.decode()
    asked = client.get(url("naics_table", initiative), {"cells": "estimated"}).content.decode()
    mark = '<span class="estimate-mark">≈ est.'
    assert mark not in plain
    assert asked.count(mark) > 0
    assert '<option value="estimated" selected>' in asked
    assert "Estimates are ours and not the source" in asked
    assert "?cells=estimated" in asked  # the downloads hold what the page shows


def test_an_area_that_was_summed_before_the_import_says_why_nothing_is_estimated(
    client, initiative, tmp_path, invented
):
    invented.load()
    path = tmp_path / "summed.csv"
    years = [f"--start={invented.start}", f"--end={invented.end}"]
    named = ["--area-code=summed", "--name=Summed", f"--output={path}"]
    call_command("export_tidy", f"--areas={','.join(invented.areas)}", *years, *named)
    call_command("import_qcew", str(path))
    RegionFactory(initiative=initiative, areas=["summed"])
    asked = client.get(url("naics_table", initiative), {"cells": "estimated"}).content.decode()
    assert "have no estimate" in asked
    assert "summed before the import" in asked
