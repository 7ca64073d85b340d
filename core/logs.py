"""Keeps the tokens of personal links, and of guests at the door, out of the log."""

import logging
import re

TOKEN = re.compile(r"(/(?:r|door)/)[^/\s]+")


class HideTokens(logging.Filter):
    """Replaces the token in every /r/<token>/ and /door/<key>/ address of a log record."""

    def filter(self, record):
        record.msg = TOKEN.sub(r"\1…", record.getMessage())
        record.args = ()
        return True
