"""A service that refuses, and the code of the sentence that it refuses with."""

from contextlib import contextmanager

import pytest

from core.problems import Problem


@contextmanager
def refused(code):
    """Passes if the block raises Problem `code`, and the problem can be read as a sentence."""
    with pytest.raises(Problem) as refusal:
        yield
    assert refusal.value.code == code
    assert str(refusal.value)
