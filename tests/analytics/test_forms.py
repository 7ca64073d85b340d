"""Areas by code or by name, and what the forms say to what they don't know."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from analytics.forms import RegionForm, UploadForm
from tests.factories.accounts import InitiativeFactory
from tests.factories.analytics import DatasetFactory, DatasetSliceFactory, RegionFactory

pytestmark = pytest.mark.django_db

GOOD = {"name": "Region", "areas": "39049", "base": "US000", "start_year": 2016, "end_year": 2023}


def filled(initiative=None, **values):
    return RegionForm(GOOD | values, initiative=initiative or InitiativeFactory())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("39049\n39041", ["39049", "39041"]),
        ("39049, 39041 39049", ["39049", "39041"]),
        ("39049 Franklin County, OH\n\n  Delaware County, Ohio ", ["39049", "39041"]),
        ("C1814; Ohio", ["C1814", "39000"]),
        ("Columbus, OH metropolitan area\nC368A 39049", ["C1814", "C368A", "39049"]),
    ],
)
def test_areas_are_read_by_code_and_by_name(text, codes):
    form = filled(areas=text)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["areas"] == codes


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("areas", "Atlantis", "“Atlantis” is no area that is known here."),
        ("areas", "99001", "“99001” is no area that is known here."),
        ("areas", "Franklin County", "“Franklin County” is the name of several areas"),
        ("areas", "", "This field is required."),
        ("base", "Nowhere", "“Nowhere” is no area that is known here."),
        ("end_year", "2016", "The last year must be later than the first year."),
        ("end_year", "2015", "The last year must be later than the first year."),
        ("start_year", "1989", "Ensure this value is greater than or equal to 1990."),
        ("start_year", "MMXVI", "Enter a whole number."),
    ],
)
def test_what_cannot_be_used_is_said_beside_the_field_and_kept(field, text, words):
    form = filled(**{field: text})
    assert not form.is_valid()
    assert words in form.errors[field][0]
    assert form[field].value() == text


def test_a_price_index_is_chosen_from_all_there_are():
    form = filled(price_series="CUURS12ASA0")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["price_series"] == "CUURS12ASA0"
    assert filled().is_valid()


@pytest.mark.parametrize(
    ("series", "words"),
    [
        ("CUUR0110SA0", "choose years it has (2018-2025)"),
        ("CUUR9999SA0", "Select a valid choice."),
    ],
)
def test_a_price_index_that_cannot_serve_is_said_beside_its_field(series, words):
    form = filled(price_series=series)
    assert words.casefold() in form.errors["price_series"][0].casefold()


def test_a_data_sets_own_area_is_known_to_those_who_see_it():
    ours, theirs = InitiativeFactory(), InitiativeFactory()
    DatasetSliceFactory(
        dataset=DatasetFactory(initiative=ours), area="valley", area_title="The Valley"
    )
    assert filled(ours, areas="the valley").is_valid()
    assert filled(ours, areas="valley").is_valid()
    assert not filled(theirs, areas="valley").is_valid()


def test_the_form_shows_names_and_reads_them_again():
    region = RegionFactory(areas=["39049", "C1814"])
    form = RegionForm(instance=region, initiative=region.initiative)
    shown = {name: form[name].value() for name in form.fields}
    assert shown["areas"] == "39049 Franklin County, OH\nC1814 Columbus, OH metropolitan area"
    assert shown["base"] == "US000 United States"
    again = RegionForm(shown, instance=region, initiative=region.initiative)
    assert again.is_valid(), again.errors
    assert (again.cleaned_data["areas"], again.cleaned_data["base"]) == (
        ["39049", "C1814"],
        "US000",
    )


@pytest.mark.parametrize(
    ("values", "valid"),
    [
        ({"status": "published", "note": ""}, True),
        ({"status": "estimate", "note": "By hand"}, True),
        ({"status": "estimate", "note": " "}, False),
        ({"status": "guess", "note": "By hand"}, False),
    ],
)
def test_an_estimate_needs_a_note(values, valid):
    form = UploadForm(values, {"file": SimpleUploadedFile("a.csv", b"a")})
    assert form.is_valid() is valid
