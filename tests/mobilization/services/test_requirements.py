import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from mobilization.models import CardLine, Deed, Dot, Meeting, Requirement
from mobilization.services import requirements, undoing, votes
from tests.factories.accounts import member
from tests.factories.process import (
    BallotFactory,
    CardFactory,
    MeetingFactory,
    RequirementFactory,
    SeatFactory,
    present,
    under,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="requirements")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, Membership.Role.RECORDER)


def the_list():
    return list(Requirement.objects.values_list("text", "category__name"))


def the_lines():
    return list(CardLine.objects.values_list("card", "line", "requirement__text"))


def test_a_requirement_is_typed(meeting, recorder):
    requirements.add(
        meeting=meeting, text="Roads", category=under(meeting, "Infrastructure"), by=recorder
    )
    assert the_list() == [("Roads", "Infrastructure")]


@pytest.mark.parametrize("again", ["Roads", "roads", " ROADS. "])
def test_the_same_words_are_refused_whatever_their_capitals(meeting, recorder, again):
    RequirementFactory(meeting=meeting, text="Roads", category=under(meeting, "Infrastructure"))
    other = RequirementFactory(meeting=meeting, text="Rods", category=under(meeting, "Other"))
    words = {"text": again, "category": under(meeting, "Other"), "by": recorder}
    with refused("requirement_listed"):
        requirements.add(meeting=meeting, **words)
    with refused("requirement_listed"):
        requirements.edit(requirement=other, **words)
    assert the_list() == [("Roads", "Infrastructure"), ("Rods", "Other")]


def test_a_requirement_gets_other_capitals(meeting, recorder):
    requirement = RequirementFactory(meeting=meeting, text="roads")
    category = under(meeting, "Other")
    requirements.edit(requirement=requirement, text="Roads", category=category, by=recorder)
    assert the_list() == [("Roads", "Other")]


def test_words_and_category_are_changed(meeting, recorder):
    requirement = RequirementFactory(meeting=meeting, text="Rods", category=under(meeting, "Other"))
    requirements.edit(
        requirement=requirement,
        text="Roads",
        category=under(meeting, "Infrastructure"),
        by=recorder,
    )
    assert the_list() == [("Roads", "Infrastructure")]


def test_words_are_not_changed_into_those_of_another(meeting, recorder):
    RequirementFactory(meeting=meeting, text="Roads")
    requirement = RequirementFactory(meeting=meeting, text="Rods")
    with refused("requirement_listed"):
        requirements.edit(
            requirement=requirement, text="Roads", category=under(meeting, "Other"), by=recorder
        )
    requirement.refresh_from_db()
    assert requirement.text == "Rods"


def test_a_requirement_without_dots_is_removed_and_its_card_stays(meeting, recorder):
    card = CardFactory(meeting=meeting)
    requirement = requirements.take_over(
        card=card, line="first", category=under(meeting, "Workforce"), by=recorder
    )
    requirements.remove(requirement=requirement, by=recorder)
    assert (the_list(), the_lines()) == ([], [])
    assert meeting.cards.count() == 1


def test_a_requirement_with_dots_stays(meeting, recorder):
    requirement = RequirementFactory(meeting=meeting)
    BallotFactory(meeting=meeting).dots.create(requirement=requirement, source="phone")
    with refused("requirement_has_dots"):
        requirements.remove(requirement=requirement, by=recorder)
    assert Requirement.objects.count() == 1


@pytest.fixture
def chosen(meeting):
    """A requirement with two dots, one from a phone and one from paper."""
    requirement = RequirementFactory(meeting=meeting, text="Shared apprentices")
    for source in ("phone", "paper"):
        ballot = BallotFactory(meeting=meeting, person=present(meeting), dots_left=3)
        ballot.dots.create(requirement=requirement, source=source)
    return requirement


def reword(requirement, text, by, reason="As the room meant it"):
    category = requirement.category
    values = {"text": text, "category": category, "reason": reason, "by": by}
    return requirements.edit(requirement=requirement, **values)


def words_of_dots():
    return sorted(Dot.objects.values_list("requirement__text", "words_before"))


def test_other_words_for_what_has_dots_need_a_reason(chosen, recorder):
    with refused("rewording_without_reason"):
        reword(chosen, "No apprentices at all", recorder, reason="")
    assert words_of_dots() == [("Shared apprentices", "")] * 2
    assert not Deed.objects.exists()

    other = under(chosen.meeting, "Other")
    values = {"requirement": chosen, "category": other, "by": recorder}
    requirements.edit(text="Shared apprentices", **values)  # another category needs none
    assert Deed.objects.get().kind == "requirement_edited"


def test_dots_keep_the_words_that_they_were_placed_on(chosen, recorder):
    reword(chosen, "Apprentices shared", recorder)
    reword(chosen, "No apprentices at all", recorder, reason="Said so")
    assert words_of_dots() == [("No apprentices at all", "Shared apprentices")] * 2
    assert [deed.words for deed in Deed.objects.all()] == [
        {
            "text": "Apprentices shared",
            "before": "Shared apprentices",
            "dots": 2,
            "reason": "As the room meant it",
        },
        {
            "text": "No apprentices at all",
            "before": "Apprentices shared",
            "dots": 2,
            "reason": "Said so",
        },
    ]
    reword(chosen, "Shared apprentices", recorder)
    assert words_of_dots() == [("Shared apprentices", "")] * 2


def test_a_rewording_is_undone_with_what_its_dots_tell(chosen, recorder):
    for text in ("Apprentices shared", "No apprentices at all", "Shared apprentices"):
        reword(chosen, text, recorder)
    assert words_of_dots() == [("Shared apprentices", "")] * 2
    undone = [
        ("No apprentices at all", "Shared apprentices"),
        ("Apprentices shared", "Shared apprentices"),
        ("Shared apprentices", ""),
    ]
    for deed, words in zip(Deed.objects.order_by("-pk"), undone, strict=True):
        undoing.undo(deed=deed, by=recorder)
        assert words_of_dots() == [words] * 2


@pytest.mark.parametrize("has_dots", [True, False])
def test_words_that_got_a_dot_since_are_not_turned_back(meeting, chosen, recorder, has_dots):
    """Also where nobody had a dot there when the words were changed."""
    requirement = chosen if has_dots else RequirementFactory(meeting=meeting, text="Rods")
    reword(requirement, "Roads", recorder)
    voter = present(meeting)
    Meeting.objects.update(state="voting")
    dot = {"meeting": meeting, "person": voter, "requirement": requirement, "by": voter}
    votes.cast(source="phone", **dot)
    Meeting.objects.update(state="requirements")
    with refused("step_has_grown"):
        undoing.undo(deed=Deed.objects.get(), by=recorder)
    requirement.refresh_from_db()
    assert requirement.text == "Roads"

    Meeting.objects.update(state="voting")
    votes.take_back(**dot)
    Meeting.objects.update(state="requirements")
    undoing.undo(deed=Deed.objects.get(), by=recorder)
    requirement.refresh_from_db()
    assert requirement.text == ("Shared apprentices" if has_dots else "Rods")


def test_a_line_is_taken_over_once(meeting, recorder):
    card = CardFactory(meeting=meeting, first="Technicians")
    for name in ("Workforce", "Other"):
        category = under(meeting, name)
        requirements.take_over(card=card, line="first", category=category, by=recorder)
    assert the_list() == [("Technicians", "Workforce")]
    assert the_lines() == [(card.pk, "first", "Technicians")]


def test_the_same_words_on_two_cards_are_one_requirement(meeting, recorder):
    one = CardFactory(meeting=meeting, first="Technicians")
    other = CardFactory(meeting=meeting, first="technicians.")
    requirements.take_over(
        card=one, line="first", category=under(meeting, "Workforce"), by=recorder
    )
    requirements.take_over(card=other, line="first", category=under(meeting, "Other"), by=recorder)
    assert the_list() == [("Technicians", "Workforce")]
    assert the_lines() == [(one.pk, "first", "Technicians"), (other.pk, "first", "Technicians")]


def test_an_empty_line_is_not_taken_over(meeting, recorder):
    card = CardFactory(meeting=meeting, third="")
    with refused("line_is_empty"):
        requirements.take_over(
            card=card, line="third", category=under(meeting, "Other"), by=recorder
        )
    assert the_list() == []


def test_already_said_links_the_card_to_what_is_listed(meeting, recorder):
    card = CardFactory(meeting=meeting, second="People who can measure")
    requirement = RequirementFactory(meeting=meeting, text="Technicians")
    for _time in range(2):
        requirements.already_said(card=card, line="second", requirement=requirement, by=recorder)
    assert the_lines() == [(card.pk, "second", "Technicians")]


def test_a_line_is_unlinked_and_the_requirement_stays(meeting, recorder):
    card = CardFactory(meeting=meeting, first="Technicians")
    requirements.take_over(
        card=card, line="first", category=under(meeting, "Workforce"), by=recorder
    )
    requirements.unlink(card=card, line="first", by=recorder)
    assert (the_lines(), the_list()) == ([], [("Technicians", "Workforce")])


def test_cards_and_requirements_of_two_meetings_do_not_mix(meeting, recorder):
    card = CardFactory(meeting=meeting)
    with refused("of_another_meeting"):
        requirements.already_said(
            card=card, line="first", requirement=RequirementFactory(), by=recorder
        )


@pytest.mark.parametrize("state", ["cards", "voting", "grouping", "closed"])
def test_the_list_changes_in_its_part_only(meeting, recorder, state):
    meeting.state = state
    meeting.save()
    with refused("part_not_open"):
        requirements.add(
            meeting=meeting, text="Roads", category=under(meeting, "Other"), by=recorder
        )


def test_participants_do_not_write_the_list(meeting):
    person = SeatFactory(group=meeting.group).person
    with pytest.raises(PermissionDenied):
        requirements.add(meeting=meeting, text="Roads", category=under(meeting, "Other"), by=person)


def test_what_was_merged_by_mistake_is_split_again(meeting, recorder):
    """Matched as already said, taken apart, and filed as a requirement of its own."""
    one = CardFactory(meeting=meeting, first="Technicians")
    other = CardFactory(meeting=meeting, first="People who teach")
    listed = requirements.take_over(
        card=one, line="first", category=under(meeting, "Workforce"), by=recorder
    )
    requirements.already_said(card=other, line="first", requirement=listed, by=recorder)
    requirements.unlink(card=other, line="first", by=recorder)
    requirements.take_over(card=other, line="first", category=under(meeting, "Other"), by=recorder)
    assert the_list() == [("Technicians", "Workforce"), ("People who teach", "Other")]
    assert the_lines() == [
        (one.pk, "first", "Technicians"),
        (other.pk, "first", "People who teach"),
    ]
    for deed in Deed.objects.order_by("-pk")[:2]:
        undoing.undo(deed=deed, by=recorder)
    assert the_lines() == [(one.pk, "first", "Technicians"), (other.pk, "first", "Technicians")]


@pytest.mark.django_db(transaction=True)
def test_sixty_four_cards_merged_into_one_requirement_at_once_stand_behind_it():
    """Half are matched as said before, half say the very words; the requirement stays one."""
    meeting = MeetingFactory(state="requirements")
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    listed = RequirementFactory(meeting=meeting, text="Technicians")
    said = CardFactory.create_batch(32, meeting=meeting, first="People who measure")
    same = CardFactory.create_batch(32, meeting=meeting, first="Technicians")

    def match(card):
        return lambda: requirements.already_said(
            card=card, line="first", requirement=listed, by=recorder
        )

    def file(card):
        return lambda: requirements.take_over(
            card=card, line="first", category=under(meeting, "Other"), by=recorder
        )

    results = race(*[match(card) for card in said], *[file(card) for card in same])

    assert (problems(results), set(results)) == ([], {listed})
    assert the_list() == [("Technicians", "Workforce")]
    assert CardLine.objects.filter(requirement=listed).count() == 64


@pytest.mark.django_db(transaction=True)
def test_eight_recorders_who_type_one_requirement_in_different_capitals_list_it_once():
    meeting = MeetingFactory(state="requirements")
    recorder = member(meeting.initiative, Membership.Role.RECORDER)
    category = under(meeting, "Workforce")

    def add(text):
        return lambda: requirements.add(meeting=meeting, text=text, category=category, by=recorder)

    results = race(*map(add, ["Actuaries", "actuaries", "ACTUARIES", "Actuaries."] * 2))

    assert problems(results) == ["requirement_listed"] * 7
    assert Requirement.objects.count() == 1
