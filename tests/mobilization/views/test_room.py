from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts import links
from mobilization.models import Attendance, Ballot, Card, CardLine, Dot, Meeting, Presentation
from mobilization.services import meetings as services
from mobilization.services import plans
from tests.factories.accounts import member
from tests.factories.plans import plan_in
from tests.factories.process import (
    BallotFactory,
    CardFactory,
    MeetingFactory,
    PlanFactory,
    RequirementFactory,
    SeatFactory,
    TeamFactory,
    present,
    under,
)
from tests.polls import follow

pytestmark = pytest.mark.django_db

WORDS = {"vision": "Where instruments are made", "first": "Technicians"}
PARTS = ["planned", "check_in", "cards", "requirements", "voting", "grouping", "teams", "closed"]


@pytest.fixture
def meeting():
    return MeetingFactory(state="cards")


@pytest.fixture
def person(meeting):
    return present(meeting, name="Ada Brook")


def at(meeting, state):
    Meeting.objects.filter(pk=meeting.pk).update(state=state)


def address(name, person, meeting, *args):
    return reverse(name, args=[links.for_person(person).token, meeting.pk, *args])


def poll(client, person, meeting, page):
    return follow(client, address("room", person, meeting), page)


@pytest.mark.parametrize("state", PARTS)
def test_the_page_shows_the_part_the_room_is_in(client, meeting, person, state):
    at(meeting, state)
    page = client.get(address("room", person, meeting))
    assert page.context["showing"] == state


@pytest.mark.parametrize("state", PARTS[1:-1])
def test_whoever_is_not_checked_in_stands_at_the_door(client, meeting, state):
    at(meeting, state)
    guest = SeatFactory(group=meeting.group).person
    assert "I am here" in client.get(address("room", guest, meeting)).text
    client.post(address("arrive", guest, meeting))
    assert list(Attendance.objects.values_list("person", "source")) == [(guest.pk, "link")]


def test_looking_at_the_page_checks_nobody_in(client, meeting):
    guest = SeatFactory(group=meeting.group).person
    client.get(address("room", guest, meeting))
    assert client.get(address("arrive", guest, meeting)).status_code == 405
    assert not Attendance.objects.exists()


def test_a_meeting_of_another_group_is_not_found(client, meeting):
    stranger = present(MeetingFactory(state="cards"))
    assert client.get(address("room", stranger, meeting)).status_code == 404
    assert client.post(address("arrive", stranger, meeting)).status_code == 404
    assert client.post(address("own_card", stranger, meeting), WORDS).status_code == 404


def test_later_meetings_are_followed_too(client, meeting, person):
    later = MeetingFactory(group=meeting.group, number=2, state="deciding")
    client.post(address("arrive", person, later))
    assert "The teams present their plans" in client.get(address("room", person, later)).text
    at(later, "closed")
    assert client.get(address("room", person, later)).status_code == 200


def test_a_later_meeting_shows_who_presents_which_plan(client, meeting, person):
    plan = PlanFactory(team__priority__meeting=meeting, title="Whole trains")
    later = MeetingFactory(group=meeting.group, number=2, state="deciding")
    client.post(address("arrive", person, later))
    turn = Presentation.objects.create(team=plan.team, meeting=later, person=plan.team.champion)
    page = client.get(address("room", person, later)).text
    assert f"{plan.team.champion.name} presents" in page
    assert reverse("personal_plan", args=[links.for_person(person).token, plan.pk]) in page

    Presentation.objects.filter(pk=turn.pk).update(person=person)
    assert "You are next." in client.get(address("room", person, later)).text


def test_an_edit_of_a_plan_reaches_the_phones_of_its_meeting(
    client, meeting, person, django_assert_num_queries
):
    plan = plan_in(title="Whole trains", team__priority__meeting=meeting)
    later = meeting.group.meetings.get(number=2)
    client.post(address("arrive", person, later))
    url = address("room", person, later)
    page = client.get(url)
    with django_assert_num_queries(1):
        assert follow(client, url, page).status_code == 304

    edit = {"version": plan.version, "content": {"goal": "A train an hour."}}
    plans.save(plan=plan, **edit, by=plan.team.champion)
    assert "A train an hour." in follow(client, url, page).text


def test_a_member_takes_the_turn_of_a_team_without_a_presenter(client, meeting):
    plan = plan_in(title="Whole trains", team__priority__meeting=meeting)
    later = meeting.group.meetings.get(number=2)
    member = plan.team.champion
    client.post(address("arrive", member, later))
    assert "Agree on one of you" in client.get(address("room", member, later)).text

    token = links.for_person(member).token
    client.post(reverse("own_offer_to_present", args=[token, later.pk, plan.team.pk]))
    assert "You are next." in client.get(address("room", member, later)).text


@pytest.mark.parametrize("count", [1, 30])
def test_phones_ask_as_often_for_many_teams(
    client, meeting, person, django_assert_num_queries, count
):
    for _number in range(count):
        plan = plan_in(team__priority__meeting=meeting)
    later = meeting.group.meetings.get(number=2)
    Presentation.objects.create(team=plan.team, meeting=later, state="questions")
    client.post(address("arrive", person, later))
    client.get(address("room", person, later))
    with django_assert_num_queries(13):
        client.get(address("room", person, later))


# --- Cards ----------------------------------------------------------------------------------


def test_a_card_is_stored_and_changed(client, meeting, person):
    client.post(address("own_card", person, meeting), WORDS)
    page = client.get(address("room", person, meeting))
    assert "Where instruments are made" in page.text
    assert "form" not in page.context

    change = client.get(address("room", person, meeting), {"change": ""})
    assert "Technicians</textarea>" in change.text
    client.post(address("own_card", person, meeting), {**WORDS, "first": "Roads\n and rails"})
    assert list(Card.objects.values_list("person", "first", "source")) == [
        (person.pk, "Roads and rails", "phone")
    ]


def test_a_card_with_a_gap_comes_back_as_it_was_typed(client, meeting, person):
    answer = client.post(address("own_card", person, meeting), {"vision": "Lenses"})
    assert "Lenses</textarea>" in answer.text
    assert not Card.objects.exists()


def test_a_card_that_is_too_long_is_told_so_and_not_cut(client, meeting, person):
    page = client.get(address("room", person, meeting)).text
    assert page.count('data-most="160"') == 4
    assert "maxlength" not in page
    answer = client.post(address("own_card", person, meeting), {**WORDS, "second": "x" * 10_000})
    assert "at most 160 characters (it has 10000)" in answer.text
    assert "x" * 10_000 in answer.text
    assert not Card.objects.exists()


def test_a_card_that_comes_too_late_is_not_lost_from_the_page(client, meeting, person):
    at(meeting, "requirements")
    answer = client.post(address("own_card", person, meeting), WORDS)
    assert "Technicians</textarea>" in answer.text
    assert "The meeting is at “Requirements” now" in answer.text
    assert not Card.objects.exists()


def test_the_phone_says_whose_turn_it_is_and_shows_what_was_read(client, meeting, person):
    at(meeting, "requirements")
    other = present(meeting, name="Ben Carver")
    mine = CardFactory(meeting=meeting, person=person, vision="Mine", first="Roads")
    theirs = CardFactory(meeting=meeting, person=other, vision="Theirs", first="Rails")
    turns = [
        client.get(address("room", one, meeting)).context["own_turn"] for one in (person, other)
    ]
    assert turns == ["It is your turn", "You are next"]
    page = client.get(address("room", person, meeting)).text
    assert ("Theirs" in page, "Rails" in page) == (False, False)
    for card in (mine, theirs):
        CardLine.objects.create(card=card, requirement=RequirementFactory(meeting=meeting))
    page = client.get(address("room", person, meeting))
    assert page.context["visions"] == ["Theirs", "Mine"]
    assert (page.context["now"], page.context["own_turn"]) == (None, "")
    assert "What is missing?" in page.text


def test_who_came_without_a_card_is_told_to_be_heard_all_the_same(client, meeting, person):
    at(meeting, "requirements")
    assert "You have no card" in client.get(address("room", person, meeting)).text
    CardFactory(meeting=meeting, person=person)
    assert "You have no card" not in client.get(address("room", person, meeting)).text


def test_a_poll_is_answered_with_nothing_until_everybody_or_oneself_has_something_new(
    client, meeting, person
):
    page = client.get(address("room", person, meeting))
    assert poll(client, person, meeting, page).status_code == 304
    client.post(address("own_card", present(meeting), meeting), WORDS)  # private, so nothing new
    assert poll(client, person, meeting, page).status_code == 304
    client.post(address("own_card", person, meeting), WORDS)
    own = poll(client, person, meeting, page)
    assert (own.status_code, "<html" in own.text) == (200, False)
    assert "Where instruments are made" in own.text
    assert poll(client, person, meeting, own).status_code == 304
    lead = member(meeting.initiative)
    services.move(meeting=meeting, name="open_requirements", by=lead)
    assert poll(client, person, meeting, own).context["showing"] == "requirements"


def test_a_proxy_may_weaken_the_mark_and_no_cache_keeps_the_answer(client, meeting, person):
    room = address("room", person, meeting)
    mark = client.get(room).context["mark"]
    answer = client.get(room, headers={"X-Follow": "1", "If-None-Match": f'W/"{mark}"'})
    assert answer.status_code == 304
    assert "no-store" in client.get(room, headers={"X-Follow": "1"}).headers["Cache-Control"]


def test_an_idle_poll_of_a_phone_asks_the_database_once(
    client, meeting, person, django_assert_num_queries
):
    room = address("room", person, meeting)
    page = client.get(room)
    with django_assert_num_queries(1):
        assert follow(client, room, page).status_code == 304


def closed_link(person):
    links.revoke(person=person)


def lost_seat(person):
    person.seats.all().delete()


@pytest.mark.parametrize(("happens", "status"), [(closed_link, 410), (lost_seat, 404)])
def test_a_poll_tells_nothing_to_whoever_may_no_longer_enter(
    client, meeting, person, happens, status
):
    room = address("room", person, meeting)
    page = client.get(room)
    happens(person)
    assert follow(client, room, page).status_code == status


def test_a_phone_left_open_until_its_link_is_over_is_told_and_writes_nothing(
    client, meeting, person
):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting)
    dot = address("place_dot", person, meeting, requirement.pk)
    room = address("room", person, meeting)
    page = client.get(room)
    past = timezone.now() - timedelta(days=1)
    person.links.update(made_at=past - timedelta(days=1), expires_at=past)
    assert follow(client, room, page).status_code == 410
    assert client.post(dot).status_code == 410
    assert not Dot.objects.exists()


def test_cards_of_others_are_never_on_the_page(client, meeting, person):
    CardFactory(meeting=meeting, person=present(meeting), vision="Secret", second="Silent")
    for state in PARTS:
        at(meeting, state)
        page = client.get(address("room", person, meeting)).text
        assert ("Secret" in page, "Silent" in page) == (False, False)


# --- Dots -----------------------------------------------------------------------------------


def test_dots_are_placed_and_taken_back(client, meeting, person):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting)
    dot = address("place_dot", person, meeting, requirement.pk)
    answer = client.post(dot, follow=True)
    assert answer.context["dots_left"] == 3
    assert client.post(dot, follow=True).context["dots_left"] == 3  # sent twice
    assert list(Dot.objects.values_list("ballot__person", "source")) == [(person.pk, "phone")]

    answer = client.post(address("take_dot_back", person, meeting, requirement.pk), follow=True)
    assert answer.context["dots_left"] == 4
    assert not Dot.objects.exists()


def test_a_form_that_is_sent_again_counts_once(client, meeting, person):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting)
    place = address("place_dot", person, meeting, requirement.pk)
    back = address("take_dot_back", person, meeting, requirement.pk)
    client.post(place, headers={"Idempotency-Key": "one"})
    client.post(back, headers={"Idempotency-Key": "two"})
    client.post(place, headers={"Idempotency-Key": "one"})  # the phone had not heard the answer
    assert not Dot.objects.exists()
    client.post(place, headers={"Idempotency-Key": "three"})
    assert Dot.objects.count() == 1


def test_a_card_that_is_sent_again_does_not_undo_a_change(client, meeting, person):
    card = address("own_card", person, meeting)
    for first, key in (("Roads", "one"), ("Rails", "two"), ("Roads", "one")):
        answer = client.post(card, {**WORDS, "first": first}, headers={"Idempotency-Key": key})
        assert answer.status_code == 302
    assert Card.objects.get().first == "Rails"


def test_a_form_that_was_refused_can_be_sent_again_under_its_key(client, meeting, person):
    card = address("own_card", person, meeting)
    at(meeting, "check_in")
    client.post(card, WORDS, headers={"Idempotency-Key": "one"})
    assert not Card.objects.exists()
    at(meeting, "cards")
    client.post(card, WORDS, headers={"Idempotency-Key": "one"})
    assert Card.objects.count() == 1


def test_the_key_of_one_person_is_nobody_elses(client, meeting, person):
    for somebody in (person, present(meeting)):
        card = address("own_card", somebody, meeting)
        client.post(card, WORDS, headers={"Idempotency-Key": "one"})
    assert Card.objects.count() == 2


def test_to_a_script_a_dot_is_answered_with_its_line_and_the_mark(client, meeting, person):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting)
    room = address("room", person, meeting)
    page = client.get(room)
    place = address("place_dot", person, meeting, requirement.pk)
    answer = client.post(place, headers={"X-Follow": page.context["mark"]})
    assert "3 dots left" in answer.text
    assert 'aria-pressed="true"' in answer.text
    assert follow(client, room, answer).status_code == 304
    back = address("take_dot_back", person, meeting, requirement.pk)
    again = client.post(back, headers={"X-Follow": answer.context["mark"]})
    assert "4 dots left" in again.text
    assert follow(client, room, again).status_code == 304


def test_the_ballot_has_the_numbers_and_categories_of_the_wall(client, meeting, person):
    at(meeting, "voting")
    names = ["Workforce", "Infrastructure", "Workforce"]
    rows = [RequirementFactory(meeting=meeting, category=under(meeting, name)) for name in names]
    page = client.get(address("room", person, meeting))
    shown = [
        (name, [(place.number, place.pk) for place in places])
        for name, places in page.context["by_category"]
    ]
    assert shown == [
        ("Workforce", [(1, rows[0].pk), (3, rows[2].pk)]),
        ("Infrastructure", [(2, rows[1].pk)]),
    ]
    RequirementFactory()  # of another meeting
    place = address("place_dot", person, meeting, rows[2].pk)
    answer = client.post(place, headers={"X-Follow": page.context["mark"]})
    assert answer.context["place"].number == 3


def test_whoever_has_dots_to_spend_elsewhere_finds_the_words_for_every_count(
    client, meeting, person
):
    page = client.get(address("room", person, meeting)).text
    words = page.partition('<template id="dots-in-words">')[2].partition("</template>")[0]
    assert words.count("<span>") == 7
    assert "1 dot left" in words


def test_beside_a_dot_people_say_what_they_offer(client, meeting, person):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting)
    room = address("room", person, meeting)
    page = client.get(room)
    offer = address("own_offer", person, meeting, requirement.pk)
    refused = client.post(offer, {"offer": "work"}, headers={"Referer": room}, follow=True)
    assert "There is no dot on" in refused.text
    client.post(address("place_dot", person, meeting, requirement.pk))
    page = client.get(room)
    answer = client.post(offer, {"offer": "champion"}, headers={"X-Follow": page.context["mark"]})
    assert answer.context["place"].offer == Dot.objects.get().offer == "champion"
    assert follow(client, room, answer).status_code == 304
    client.post(offer, {"offer": ""})
    assert Dot.objects.get().offer == ""
    assert client.post(offer, {"offer": "money"}).status_code == 404
    with pytest.raises(IntegrityError), transaction.atomic():
        Dot.objects.update(offer="money")


def test_a_page_that_missed_something_is_not_called_up_to_date_by_a_dot(client, meeting, person):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting)
    page = client.get(address("room", person, meeting))
    services.keep_open(meeting, "voting")  # somebody changed what all see
    place = address("place_dot", person, meeting, requirement.pk)
    answer = client.post(place, headers={"X-Follow": page.context["mark"]})
    assert answer.context["mark"] == ""
    assert poll(client, person, meeting, page).status_code == 200


def test_a_fifth_dot_is_refused_in_words(client, meeting, person):
    at(meeting, "voting")
    *four, fifth = RequirementFactory.create_batch(5, meeting=meeting)
    for requirement in four:
        client.post(address("place_dot", person, meeting, requirement.pk))
    answer = client.post(
        address("place_dot", person, meeting, fifth.pk),
        headers={"X-Follow": "1", "Referer": address("room", person, meeting)},
        follow=True,
    )
    assert "All your dots are placed" in answer.text
    assert Ballot.objects.get().dots_left == 0


def test_a_dot_that_comes_too_late_is_refused_in_words(client, meeting, person):
    at(meeting, "grouping")
    requirement = RequirementFactory(meeting=meeting)
    answer = client.post(
        address("place_dot", person, meeting, requirement.pk),
        headers={"Referer": address("room", person, meeting)},
        follow=True,
    )
    assert "The meeting is at “Priority areas” now" in answer.text
    assert not Dot.objects.exists()


def test_requirements_of_another_meeting_take_no_dots_here(client, meeting, person):
    at(meeting, "voting")
    stranger = RequirementFactory()
    answer = client.post(address("place_dot", person, meeting, stranger.pk))
    assert answer.status_code == 404


def test_everybody_sees_their_own_dots_and_no_totals_until_the_vote_is_closed(
    client, meeting, person
):
    at(meeting, "voting")
    mine, theirs = RequirementFactory.create_batch(2, meeting=meeting)
    BallotFactory(meeting=meeting, person=person, dots_left=3).dots.create(
        requirement=mine, source="paper"
    )
    for _number in range(7):
        BallotFactory(meeting=meeting).dots.create(requirement=theirs, source="phone")

    page = client.get(address("room", person, meeting))
    shown = [(place.pk, place.has_dot) for place in page.context["places"]]
    assert shown == [(mine.pk, True), (theirs.pk, False)]
    assert "ranking" not in page.context
    assert "7 dots" not in page.text

    at(meeting, "grouping")
    assert "7 dots" in client.get(address("room", person, meeting)).text


def test_whoever_has_a_dot_on_other_words_is_told_on_their_phone(client, meeting, person):
    at(meeting, "voting")
    requirement = RequirementFactory(meeting=meeting, text="No apprentices")
    ballot = BallotFactory(meeting=meeting, person=person, dots_left=3)
    page = address("room", person, meeting)
    told = "Before: “Shared apprentices”. Take the dot back if you no longer agree."

    dot = ballot.dots.create(requirement=requirement, source="phone")
    assert "were changed" not in client.get(page).text
    ballot.dots.update(words_before="Shared apprentices")
    shown = client.get(page).text
    assert ("The words of an item that you chose" in shown, told in shown) == (True, True)

    poll = {"HTTP_X_FOLLOW": "0.0"}
    offer = address("own_offer", person, meeting, requirement.pk)
    assert told in client.post(offer, {"offer": "work"}, **poll).text
    dot_back = address("take_dot_back", person, meeting, requirement.pk)
    assert told not in client.post(dot_back, **poll).text
    place = address("place_dot", person, meeting, requirement.pk)
    assert told not in client.post(place, **poll).text
    assert ballot.dots.get().pk != dot.pk


# --- Teams ----------------------------------------------------------------------------------


def test_a_team_that_is_formed_is_joined_by_phone_while_the_meeting_goes_on(
    client, meeting, person
):
    team = TeamFactory(priority__meeting=meeting)
    at(meeting, "teams")
    room, area = address("room", person, meeting), team.priority_id
    assert "Count me in" in client.get(room).text
    client.post(address("own_area", person, meeting, area), {"say": "in"})
    assert team.members.filter(person=person).exists()
    page = client.get(room).text
    assert ("Count me in" in page, "Step back" in page) == (False, True)


# --- Everything -----------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("state", "queries"),
    [("cards", 6), ("requirements", 8), ("voting", 6), ("grouping", 9), ("teams", 10)],
)
def test_the_room_asks_the_database_as_often_for_many(
    client, meeting, person, django_assert_num_queries, state, queries, count
):
    for _number in range(count):
        BallotFactory(meeting=meeting).dots.create(
            requirement=RequirementFactory(meeting=meeting), source="phone"
        )
        TeamFactory(priority__meeting=meeting)
    at(meeting, state)
    Meeting.objects.update(areas_are_shown=True)
    room = address("room", person, meeting)
    client.get(room)
    with django_assert_num_queries(queries):
        client.get(room)


@pytest.mark.parametrize(
    ("state", "titles"),
    [
        ("planned", ["Optics: meeting 1"]),
        ("cards", ["Write your card"]),
        ("voting", ["Place your dots"]),
        ("grouping", ["Optics: meeting 1"]),
        ("closed", []),
    ],
)
def test_the_personal_home_says_what_there_is_to_do(client, meeting, person, state, titles):
    meeting.group.cluster.name = "Optics"
    meeting.group.cluster.save()
    at(meeting, state)
    home = client.get(reverse("personal_home", args=[links.for_person(person).token]))
    found = [entry.title for entry in home.context["entries"] if str(meeting.pk) in entry.url]
    assert found == titles


def test_the_personal_home_calls_to_the_check_in_and_names_the_team(client, meeting, person):
    guest = SeatFactory(group=meeting.group).person
    TeamFactory(priority__meeting=meeting, priority__name="People", champion=guest)
    home = client.get(reverse("personal_home", args=[links.for_person(guest).token]))
    titles = [entry.title for entry in home.context["entries"]]
    assert titles[0] == "Check in"
    assert "Your team: People" in titles
