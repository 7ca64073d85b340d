"""What a person can run into, as codes in the code and sentences in one catalogue.

A service raises `Problem("code", name=value)`. Each app adds its own sentences from its
`problems.py` in `AppConfig.ready`; a sentence says what happened, what was kept, what to do.
"""

from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

catalogue = {}


def add_to_catalogue(sentences):
    """Add {code: sentence}; a code that stands already is a programming error."""
    taken = catalogue.keys() & sentences.keys()
    if taken:
        raise ValueError(f"These problem codes are taken: {sorted(taken)}")
    catalogue.update(sentences)


class Problem(Exception):
    """A person's mistake, or an ordinary obstacle; never a defect of the program.

    `code` names a sentence of the catalogue, `values` fill its places (`%(name)s`).
    """

    def __init__(self, code, **values):
        self.code = code
        self.values = values
        super().__init__(code)

    def __str__(self):
        return sentence(self.code, self.values)


def sentence(code, values):
    """The catalogue's sentence for `code`, filled in. Raises KeyError on an unknown code."""
    return str(catalogue[code]) % values


@contextmanager
def refused_as(code, **values):
    """Writes inside; where a constraint refuses them, Problem `code` and nothing written."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        raise Problem(code, **values) from None


add_to_catalogue(
    {
        "move_not_open": _(
            "“%(move)s” is no longer open: this is now “%(state)s”, so somebody was faster or the "
            "page was old. Nothing was changed. Reload the page to see where it stands."
        ),
        "move_not_yours": _(
            "“%(move)s” is not yours to do here. Nothing was changed. Ask the project manager."
        ),
        "note_missing": _("“%(move)s” needs a reason. Write one sentence and send it again."),
        "upload_too_large": _(
            "What you sent is larger than %(limit)s MB, the limit for uploads, so it was not read. "
            "Nothing was stored. Send less at once, or split the file. For data, whoever runs the "
            "server can import it from the command line, which has no limit."
        ),
        "job_broke": _(
            "Something in the program broke while this was being made; the details are in the "
            "server's log. Nothing else was changed. Try again; if it breaks again, tell whoever "
            "runs the server."
        ),
    }
)
