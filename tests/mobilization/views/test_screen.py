import re

import pytest
from django.urls import reverse

from accounts import links
from mobilization.models import Meeting, Presentation, PriorityRequirement
from mobilization.services import feedback, meetings, plan_moves, plans, presentations, votes
from tests.factories.accounts import member
from tests.factories.plans import plan_in
from tests.factories.process import (
    BallotFactory,
    CardFactory,
    MeetingFactory,
    PlanFactory,
    PriorityFactory,
    RequirementFactory,
    TeamFactory,
    present,
    under,
)
from tests.polls import follow

pytestmark = pytest.mark.django_db

PARTS = ["planned", "check_in", "cards", "requirements", "voting", "grouping", "teams", "closed"]
CONSENT = "I consent, with a concern"
SCREEN = "/i/here/groups/optics/meetings/1/screen/"
CONSOLE = "/i/here/groups/optics/meetings/1/console/"


@pytest.fixture
def meeting():
    return MeetingFactory(
        group__cluster__slug="optics", group__cluster__initiative__slug="here", code="ACDEFG"
    )


@pytest.fixture
def lead(client, meeting):
    client.force_login(member(meeting.initiative, "lead_facilitator"))
    return client


def at(meeting, state):
    code = None if state == "closed" else "ACDEFG"
    Meeting.objects.filter(pk=meeting.pk).update(state=state, code=code)


@pytest.mark.parametrize("state", PARTS)
def test_the_screen_shows_the_part_and_nothing_private(lead, meeting, state):
    person = present(meeting, name="Ada Brook", email="ada@example.org", phone="614 555 0100")
    CardFactory(meeting=meeting, person=person, vision="Secret", first="Silent")
    at(meeting, state)
    page = lead.get(SCREEN)
    assert f'data-part="{state}"' in page.text
    for private in ("Secret", "Silent", "ada@example.org", "614 555 0100"):
        assert private not in page.text
    assert ("Ada Brook" in page.text) == (state == "requirements")  # whose turn it is to read


def test_the_wall_says_who_reads_and_shows_a_vision_once_it_was_read(lead, meeting):
    at(meeting, "requirements")
    cards = [
        CardFactory(meeting=meeting, person=present(meeting, name=name), vision=f"Seen by {number}")
        for number, name in enumerate(("Ada Brook", "Ben Carver", "Cleo Dunn", "Dora Elm"))
    ]
    page = lead.get(SCREEN)
    assert (page.context["now"].name, page.context["coming"].name) == ("Ada Brook", "Ben Carver")
    assert "Seen by" not in page.text
    call = reverse("call_to_read", args=["here", "optics", 1, cards[3].pk])
    assert lead.post(call).url == reverse("console", args=["here", "optics", 1])
    page = follow(lead, SCREEN, page)
    assert (page.context["now"].name, page.context["coming"].name) == ("Dora Elm", "Ada Brook")
    console = lead.get(reverse("console", args=["here", "optics", 1]))
    assert console.context["turn"].name == "Dora Elm"
    for card in (cards[3], *cards[:3]):
        line = {"card": card.pk, "line": "first", "category": under(meeting, "Workforce").pk}
        lead.post(reverse("take_over", args=["here", "optics", 1]), line)
    page = follow(lead, SCREEN, page)
    assert page.context["visions"] == ["Seen by 2", "Seen by 1", "Seen by 0"]
    assert "1 vision before these" in page.text
    assert "Dora Elm" not in page.text


@pytest.mark.parametrize("state", ["planned", "check_in"])
def test_before_the_start_it_shows_the_way_in(lead, meeting, state):
    at(meeting, state)
    page = lead.get(SCREEN)
    assert "ACDEFG" in page.text
    assert "data:image/svg+xml" in page.text
    assert reverse("join") in page.text


@pytest.mark.parametrize("state", ["cards", "requirements", "voting", "grouping", "teams"])
def test_a_late_guest_finds_code_and_address_on_the_wall(lead, meeting, state):
    at(meeting, state)
    page = follow(lead, SCREEN, lead.get("/i/here/groups/optics/meetings/1/console/"))
    assert "ACDEFG" in page.text
    assert reverse("join") in page.text


def test_the_code_on_the_wall_is_the_one_that_opens(lead, meeting):
    """It is gone when the meeting is over, and the new one comes when it is opened again."""
    at(meeting, "teams")
    meeting.refresh_from_db()
    by = member(meeting.initiative)
    page = lead.get(SCREEN)
    meetings.move(meeting=meeting, name="close", by=by)
    page = follow(lead, SCREEN, page)
    assert ("ACDEFG" in page.text, reverse("join") in page.text) == (False, False)
    meetings.move(meeting=meeting, name="reopen", by=by)
    assert Meeting.objects.get().code in follow(lead, SCREEN, page).text


@pytest.mark.parametrize("number", [2, 3])
def test_a_later_meeting_that_is_over_calls_no_team_to_come(client, number):
    plan = plan_in()
    group = plan.team.group
    group.meetings.exclude(number=1).delete()
    MeetingFactory(group=group, number=number, state="closed", code=None)
    client.force_login(member(plan.initiative))
    wall = reverse("room_screen", args=[plan.initiative.slug, group.cluster.slug, number])
    words = client.get(wall).text
    assert "<h1>Thank you</h1>" in words
    assert "Next:" not in words


def test_while_the_vote_is_open_the_dots_are_hidden_or_live(lead, meeting):
    at(meeting, "voting")
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    for _number in range(3):
        BallotFactory(meeting=meeting, person=present(meeting)).dots.create(
            requirement=other, source="phone"
        )
    page = lead.get(SCREEN)
    assert (page.context["counts"].present, page.context["counts"].begun) == (3, 3)
    assert listed(page) == [(1, one.pk, None), (2, other.pk, None)]
    assert "3 dots" not in page.text
    lead.post(reverse("show_results", args=["here", "optics", 1]), {"live": "yes"})
    page = lead.get(SCREEN)
    assert listed(page) == [(1, one.pk, 0), (2, other.pk, 3)]
    assert '<li value="2">' in page.text
    assert "3 dots" in page.text
    lead.post(reverse("show_results", args=["here", "optics", 1]), {"live": "no"})
    assert "3 dots" not in lead.get(SCREEN).text


def listed(page):
    """[(number, id, dots or None)] of the list on the wall."""
    items = [item for category in page.context["categories"] for item in category.items]
    return [(item.number, item.pk, item.dots) for item in items]


def test_it_follows_every_dot(lead, meeting):
    at(meeting, "voting")
    person, requirement = present(meeting), RequirementFactory(meeting=meeting)
    page = lead.get(SCREEN)
    assert follow(lead, SCREEN, page).status_code == 304
    votes.cast(meeting=meeting, person=person, requirement=requirement, source="phone", by=person)
    assert follow(lead, SCREEN, page).context["counts"].begun == 1


def test_teams_show_as_they_come(lead, meeting):
    TeamFactory(
        priority__meeting=meeting, champion=present(meeting, name="Ada Brook", phone="614 555 0100")
    )
    for state in ("teams", "closed"):
        at(meeting, state)
        page = lead.get(SCREEN).text
        assert ("Ada Brook" in page, "614 555 0100" in page) == (True, False)


@pytest.mark.parametrize("state", ["planned", "check_in", "deciding", "closed"])
def test_later_meetings_have_their_screen_too(lead, meeting, state):
    MeetingFactory(group=meeting.group, number=2, state=state)
    assert lead.get(SCREEN.replace("/1/", "/2/")).status_code == 200


def test_it_shows_who_presents_which_plan_and_follows_the_decision(lead, meeting):
    plan = PlanFactory(team__priority__meeting=meeting, title="Whole trains")
    later = MeetingFactory(group=meeting.group, number=2, state="deciding")
    presenter = plan.team.champion
    Presentation.objects.create(team=plan.team, meeting=later, person=presenter)
    address = SCREEN.replace("/1/", "/2/")
    page = lead.get(address)
    assert "Whole trains" in page.text
    assert f"{presenter.name} presents" in page.text
    assert follow(lead, address, page).status_code == 304
    plan_moves.take_forward(plan=plan, by=member(meeting.initiative, "recorder"))
    assert "Action plan" in follow(lead, address, page).text


def test_a_turn_stands_large_and_an_edit_of_its_plan_is_followed(lead, meeting):
    plan = plan_in(title="Whole trains", team__priority__meeting=meeting)
    later = meeting.group.meetings.get(number=2)
    by = member(meeting.initiative, "recorder")
    presentations.move(team=plan.team, meeting=later, name="begin", by=by)
    address = SCREEN.replace("/1/", "/2/")
    page = lead.get(address)
    assert "Forty technicians certified" in page.text
    assert "Who presents?" in page.text
    assert follow(lead, address, page).status_code == 304

    edit = {"version": plan.version, "content": {"goal": "A train an hour."}}
    plans.save(plan=plan, **edit, by=plan.team.champion)
    assert "A train an hour." in follow(lead, address, page).text

    for name in ("to_team", "to_questions"):
        presentations.move(team=plan.team, meeting=later, name=name, by=by)
    page = lead.get(address)
    said = feedback.note(team=plan.team, meeting=later, kind="question", text="Who drives?", by=by)
    page = follow(lead, address, page)
    assert "Who drives?" in page.text
    feedback.strike(feedback=said, by=by)
    assert "Who drives?" not in follow(lead, address, page).text


def test_the_list_has_the_numbers_that_paper_ballots_name(lead, meeting):
    RequirementFactory(meeting=meeting, text="Roads", category=under(meeting, "Infrastructure"))
    RequirementFactory(meeting=meeting, text="Teachers", category=under(meeting, "Workforce"))
    at(meeting, "voting")
    page = lead.get(SCREEN).text
    assert '<li value="1">Roads</li>' in page
    assert '<li value="2">Teachers</li>' in page


def test_beside_the_areas_stands_what_has_a_dot_and_how_many_have_none(lead, meeting):
    RequirementFactory(meeting=meeting)
    dotted, grouped, _unseen = RequirementFactory.create_batch(3, meeting=meeting)
    area = PriorityFactory(meeting=meeting)
    PriorityRequirement.objects.create(priority=area, requirement=grouped)
    BallotFactory(meeting=meeting, person=present(meeting)).dots.create(
        requirement=dotted, source="phone"
    )
    at(meeting, "grouping")
    Meeting.objects.update(areas_are_shown=True)
    page = lead.get(SCREEN)
    assert [row.pk for row in page.context["ranking"]] == [dotted.pk]
    assert "2 more without a dot stay on the list." in page.text


def test_areas_are_private_until_they_are_shown_on_wall_and_phone_alike(client, lead, meeting):
    area = PriorityFactory(meeting=meeting, name="People and places")
    area.places.create(requirement=RequirementFactory(meeting=meeting))
    person = present(meeting)
    phone = reverse("room", args=[links.for_person(person).token, meeting.pk])
    at(meeting, "grouping")

    def seen():
        return [area.name in lead.get(page).text for page in (SCREEN, phone, CONSOLE)]

    assert seen() == [False, False, True]
    assert "look at what belongs together" in lead.get(SCREEN).text
    show = reverse("areas_show", args=["here", "optics", 1])
    lead.post(show, {"shown": "yes"})
    assert seen() == [True, True, True]
    assert "Undo: Areas shown to the room" in lead.get(CONSOLE).text
    lead.post(show, {"shown": "no"})
    assert seen() == [False, False, True]

    asked = reverse("comfort_ask", args=["here", "optics", 1])
    lead.post(asked, {"method": "consent"})  # nobody is asked about what they cannot see
    assert seen() == [True, True, True]
    lead.post(show, {"shown": "no"})
    assert [CONSENT in lead.get(page).text for page in (SCREEN, phone)] == [False, False]


def test_after_the_meeting_wall_and_phone_announce_the_next_one(client, lead, meeting):
    person = present(meeting)
    phone = reverse("room", args=[links.for_person(person).token, meeting.pk])
    Meeting.objects.update(state="closed", code=None)
    pages = (SCREEN, phone)
    said = "The date of the next meeting comes by letter."
    assert [said in lead.get(page).text for page in pages] == [True, True]
    MeetingFactory(group=meeting.group, number=2, place="Town hall")
    announced = [re.search(r"Meeting 2: .*, Town hall", lead.get(page).text) for page in pages]
    assert None not in announced
