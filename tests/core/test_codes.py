from hypothesis import given
from hypothesis import strategies as st

from core.codes import ALPHABET, LENGTH, as_typed, new_code


def test_a_code_has_no_signs_that_are_read_for_others():
    code = new_code()

    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert not set("0O1IL2Z5S8BU") & set(ALPHABET)


@given(st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH), st.sampled_from(" -.\t"))
def test_a_code_is_known_however_it_was_typed(code, between):
    assert as_typed(f" {code[:3]}{between}{code[3:]} ".lower()) == code
