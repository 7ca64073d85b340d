from types import SimpleNamespace

import pytest
from django.template import engines
from django.template.loader import render_to_string

from mobilization.presenters.votes import Place, left

LINES = "{% for place in places %}{% ballot_line place %}{% endfor %}"
TAGS = "{% load ballots %}{% dots_left %}" + LINES
PLAIN = ["mobilization/meetings/_dots_left.html", "mobilization/room/_ballot_line.html"]
TEXT = "Welders & <b>fitters</b>, 'soon' token-of-the-form"


@pytest.mark.parametrize("before", ["", "Fitters & <i>turners</i>"])
@pytest.mark.parametrize("dots", [0, 1, 4])
@pytest.mark.parametrize("offer", [None, "", "work", "champion"])
def test_a_ballot_reads_as_if_each_of_its_lines_had_been_rendered(offer, dots, before):
    places = [Place(pk, pk + 1, TEXT, "", offer, before) for pk in (7, 12)]
    context = {
        "link": SimpleNamespace(token="abc:def"),
        "meeting": SimpleNamespace(pk=3),
        "csrf_token": "secret",
        **left(4, dots),
    }
    head, line = PLAIN
    lines = [render_to_string(line, {**context, "place": place}) for place in places]
    wanted = render_to_string(head, context) + "".join(lines)
    tags = engines["django"].from_string(TAGS)
    assert tags.render({**context, "places": places}) == wanted
