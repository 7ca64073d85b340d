import pytest

from mobilization.presenters.summaries import listed, ranked


def rank_in_plain_loops(dots, mine):
    """One more than the number of requirements that have more dots."""
    better = 0
    for other in dots:
        if other > mine:
            better += 1
    return better + 1


@pytest.mark.parametrize(
    "dots",
    [[], [0], [3], [0, 0, 0], [2, 2, 2], [5, 3, 3, 1, 0], [4, 4, 2, 2, 2, 1], [7, 7, 0, 0]],
)
def test_equal_dots_share_a_rank_and_none_have_none(dots):
    rows = ranked([{"dots": count} for count in dots])

    assert [row["rank"] for row in rows] == [
        rank_in_plain_loops(dots, count) if count else None for count in dots
    ]
    assert [row["tied"] for row in rows] == [
        count > 0 and sum(1 for other in dots if other == count) > 1 for count in dots
    ]


def test_words_are_listed_as_in_a_sentence():
    assert listed(["one"]) == "one"
    assert listed(["one", "two"]) == "one and two"
    assert listed(["one", "two", "three"]) == "one, two and three"
