import pytest

from core.names import alike, plain, same


def test_capitals_accents_and_marks_are_not_the_name():
    assert plain("  Zoë   O'Hara-Núñez ") == "zoe o hara nunez"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jon Smith", "John Smith", True),
        ("Smith, John", "John Smith", True),
        ("ADA  BROOK", "Ada Brook", True),
        ("Zoe Munoz", "Zoë Muñoz", True),
        ("Ada Brook", "Ada Brooks", True),
        ("Ada Brook", "Ben Brook", False),
        ("Finn Gray", "Gwen Gray", False),
        ("Ada Brook", "Ada Carver", False),
        ("", "Ada Brook", False),
    ],
)
def test_names_that_may_be_one_persons(one, other, expected):
    assert alike(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ÉCOLE  de Lyon", "École de Lyon", True),
        ("Zoe Newcomer", "Zoë Newcomer", False),
        ("Smith, John", "John Smith", False),
    ],
)
def test_names_that_are_the_same_in_every_letter(one, other, expected):
    assert same(one, other) is expected
