"""The template tags that draw what recurs."""

import pytest
from django.template import engines

from accounts.models import Membership
from core import guide
from core.models import Job
from core.templatetags import components
from core.workflow import Process, Step
from tests.factories.accounts import MembershipFactory, member
from tests.factories.core import JobFactory


def rendered(source, **context):
    return engines["django"].from_string(source).render(context)


def test_a_light_says_mark_word_sentence_and_place():
    html = rendered("{% light advice %}", advice=guide.invitees(12))

    for words in ("!", "Not yet", "12 people are on the invitation list", "Part II, Step 3"):
        assert words in html


@pytest.mark.parametrize(
    ("state", "tone"), [("ready", "good"), ("running", "wait"), ("failed", "bad")]
)
def test_a_state_is_a_word_with_a_tone(state, tone):
    assert components.state(Job(state=state)) == {"label": state.title(), "tone": tone}


def test_an_unknown_state_is_plain():
    assert components.state(Membership(role="recorder"), field="role")["tone"] == "plain"


@pytest.mark.django_db
def test_the_timeline_tells_the_newest_first_in_the_words_of_the_process():
    process = Process(
        Step("lead", "Take the lead", ("recorder",), "lead_facilitator", "accounts.change_team"),
        Step("record", "Go back", ("lead_facilitator",), "recorder", "accounts.change_team"),
        field="role",
    )
    membership = MembershipFactory(role="recorder")
    manager = member(membership.initiative)
    process.make(membership, "lead", by=manager)
    process.make(membership, "record", by=manager, note="Ana is back")

    moves = components.timeline(membership, process)["moves"]

    assert [(move["label"], move["note"]) for move in moves] == [
        ("Go back", "Ana is back"),
        ("Take the lead", ""),
    ]


def test_a_button_acts_by_post_with_a_token():
    html = rendered('{% post_button "Send" "/send/" %}', csrf_token="abc")

    assert 'method="post"' in html
    assert 'value="abc"' in html


@pytest.mark.django_db
def test_what_stopped_a_job_is_told_with_its_values():
    job = JobFactory.build(problem_code="job_gave_up", problem_values={"attempts": "3"})

    assert components.problem_sentence(job).startswith("This was begun 3 times")
