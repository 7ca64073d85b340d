"""Industries named in an observation: by code, or by words of their title."""

import pytest

from analytics import queries
from analytics.forms import ObservationForm
from analytics.forms.observations import industries_in

TITLES = queries.titles_of_table(2016, 2023)


def form(codes):
    return ObservationForm(
        {"question": "growth", "text": "Growing.", "codes": codes}, titles=TITLES
    )


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("", []),
        ("4931", ["4931"]),
        ("4931, 4921;4842 4931", ["4931", "4921", "4842"]),
        ("4931 Warehousing and Storage\n\n4921", ["4931", "4921"]),
        ("warehousing", ["4931"]),
        ("Couriers delivery\n4931,", ["4921", "4931"]),
    ],
)
def test_codes_and_titles_are_read(typed, codes):
    filled = form(typed)
    assert filled.is_valid()
    assert filled.cleaned_data["codes"] == codes


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("493", "“493”: the codes of the table have four digits"),
        ("493110 Warehousing", "the codes of the table have four digits"),
        ("unicorns", "“unicorns” is in the title of no industry"),
        ("motor vehicle", "“motor vehicle” fits several industries: 3361 Motor Vehicle"),
    ],
)
def test_what_cannot_be_read_is_said_and_quoted(typed, words):
    assert words in form(f"4931\n{typed}").errors["codes"][0]


def test_of_many_that_fit_a_few_are_named():
    [sentence] = form("manufacturing").errors["codes"]
    assert sentence.count(";") == 4
    assert " …. Write the code" in sentence


def test_a_code_is_taken_as_written_and_checked_later():
    assert industries_in("9998", {}) == ["9998"]


def test_a_table_as_published_has_the_industries_of_both_years():
    bridged = queries.titles_of_table(2016, 2023)
    published = queries.titles_of_table(2016, 2023, as_published=True)
    assert {"4551", "4931"} <= bridged.keys()
    assert "4521" not in bridged
    assert published["4521"] == "Department Stores"
    assert published.keys() > bridged.keys()
