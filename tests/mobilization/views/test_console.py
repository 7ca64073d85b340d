import re

import pytest
from django.urls import reverse

from accounts import links
from accounts.models import Membership
from mobilization.models import (
    Card,
    CardLine,
    Dot,
    Invitation,
    Meeting,
    Priority,
    PriorityRequirement,
    Requirement,
    Team,
)
from mobilization.services import cards, meetings
from tests.factories.accounts import member
from tests.factories.process import (
    MEETING_AT,
    BallotFactory,
    CardFactory,
    InvitationFactory,
    MeetingFactory,
    PlanFactory,
    PriorityFactory,
    RequirementFactory,
    ScanFactory,
    SeatFactory,
    TeamFactory,
    present,
    under,
)
from tests.polls import follow

pytestmark = pytest.mark.django_db

WORDS = {"vision": "Where instruments are made", "first": "Technicians"}


@pytest.fixture
def meeting():
    return MeetingFactory(
        group__cluster__slug="optics", group__cluster__initiative__slug="here", state="cards"
    )


@pytest.fixture
def recorder(client, meeting):
    client.force_login(member(meeting.initiative, Membership.Role.RECORDER))
    return client


def at(meeting, state):
    Meeting.objects.filter(pk=meeting.pk).update(state=state)


def address(name, *args):
    return reverse(name, args=["here", "optics", 1, *args])


def poll(client, page):
    return follow(client, address("console"), page)


# --- Following the room ---------------------------------------------------------------------


def test_a_poll_is_answered_with_nothing_until_something_changes(meeting, recorder):
    person = present(meeting, name="Ada Brook")
    page = recorder.get(address("console"))
    assert poll(recorder, page).status_code == 304

    cards.write(meeting=meeting, person=person, source="phone", by=person, **WORDS)
    fragment = poll(recorder, page)
    assert fragment.status_code == 200
    assert fragment.context["written"] == 1
    assert "<html" not in fragment.text
    assert poll(recorder, fragment).status_code == 304


def test_an_answer_that_comes_in_by_letter_reaches_the_desk(meeting, recorder):
    invitation = InvitationFactory(seat__group=meeting.group)
    page = recorder.get(address("desk"))
    assert follow(recorder, address("desk"), page).status_code == 304
    Invitation.objects.update(state="accepted", answered_at=MEETING_AT)
    assert follow(recorder, address("desk"), page).status_code == 200
    page = recorder.get(address("desk"))
    SeatFactory(group=invitation.seat.group)
    assert follow(recorder, address("desk"), page).status_code == 200


def test_an_idle_poll_of_the_console_asks_the_database_seven_times(
    meeting, recorder, django_assert_num_queries
):
    page = recorder.get(address("console"))
    with django_assert_num_queries(7):
        assert poll(recorder, page).status_code == 304


def test_when_somebody_else_moves_the_meeting_the_console_gets_the_new_part(meeting, recorder):
    page = recorder.get(address("console"))
    meetings.move(meeting=meeting, name="open_requirements", by=member(meeting.initiative))
    fragment = poll(recorder, page)
    assert 'data-part="requirements"' in fragment.text
    assert "Open the vote" in fragment.text


@pytest.mark.parametrize(
    ("state", "button"),
    [
        ("planned", "Open the check-in"),
        ("check_in", "Hand out the cards"),
        ("cards", "Read the cards"),
        ("requirements", "Open the vote"),
        ("voting", "Close the vote"),
        ("grouping", "Form the teams"),
        ("teams", "Close the meeting"),
        ("closed", "Open the meeting again"),
    ],
)
def test_each_part_has_its_console(meeting, recorder, state, button):
    at(meeting, state)
    assert button in recorder.get(address("console")).text


@pytest.mark.parametrize("state", ["planned", "check_in", "deciding", "closed"])
def test_later_meetings_have_their_console_too(meeting, recorder, state):
    MeetingFactory(group=meeting.group, number=2, state=state)
    page = recorder.get(reverse("console", args=["here", "optics", 2]))
    assert page.status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_a_later_console_leads_from_each_plan_to_its_flip_chart(
    meeting, recorder, django_assert_num_queries, count
):
    MeetingFactory(group=meeting.group, number=2, state="deciding")
    for _number in range(count):
        team = TeamFactory(priority__meeting=meeting)
        PlanFactory(team=team, title="Whole trains")
    console = reverse("console", args=["here", "optics", 2])
    page = recorder.get(console).text
    flip_chart = reverse("flip_charts", args=["here", "optics", 2])
    assert f'href="{flip_chart}#team-{team.pk}"' in page
    assert f'id="team-{team.pk}"' in recorder.get(flip_chart).text
    assert page.count("<strong>Whole trains</strong>") == count
    with django_assert_num_queries(16):
        recorder.get(console)


def test_a_closed_console_leads_to_the_summary(meeting, recorder):
    at(meeting, "closed")
    assert reverse("summary", args=["here", "optics", 1]) in recorder.get(address("console")).text


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("state", "queries"),
    [
        ("check_in", 15),
        ("cards", 15),
        ("requirements", 20),
        ("voting", 17),
        ("grouping", 20),
        ("teams", 22),
        ("closed", 18),
    ],
)
def test_the_console_asks_the_database_as_often_for_many(
    meeting, recorder, django_assert_num_queries, state, queries, count
):
    for _number in range(count):
        requirement = RequirementFactory(meeting=meeting)
        card = CardFactory(meeting=meeting, person=present(meeting), second="Roads")
        CardLine.objects.create(card=card, requirement=requirement, line="first")
        ballot = BallotFactory(meeting=meeting, person=card.person)
        ballot.dots.create(requirement=requirement, source="phone")
        area = TeamFactory(priority__meeting=meeting).priority
        PriorityRequirement.objects.create(priority=area, requirement=requirement)
    at(meeting, state)
    recorder.get(address("console"))
    with django_assert_num_queries(queries):
        recorder.get(address("console"))


def test_a_console_left_open_over_night_stores_nothing_and_asks_to_sign_in(meeting, recorder):
    """The session is gone in the morning: a poll leads to the sign-in, and so does a form."""
    page = recorder.get(address("console"))
    recorder.logout()
    for answer in (
        poll(recorder, page),
        recorder.post(address("meeting_move"), {"move": "open_requirements"}),
    ):
        assert answer.status_code == 302
        assert answer.url.startswith(reverse("account_login"))
    meeting.refresh_from_db()
    assert meeting.state == "cards"


def test_a_console_that_slept_through_the_meeting_catches_up_and_moves_nothing(meeting, recorder):
    """What was pressed on the old page is told to be out of date; the poll brings the new one."""
    page = recorder.get(address("console"))
    at(meeting, "closed")
    Meeting.objects.update(version=99)
    late = recorder.post(address("meeting_move"), {"move": "open_requirements"}, follow=True)
    assert "is no longer open" in late.text
    assert 'data-part="closed"' in poll(recorder, page).text
    assert Meeting.objects.get().state == "closed"


# --- Who leads, and undoing -----------------------------------------------------------------


def test_the_last_step_stands_on_the_console_and_is_undone_in_one_press(meeting, recorder):
    at(meeting, "requirements")
    card = CardFactory(meeting=meeting, person=present(meeting), first="Technicians")
    line = {"card": card.pk, "line": "first"}
    recorder.post(address("take_over"), {**line, "category": under(meeting, "Workforce").pk})
    step = recorder.get(address("console")).context["last_step"]
    assert step.words == "“Technicians” filed"

    page = recorder.post(address("step_undo", step.pk), follow=True)

    assert "Undone: “Technicians” filed." in page.text
    assert not Requirement.objects.exists()
    assert page.context["last_step"] is None
    assert [step.undone_by for step in page.context["steps"]] == [step.by]
    again = recorder.post(
        address("step_undo", step.pk), headers={"Referer": address("console")}, follow=True
    )
    assert "This step was undone already" in again.text


def test_both_consoles_show_who_leads_and_either_hands_over(meeting, recorder, client):
    lead = member(meeting.initiative, Membership.Role.LEAD_FACILITATOR)
    other = type(client)()
    other.force_login(lead)
    page = other.get(address("console"))
    assert "Nobody leads yet" in page.text
    team = {row.user: row.pk for row in page.context["others"]}
    recorder.post(address("hand_over", team[lead]))
    assert f"Leading now: <strong>{lead.name}</strong>" in poll(other, page).text
    assert "Take the lead" in recorder.get(address("console")).text
    assert "Hand over to" in other.get(address("console")).text
    stranger = member(MeetingFactory().initiative).memberships.get()
    assert recorder.post(address("hand_over", stranger.pk)).status_code == 404


# --- Cards and the requirement list ---------------------------------------------------------


def test_the_console_never_shows_what_is_on_a_card_before_it_is_read(meeting, recorder):
    CardFactory(
        meeting=meeting, person=present(meeting), vision="Lenses", first="Polish", source="phone"
    )
    before = recorder.get(address("console")).text
    at(meeting, "requirements")
    after = recorder.get(address("console")).text
    assert ("Lenses" in before, "Polish" in before) == (False, False)
    assert ("Lenses" in after, "Polish" in after) == (True, True)


def test_a_card_from_a_phone_is_not_opened_by_the_recorder(meeting, recorder):
    card = CardFactory(meeting=meeting, person=present(meeting), source="phone")
    assert recorder.get(address("paper_card", card.person_id)).status_code == 404


def test_a_card_is_typed_from_paper(meeting, recorder):
    person = present(meeting)
    answer = recorder.post(address("paper_card", person.pk), WORDS)
    assert answer.url == address("console")
    card = Card.objects.get()
    assert (card.person, card.source, card.vision) == (person, "paper", WORDS["vision"])


def test_a_card_that_is_too_long_comes_back_as_it_was_typed(meeting, recorder):
    person = present(meeting)
    long = "technicians " * 900
    answer = recorder.post(address("paper_card", person.pk), {**WORDS, "first": long})
    assert long.strip() in answer.text
    assert "at most 160 characters" in answer.text
    assert not Card.objects.exists()


def test_two_recorders_at_one_card_see_both_and_the_next_press_decides(meeting, recorder):
    person = present(meeting)
    page = address("paper_card", person.pk)
    opened = recorder.get(page).context["form"]["known"].value()
    recorder.post(page, {**WORDS, "second": "A test track", "known": opened})
    answer = recorder.post(page, {**WORDS, "vision": "Known for lenses", "known": opened})
    said = ["Stands there now: “Where instruments are made”", "Stands there now: “A test track”"]
    assert [words in answer.text for words in said] == [True, True]
    assert answer.text.count("Stands there now") == 2  # where both say the same nothing is marked
    assert "Known for lenses" in answer.text
    assert Card.objects.get().vision == WORDS["vision"]

    known = answer.context["form"]["known"].value()
    answer = recorder.post(page, {**WORDS, "vision": "Known for lenses", "known": known})
    assert (answer.url, Card.objects.get().vision) == (address("console"), "Known for lenses")


def test_what_was_typed_for_somebody_who_wrote_by_phone_meanwhile_is_kept_on_the_page(
    meeting, recorder
):
    card = CardFactory(
        meeting=meeting, person=present(meeting), vision="Lenses", first="Secret", source="phone"
    )
    answer = recorder.post(address("paper_card", card.person_id), WORDS)
    assert (WORDS["vision"] in answer.text, "wrote this card on a phone" in answer.text) == (
        True,
        True,
    )
    assert "Secret" not in answer.text


def test_a_card_of_somebody_who_is_not_there_is_not_found(meeting, recorder):
    absent = SeatFactory(group=meeting.group).person
    assert recorder.get(address("paper_card", absent.pk)).status_code == 404


@pytest.mark.parametrize("state", ["check_in", "voting"])
def test_a_substitute_beside_the_person_in_whose_place_they_came_is_told(meeting, recorder, state):
    at(meeting, state)
    boss, stand_in = present(meeting, name="Omar Vale"), present(meeting, name="Nora Late")
    said = "Nora Late came in the place of Omar Vale, and both are checked in"
    assert said not in recorder.get(address("console")).text
    came = meeting.attendances.filter(person=stand_in)
    came.update(in_place_of=boss)
    page = recorder.get(address("console")).text
    assert said in page
    assert "Agree which of them takes the seat and votes" in page
    meeting.attendances.filter(person=boss).delete()
    assert said not in recorder.get(address("console")).text


def test_first_requirements_go_round_before_the_others(meeting, recorder):
    at(meeting, "requirements")
    ada, ben = (
        CardFactory(meeting=meeting, person=present(meeting, name=name), first=f"{name}'s first")
        for name in ("Ada", "Ben")
    )
    Card.objects.filter(pk=ada.pk).update(second="A test track")
    for card in (ada, ben):
        page = recorder.get(address("console"))
        assert page.context["turn"].card_id == card.pk
        recorder.post(
            address("take_over"),
            {"card": card.pk, "line": "first", "category": under(meeting, "Workforce").pk},
        )
    assert recorder.get(address("console")).context["turn"].waiting == ["second"]
    assert list(Requirement.objects.values_list("text", "category__name", "cards")) == [
        ("Ada's first", "Workforce", ada.pk),
        ("Ben's first", "Workforce", ben.pk),
    ]


def test_the_console_and_the_room_are_told_what_comes_next(meeting, recorder):
    at(meeting, "requirements")
    card = CardFactory(meeting=meeting, person=present(meeting), second="Roads")

    def told():
        console, screen = recorder.get(address("console")), recorder.get(address("room_screen"))
        return str(console.context["hint"])[:17], str(screen.context["question"])[:9]

    assert told() == ("Each in turn read", "Read your")
    for line, said in (
        ("first", ("The first require", "What else")),
        ("second", ("Every card is on ", "What is m")),
    ):
        filed = {"card": card.pk, "line": line, "category": under(meeting, "Other").pk}
        recorder.post(address("take_over"), filed)
        assert told() == said


def test_who_has_no_card_is_asked_when_the_cards_have_gone_round(meeting, recorder):
    at(meeting, "requirements")
    card = CardFactory(meeting=meeting, person=present(meeting))
    late, on_photo = (present(meeting, name=name) for name in ("Nora Late", "Paul Paper"))
    ScanFactory(meeting=meeting, person=on_photo)
    asked = "2 people here have no card: ask them too, and type in what they say."

    assert asked not in str(recorder.get(address("console")).context["hint"])
    filed = {"card": card.pk, "line": "first", "category": under(meeting, "Other").pk}
    recorder.post(address("take_over"), filed)
    page = recorder.get(address("console"))

    assert asked in str(page.context["hint"])
    assert page.context["without_card"] == [late]  # the other stands among the photos
    assert address("paper_card", late.pk) in page.text
    recorder.post(address("paper_card", late.pk), {"vision": "A hub", "first": "A new road"})
    page = recorder.get(address("console"))
    assert (page.context["turn"].name, page.context["without_card"]) == ("Nora Late", [])


def test_a_card_is_chosen_out_of_turn(meeting, recorder):
    at(meeting, "requirements")
    _ada, ben = (CardFactory(meeting=meeting, person=present(meeting)) for _number in range(2))
    page = recorder.get(address("console"), {"card": ben.pk})
    assert page.context["turn"].card_id == ben.pk


def test_what_was_said_before_is_linked_and_unlinked(meeting, recorder):
    at(meeting, "requirements")
    requirement = RequirementFactory(meeting=meeting, text="Technicians")
    card = CardFactory(meeting=meeting, person=present(meeting), first="People")
    line = {"card": card.pk, "line": "first"}
    recorder.post(address("already_said"), {**line, "requirement": requirement.pk})
    assert list(requirement.cards.all()) == [card]
    recorder.post(address("unlink"), line)
    assert list(requirement.cards.all()) == []


def test_what_may_have_been_said_already_stands_first_and_is_one_key_away(meeting, recorder):
    at(meeting, "requirements")
    for text in ("Freight rail at the park", "A school for technicians", "Technicians"):
        RequirementFactory(meeting=meeting, text=text)
    card = CardFactory(
        meeting=meeting, person=present(meeting), first="more technicians", second="Broadband"
    )

    page = recorder.get(address("console"))
    first, second = page.context["turn"].lines

    assert [(match.item.text, match.is_likely) for match in first.matches] == [
        ("Technicians", True),
        ("A school for technicians", False),
    ]
    assert second.matches == ()
    chosen = re.search(r'<option value="(\d+)" selected>([^<]*)', page.text)
    assert chosen[2] == "Technicians"
    assert re.search(r'data-key="s">Already said', page.text)
    line = {"card": card.pk, "line": "first", "requirement": chosen[1]}
    recorder.post(address("already_said"), line)
    assert recorder.get(address("console")).context["turn"].lines[0].filed_as == "Technicians"


def test_lines_of_another_meeting_are_not_filed_here(meeting, recorder):
    at(meeting, "requirements")
    stranger = CardFactory()
    answer = recorder.post(
        address("take_over"),
        {"card": stranger.pk, "line": "first", "category": under(meeting, "Workforce").pk},
        headers={"Referer": address("console")},
        follow=True,
    )
    assert "The list has changed meanwhile" in answer.text
    assert not Requirement.objects.exists()


def test_the_same_words_twice_are_refused_beside_the_field(meeting, recorder):
    at(meeting, "requirements")
    RequirementFactory(meeting=meeting, text="Roads")
    answer = recorder.post(
        address("requirement_new"),
        {"text": "roads", "category": under(meeting, "Infrastructure").pk},
    )
    assert "This requirement is on the list already" in answer.context["form"].errors["text"][0]
    assert "Roads" in answer.text
    assert Requirement.objects.count() == 1


def test_a_requirement_is_put_right_and_removed(meeting, recorder):
    at(meeting, "requirements")
    requirement = RequirementFactory(meeting=meeting, text="Rods")
    recorder.post(
        address("requirement_edit", requirement.pk),
        {"text": "Roads", "category": under(meeting, "Other").pk},
    )
    assert list(Requirement.objects.values_list("text", "category__name")) == [("Roads", "Other")]
    recorder.post(address("requirement_remove", requirement.pk))
    assert not Requirement.objects.exists()


def test_who_rewords_what_has_dots_is_told_of_them_and_says_why(meeting, recorder):
    at(meeting, "requirements")
    requirement = RequirementFactory(meeting=meeting, text="Shared apprentices")
    for _number in range(4):
        BallotFactory(meeting=meeting).dots.create(requirement=requirement, source="phone")
    page = address("requirement_edit", requirement.pk)
    shown = recorder.get(page).text
    assert "4 people have put a dot on these words." in shown
    assert address("requirement_remove", requirement.pk) not in shown

    data = {"text": "No apprentices", "category": requirement.category_id, "reason": " "}
    asked = recorder.post(page, data)
    assert "“Shared apprentices” (4), which would" in asked.context["form"].errors["reason"][0]
    assert 'value="No apprentices"' in asked.text
    assert Requirement.objects.get().text == "Shared apprentices"

    assert recorder.post(page, {**data, "reason": "Misheard"}).status_code == 302
    assert Requirement.objects.get().text == "No apprentices"
    step = recorder.get(address("console")).context["last_step"].words
    assert step == "“No apprentices” in the place of “Shared apprentices” (dots there: 4): Misheard"


# --- Dots -----------------------------------------------------------------------------------


def test_paper_dots_are_placed_and_taken_back_for_a_named_person(meeting, recorder):
    at(meeting, "voting")
    person, requirement = present(meeting), RequirementFactory(meeting=meeting)
    answer = recorder.post(address("paper_dot", person.pk, requirement.pk))
    assert answer.url == address("paper_ballot", person.pk)
    assert list(Dot.objects.values_list("ballot__person", "source")) == [(person.pk, "paper")]
    recorder.post(address("paper_dot_undo", person.pk, requirement.pk))
    assert not Dot.objects.exists()


def test_a_spoken_dot_is_placed_shown_and_taken_back(meeting, recorder):
    at(meeting, "voting")
    person, requirement = present(meeting), RequirementFactory(meeting=meeting)
    recorder.post(address("paper_dot", person.pk, requirement.pk), {"source": "spoken"})
    page = recorder.get(address("paper_ballot", person.pk))
    assert [place.source for place in page.context["places"]] == ["Spoken"]
    assert 'value="1S"' in page.text
    assert "0 by phone, 0 on paper, 1 spoken" in recorder.get(address("console")).text
    recorder.post(address("paper_dot_undo", person.pk, requirement.pk))
    assert not Dot.objects.exists()
    for source in ("phone", "shouted"):
        answer = recorder.post(address("paper_dot", person.pk, requirement.pk), {"source": source})
        assert answer.status_code == 404


def test_the_recorder_takes_no_dot_of_the_phone_back(meeting, recorder):
    at(meeting, "voting")
    ballot = BallotFactory(meeting=meeting, person=present(meeting), dots_left=3)
    dot = ballot.dots.create(requirement=RequirementFactory(meeting=meeting), source="phone")
    recorder.post(address("paper_dot_undo", ballot.person_id, dot.requirement_id))
    assert list(Dot.objects.values_list("source")) == [("phone",)]


def test_the_recorder_sees_paper_dots_and_not_those_of_the_phone(meeting, recorder):
    at(meeting, "voting")
    on_paper, by_phone = RequirementFactory.create_batch(2, meeting=meeting)
    ballot = BallotFactory(meeting=meeting, person=present(meeting), dots_left=2)
    ballot.dots.create(requirement=on_paper, source="paper")
    ballot.dots.create(requirement=by_phone, source="phone")

    page = recorder.get(address("paper_ballot", ballot.person_id))

    shown = [(place.pk, place.has_dot) for place in page.context["places"]]
    assert shown == [(on_paper.pk, True), (by_phone.pk, False)]
    assert "1 more dot was placed by phone" in page.text


def test_a_whole_paper_ballot_is_typed_by_its_numbers(meeting, recorder):
    at(meeting, "voting")
    person = present(meeting, name="Ada Brook")
    listed = RequirementFactory.create_batch(5, meeting=meeting)
    ballot = address("paper_ballot", person.pk)

    answer = recorder.post(ballot, {"dots": "5, 1w 3", "known": ""})
    assert answer.url == address("console")
    assert "The ballot of Ada Brook is typed in." in recorder.get(answer.url).text
    assert set(Dot.objects.values_list("requirement", "source", "offer")) == {
        (listed[0].pk, "paper", "work"),
        (listed[2].pk, "paper", ""),
        (listed[4].pk, "paper", ""),
    }

    page = recorder.get(ballot)
    assert 'value="1W 3 5"' in page.text
    answer = recorder.post(ballot, {"dots": "1ws 3", "known": page.context["known"]})
    assert answer.status_code == 302
    assert set(Dot.objects.values_list("requirement", "source", "offer")) == {
        (listed[0].pk, "spoken", "work"),
        (listed[2].pk, "paper", ""),
    }
    assert 'value="1WS 3"' in recorder.get(ballot).text
    late = recorder.post(ballot, {"dots": "2", "known": page.context["known"]})
    assert "Somebody else changed the recorded dots of Ada Brook" in late.text
    assert 'value="2"' in late.text
    assert recorder.post(ballot, {"dots": "2", "known": late.context["known"]}).status_code == 302
    assert Dot.objects.get().requirement == listed[1]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("6", ["There is no number 6 on the list; the last one is 5."]),
        ("0 9", ["There is no number 0 on the", "There is no number 9 on the"]),
        ("1 2 1", ["1 stands here twice; a requirement takes one dot."]),
        ("1 2 3 4 5", ["These are 5 numbers; a ballot has 4 dots."]),
        ("1 x", ["“x” is not a number."]),
        ("1 7q", ["“7q” is not a number."]),
        ("1 2sss", ["“2sss” is not a number."]),
        ("1" * 81, ["at most 80 characters"]),
    ],
)
def test_numbers_that_cannot_be_are_told_beside_the_field(meeting, recorder, typed, said):
    at(meeting, "voting")
    RequirementFactory.create_batch(5, meeting=meeting)
    page = recorder.post(address("paper_ballot", present(meeting).pk), {"dots": typed})
    errors = page.context["form"].errors["dots"]
    assert [part in error for part, error in zip(said, errors, strict=True)] == [True] * len(said)
    assert typed in page.text
    assert not Dot.objects.exists()


def test_the_number_of_a_requirement_is_the_same_wherever_it_is_shown(meeting, recorder, client):
    at(meeting, "voting")
    for category, text in (("Other", "Roads"), ("Workforce", "Skills"), ("Other", "Homes")):
        RequirementFactory(meeting=meeting, category=under(meeting, category), text=text)
    ballot = recorder.get(address("paper_ballot", present(meeting).pk)).text
    screen = recorder.get(address("room_screen")).text
    for number, text in enumerate(("Roads", "Skills", "Homes"), start=1):
        assert f'<span class="number-on-list">{number}</span> {text}' in ballot
        assert f'<li value="{number}">{text}' in screen


@pytest.mark.parametrize("state", ["requirements", "grouping", "closed"])
def test_no_ballot_is_shown_before_or_after_the_vote(meeting, recorder, state):
    at(meeting, state)
    assert recorder.get(address("paper_ballot", present(meeting).pk)).status_code == 404


def test_while_the_vote_is_open_the_console_shows_counts_and_no_totals(meeting, recorder):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting, text="Technicians who polish")
    BallotFactory(meeting=meeting, person=present(meeting)).dots.create(
        requirement=requirement, source="phone"
    )
    page = recorder.get(address("console"))
    assert page.context["counts"] == (1, 1, 1, 1, 0, 0)
    assert "Technicians who polish" not in page.text


def test_who_is_missing_from_the_vote_is_named_on_the_console_alone(meeting, recorder):
    at(meeting, "voting")
    late = present(meeting, name="Ben Carver")
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    ballot = BallotFactory(meeting=meeting, person=present(meeting, name="Ada Brook"))
    ballot.dots.create(requirement=one, source="phone")
    ballot.dots.create(requirement=other, source="spoken")

    page = recorder.get(address("console"))

    assert [voter.name for voter in page.context["missing"]] == ["Ben Carver"]
    shown = [(voter.name, voter.placed, voter.way) for voter in page.context["voters"]]
    assert shown == [("Ada Brook", 2, "Phone, Spoken")]
    assert (page.context["counts"][:3], page.context["unused"]) == ((2, 1, 2), 2)
    assert address("paper_ballot", late.pk) in page.text
    assert "Ben Carver" not in recorder.get(address("room_screen")).text


def test_results_are_totals_without_names(meeting, recorder):
    requirement = RequirementFactory(meeting=meeting, text="Technicians who polish")
    voter = present(meeting, name="Ada Brook")
    BallotFactory(meeting=meeting, person=voter).dots.create(
        requirement=requirement, source="phone", offer="champion"
    )
    at(meeting, "closed")
    page = recorder.get(address("console")).text
    assert "Ada Brook" not in page
    assert "Technicians who polish" in page


def test_a_recorder_says_beside_paper_dots_alone_what_is_offered(meeting, recorder):
    at(meeting, "voting")
    on_paper, by_phone = RequirementFactory.create_batch(2, meeting=meeting)
    ballot = BallotFactory(meeting=meeting, person=present(meeting), dots_left=2)
    ballot.dots.create(requirement=on_paper, source="paper")
    ballot.dots.create(requirement=by_phone, source="phone")
    for requirement in (on_paper, by_phone):
        offer = address("paper_offer", ballot.person_id, requirement.pk)
        recorder.post(offer, {"offer": "work"})
    assert list(Dot.objects.values_list("offer", flat=True)) == ["work", ""]
    assert 'aria-pressed="true"><span aria-hidden="true">✓</span>I&#x27;ll work on this' in (
        recorder.get(address("paper_ballot", ballot.person_id)).text
    )


def test_the_huddle_names_whom_to_ask_and_no_other_screen_does(meeting, recorder, client):
    people, roads = RequirementFactory.create_batch(2, meeting=meeting)
    area = PriorityFactory(meeting=meeting, name="People")
    PriorityRequirement.objects.create(priority=area, requirement=people)
    PriorityRequirement.objects.create(priority=area, requirement=roads)
    offers = {"Ada": ("work", "champion"), "Ben": ("", "work"), "Cy": ("", ""), "Dee": (None, None)}
    for name, said in offers.items():
        ballot = BallotFactory(meeting=meeting, person=present(meeting, name=f"{name} Maker"))
        for requirement, offer in zip((people, roads), said, strict=True):
            if offer is not None:
                ballot.dots.create(requirement=requirement, source="phone", offer=offer)
    at(meeting, "grouping")

    page = recorder.get(address("console"))

    found = page.context["huddle"][0].candidates
    asked = [[who.name for who in names] for names in vars(found).values()]
    assert asked == [["Ada Maker"], ["Ben Maker"], ["Cy Maker"]]
    assert (page.context["areas"][0].dots, page.context["areas"][0].people) == (6, 3)
    assert [(len(asked.champions), len(asked.workers)) for _row, asked in page.context["rows"]] == [
        (0, 1),
        (1, 1),
    ]
    phone = reverse("room", args=[links.for_person(ballot.person).token, meeting.pk])
    for screen in (address("room_screen"), phone):
        assert "Ada Maker" not in client.get(screen).text


# --- Priority areas -------------------------------------------------------------------------


def test_marked_requirements_become_an_area_move_and_leave_it(meeting, recorder):
    at(meeting, "grouping")
    one, other = RequirementFactory.create_batch(2, meeting=meeting)
    group = address("group_requirements")
    recorder.post(group, {"requirements": [one.pk, other.pk], "into": "new", "name": "People"})
    area = Priority.objects.get(name="People")
    recorder.post(group, {"requirements": [other.pk], "into": "new", "name": "Roads"})
    assert list(area.places.values_list("requirement", flat=True)) == [one.pk]
    buttons = re.findall('name="into" value="(.*?)"', recorder.get(address("console")).text)
    assert buttons[0] == "new"  # what Enter presses in the field of the name
    recorder.post(group, {"requirements": [other.pk], "into": area.pk})
    assert set(area.places.values_list("requirement", flat=True)) == {one.pk, other.pk}
    recorder.post(group, {"requirements": [one.pk], "into": "none"})
    assert list(area.places.values_list("requirement", flat=True)) == [other.pk]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"into": "new", "name": ""}, "Give the new area a name."),
        ({"into": "none"}, "Mark one or more requirements first."),
        ({"into": "999"}, "This area is gone."),
        ({"into": "new", "name": "People"}, "There is a priority area called “People” already."),
    ],
)
def test_what_cannot_be_grouped_is_told(meeting, recorder, sent, said):
    at(meeting, "grouping")
    PriorityFactory(meeting=meeting, name="People")
    answer = recorder.post(address("group_requirements"), sent, follow=True)
    assert said in answer.text
    assert Priority.objects.count() == 1


def test_more_than_three_areas_are_warned_of_and_allowed(meeting, recorder):
    at(meeting, "grouping")
    for number in range(4):
        recorder.post(address("group_requirements"), {"into": "new", "name": f"Area {number}"})
    page = recorder.get(address("console"))
    assert page.context["advice"].light == "red"
    assert Priority.objects.count() == 4


def test_an_area_is_renamed_and_taken_apart(meeting, recorder):
    at(meeting, "grouping")
    area = PriorityFactory(meeting=meeting, name="People")
    recorder.post(address("priority_rename", area.pk), {"name": "Skilled people"})
    assert Priority.objects.get().name == "Skilled people"
    recorder.post(address("priority_remove", area.pk))
    assert not Priority.objects.exists()


# --- Teams ----------------------------------------------------------------------------------


def test_a_team_without_a_champion_is_told_why_it_is_none(meeting, recorder):
    at(meeting, "teams")
    area = PriorityFactory(meeting=meeting)
    volunteer = present(meeting)
    answer = recorder.post(address("action_team_new", area.pk), {"members": [volunteer.pk]})
    assert "No champion, no team" in answer.context["form"].errors["champion"][0]
    assert answer.context["form"]["members"].value() == [str(volunteer.pk)]
    assert not Team.objects.exists()


def test_a_team_is_formed_changed_and_undone(meeting, recorder):
    at(meeting, "teams")
    area = PriorityFactory(meeting=meeting)
    champion, volunteer = present(meeting), present(meeting)
    recorder.post(
        address("action_team_new", area.pk),
        {"champion": champion.pk, "next_date": "2099-03-18T17:00", "members": [volunteer.pk]},
    )
    team = Team.objects.get()
    assert (team.champion, team.convener) == (champion, champion)
    assert team.next_date.isoformat() == "2099-03-18T21:00:00+00:00"

    recorder.post(
        address("action_team", team.pk), {"champion": volunteer.pk, "convener": champion.pk}
    )
    team.refresh_from_db()
    assert (team.champion, team.convener, team.next_date) == (volunteer, champion, None)

    late = present(meeting)
    recorder.post(address("member_new", team.pk), {"person": late.pk})
    assert team.members.count() == 3
    recorder.post(address("member_remove", team.pk, late.pk))
    assert team.members.count() == 2
    recorder.post(address("action_team_undo", team.pk))
    assert not Team.objects.exists()


def test_strangers_are_not_on_the_list_of_volunteers(meeting, recorder):
    at(meeting, "teams")
    team = TeamFactory(priority__meeting=meeting)
    stranger = SeatFactory().person
    answer = recorder.post(address("member_new", team.pk), {"person": stranger.pk}, follow=True)
    assert "Choose somebody from the list" in answer.text
    assert team.members.count() == 1


def test_more_than_three_areas_ask_for_a_reason_that_stays_to_be_seen(meeting, recorder):
    at(meeting, "grouping")
    PriorityFactory.create_batch(4, meeting=meeting)
    reason = reverse("meeting_reason", args=["here", "optics", 1, "open_teams"])

    assert f'href="{reason}" data-key="N">Form the teams' in recorder.get(address("console")).text
    pressed = recorder.post(address("meeting_move"), {"move": "open_teams"})  # an older page
    assert pressed.url == reason
    assert "There are 4 priority areas" in recorder.get(reason).text
    answer = recorder.post(reason, {"note": " "})
    assert answer.context["form"].errors["note"]
    assert Meeting.objects.get().state == "grouping"

    recorder.post(reason, {"note": "The fourth is already funded."})
    assert Meeting.objects.get().state == "teams"
    assert "“The fourth is already funded.”" in recorder.get(address("console")).text
    page = reverse("meeting", args=["here", "optics", 1])
    assert "The fourth is already funded." in recorder.get(page).text


def test_what_is_agreed_before_people_leave_is_asked_for_at_the_close(meeting, recorder):
    at(meeting, "teams")
    TeamFactory(priority__meeting=meeting, next_date=None)
    PriorityFactory(meeting=meeting)
    reason = reverse("meeting_reason", args=["here", "optics", 1, "close"])
    page = recorder.get(reason).text
    for words in (
        "1 priority area has neither a team nor the decision",
        "0 of 1 team has a date",
        "drafted",
    ):
        assert words in page

    Priority.objects.filter(teams=None).update(passed_over=True)
    Team.objects.update(next_date=MEETING_AT)
    Meeting.objects.update(drafting="between")
    assert 'data-key="N">Close the meeting' in recorder.get(address("console")).text
    recorder.post(address("meeting_move"), {"move": "close"})
    assert Meeting.objects.get().state == "closed"
    assert "Gone on all the same" not in recorder.get(address("console")).text


def test_who_was_offered_is_named_once_among_those_to_ask(meeting, recorder):
    at(meeting, "teams")
    area = PriorityFactory(meeting=meeting)
    requirement = RequirementFactory(meeting=meeting)
    area.places.create(requirement=requirement)
    for offer in ("", "champion"):
        chair = present(meeting)
        meeting.group.seats.filter(person=chair).update(role="co_chair")
        ballot = BallotFactory(meeting=meeting, person=chair, dots_left=3)
        ballot.dots.create(requirement=requirement, source="phone", offer=offer)

    row = recorder.get(address("console")).context["forming"][0]

    asked = [*row.candidates.champions, *row.candidates.workers, *row.candidates.others]
    people = [who.person_id for who in [*asked, *row.co_chairs]]
    assert sorted(people) == sorted(set(people))
    assert len(people) == 2
    assert (len(row.candidates.champions), len(row.co_chairs)) == (1, 1)


# --- The dots, hidden or live ---------------------------------------------------------------


def test_what_is_said_of_the_dots_follows_whether_they_are_shown(meeting, recorder):
    at(meeting, "voting")
    RequirementFactory(meeting=meeting)
    BallotFactory(meeting=meeting, person=present(meeting), dots_left=3).dots.create(
        requirement=Requirement.objects.get(), source="phone"
    )
    hidden = ("Totals are shown once the vote is closed", "stays hidden until the vote is closed")
    for is_live in (False, True):
        recorder.post(address("show_results"), {"live": "yes" if is_live else "no"})
        page = recorder.get(address("console")).text
        assert [words in page for words in hidden] == [not is_live, not is_live]
        assert page.count("The room screen shows the dots while they fall.") == 2 * is_live


def test_a_requirement_that_is_too_long_is_told_so_and_not_cut(meeting, recorder):
    at(meeting, "requirements")
    assert 'data-most="160"' in recorder.get(address("console")).text
    workforce = under(meeting, "Workforce")
    said = {"text": "x" * 161, "category": workforce.pk}
    answer = recorder.post(address("requirement_new"), said)
    assert "at most 160 characters (it has 161)" in answer.text
    assert "x" * 161 in answer.text
    assert not Requirement.objects.exists()
