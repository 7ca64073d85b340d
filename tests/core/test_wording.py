import pytest

from core.wording import bare, likeness


@pytest.mark.parametrize("text", ["Actuaries", "  actuaries ", "ACTUARIES.", "Actuaries!"])
def test_capitals_blanks_and_marks_at_the_end_are_not_the_words(text):
    assert bare(text) == "actuaries"


def test_marks_inside_are():
    assert bare("C++ programmers") != bare("C programmers")


SAID = "An evening school for technicians"


@pytest.mark.parametrize(
    "again",
    [
        "an evening school for technicians",
        "Evening classes for technicians",
        "School for technicians, in the evening",
        "An evning school for tecnicians",
        "Evening schools for a technician",
    ],
)
def test_what_says_the_same_in_other_words_is_alike(again):
    assert likeness(SAID, again) >= 0.6


@pytest.mark.parametrize("other", ["Freight rail at the park", "Homes near the plants", "", "Air"])
def test_what_says_something_else_is_not(other):
    assert likeness(SAID, other) < 0.45


def test_the_same_words_are_wholly_alike_and_it_does_not_matter_who_asks():
    assert likeness(SAID, SAID.upper()) == 1.0
    assert likeness(SAID, "Technicians") == likeness("Technicians", SAID)
