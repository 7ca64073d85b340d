import logging

import pytest

from core.logs import HideTokens


@pytest.mark.parametrize(
    ("message", "arguments", "kept"),
    [
        ("GET /r/abc.def/card/ 200", (), "GET /r/…/card/ 200"),
        ("%s %s", ("Not Found:", "/r/abc.def/"), "Not Found: /r/…/"),
        ("GET /i/central-ohio/ %d", (200,), "GET /i/central-ohio/ 200"),
    ],
)
def test_the_log_shows_no_token_of_a_personal_link(message, arguments, kept):
    record = logging.LogRecord("name", logging.INFO, "file", 1, message, arguments, None)

    HideTokens().filter(record)

    assert record.getMessage() == kept
