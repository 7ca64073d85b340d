from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from core.skeletons import Skeleton

TEMPLATE = "components/light.html"
STAND_INS = {"sentence": "sentence-of-the-rule", "place": 9_000_000_001}


def context(sentence, place):
    return {"advice": {"light": "good", "word": "Good", "sentence": sentence, "place": place}}


@given(sentence=st.text(), place=st.integers(max_value=999) | st.text())
def test_what_is_filled_in_reads_as_if_it_had_been_rendered(sentence, place):
    skeleton = Skeleton(TEMPLATE, context(**STAND_INS), STAND_INS)
    filled = skeleton.fill(sentence=sentence, place=place)
    assert filled == render_to_string(TEMPLATE, context(sentence, place))
