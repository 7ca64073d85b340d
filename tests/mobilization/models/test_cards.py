import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from mobilization.models import Card, CardLine, Requirement
from tests.factories.process import CardFactory, RequirementFactory

pytestmark = pytest.mark.django_db


def refusal_of(record):
    """What the record's constraints say before the database has to refuse it."""
    with pytest.raises(ValidationError) as refusal:
        record.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        record.save()
    return refusal.value.messages


def test_a_person_has_one_card_in_a_meeting():
    card = CardFactory()
    second = Card(meeting=card.meeting, person=card.person, vision="Known", first="Roads")
    assert refusal_of(second) == ["This person has a card already; change that one."]


def test_a_requirement_is_listed_once_in_a_meeting():
    listed = RequirementFactory()
    second = Requirement(meeting=listed.meeting, text=listed.text, category=listed.category)
    assert refusal_of(second) == ["This requirement is on the list already."]
    assert RequirementFactory(text=listed.text).pk  # in another meeting


def test_a_line_of_a_card_is_filed_once():
    card = CardFactory()
    one, other = RequirementFactory.create_batch(2, meeting=card.meeting)
    CardLine.objects.create(card=card, requirement=one, line="first")
    second = CardLine(card=card, requirement=other, line="first")
    assert refusal_of(second) == ["This line of the card is on the list already."]


def test_a_card_has_three_lines():
    card = CardFactory()
    fourth = CardLine(card=card, requirement=RequirementFactory(meeting=card.meeting), line="4th")
    assert refusal_of(fourth) == ["Constraint “line_of_a_card_is_known” is violated."]
