"""Ownerships in words and codes."""

import pytest

from analytics.sources import ownerships
from tests.refusals import refused


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        ([], ("1", "2", "3", "5")),
        ([""], ("1", "2", "3", "5")),
        (["covered"], ("1", "2", "3", "5")),
        (["Private"], ("5",)),
        (["local", "state", "2"], ("2", "3")),
        (["5", " 1 "], ("1", "5")),
    ],
)
def test_words_and_codes_name_ownerships(texts, codes):
    assert ownerships.parse(texts) == codes


@pytest.mark.parametrize("text", ["0", "4", "8", "public", "1 2"])
def test_what_names_no_ownership_is_refused(text):
    with refused("not_ownerships"):
        ownerships.parse(["5", text])


def test_titles():
    assert ownerships.title(("1", "2", "3", "5")) == "all covered employment"
    assert ownerships.title(("2", "5")) == "state government, private"
