import pytest
from django.urls import reverse

from accounts import links
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, PriorityFactory, present

pytestmark = pytest.mark.django_db


def test_the_console_asks_phones_answer_and_nobody_sees_whose_answer_it_was(client):
    meeting = MeetingFactory(
        group__cluster__slug="optics", group__cluster__initiative__slug="here", state="grouping"
    )
    person = present(meeting, name="Ada Brook")
    recorder = type(client)()
    recorder.force_login(member(meeting.initiative, "recorder"))

    def at(name):
        return reverse(name, args=["here", "optics", 1])

    def at_phone(name):
        return reverse(name, args=[links.for_person(person).token, meeting.pk])

    recorder.post(at("comfort_ask"), {"method": "consent"})
    assert "I consent, with a concern" in client.get(at_phone("room")).text
    assert "<strong>0</strong> of 1 has answered" in recorder.get(at("room_screen")).text
    client.post(at_phone("own_comfort"), {"level": "0"})
    recorder.post(at("comfort_hands"), {"level_2": "3", "level_1": "", "level_0": "0"})
    wrong = recorder.post(at("comfort_hands"), {"level_2": "-1"}, follow=True)
    assert "Hands are counted from 0 to 500" in wrong.text
    recorder.post(at("comfort_close"))

    for browser, page in (
        (recorder, at("console")),
        (recorder, at("room_screen")),
        (client, at_phone("room")),
    ):
        answer = browser.get(page)
        assert [level.total for level in answer.context["question"].levels] == [3, 0, 1]
        assert 'class="comfort__total">3<' in answer.text
    assert "1 person is not comfortable yet" in recorder.get(at("console")).text
    assert "Ada Brook" not in recorder.get(at("console")).text
    assert client.post(at_phone("own_comfort"), {"level": "7"}).status_code == 404


def test_a_question_that_is_open_can_be_closed_before_the_teams(client):
    meeting = MeetingFactory(
        group__cluster__slug="optics", group__cluster__initiative__slug="here", state="grouping"
    )
    PriorityFactory(meeting=meeting)
    client.force_login(member(meeting.initiative, "recorder"))
    args = ["here", "optics", 1]
    reason = reverse("meeting_reason", args=[*args, "open_teams"])
    close = reverse("comfort_close", args=args)
    results = reverse("export_results", args=[*args, "json"])
    move = {"move": "open_teams"}

    page = client.get(reason).text
    assert ("has not been asked whether" in page, close in page) == (True, False)
    client.post(reverse("comfort_ask", args=args), {"method": "fist"})
    page = client.get(reason).text
    assert ("is still open: 0 of 0 have answered" in page, close in page) == (True, True)
    assert client.post(reverse("meeting_move", args=args), move).url == reason
    assert client.get(results).json()["comfort"] == []
    client.post(close)
    assert len(client.get(results).json()["comfort"]) == 1
    client.post(reverse("meeting_move", args=args), move)
    meeting.refresh_from_db()
    assert meeting.state == "teams"
