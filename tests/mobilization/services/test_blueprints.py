import pytest
from django.core.exceptions import PermissionDenied

from core.workflow import history_of
from mobilization.models import Blueprint
from mobilization.services import blueprints
from tests.factories.accounts import member
from tests.factories.blueprints import approved_plan
from tests.factories.plans import leader
from tests.factories.process import ClusterGroupFactory
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

WORDS = "We stand behind these plans."


@pytest.fixture
def group():
    return approved_plan().team.group


@pytest.fixture
def chair(group):
    return leader(group.initiative, co_chair=True)


def test_a_co_chair_signs_the_statement(group, chair):
    blueprint = blueprints.sign(group=group, statement=WORDS, by=chair)

    assert (blueprint.group, blueprint.statement, blueprint.signed_by) == (group, WORDS, chair)
    assert [move.name for move in history_of(blueprint)] == ["sign"]


def test_signing_other_words_replaces_them_and_keeps_the_history(group, chair):
    blueprints.sign(group=group, statement=WORDS, by=chair)

    blueprint = blueprints.sign(group=group, statement="We do, all of us.", by=chair)

    assert Blueprint.objects.get().statement == "We do, all of us."
    assert history_of(blueprint).count() == 2


def test_the_same_words_sent_twice_are_signed_once(group, chair):
    first = blueprints.sign(group=group, statement=WORDS, by=chair)

    again = blueprints.sign(group=group, statement=WORDS, by=chair)

    assert again.signed_at == first.signed_at
    assert history_of(first).count() == 1


def test_without_an_approved_plan_nothing_is_signed():
    group = ClusterGroupFactory()

    with refused("no_approved_plan"):
        blueprints.sign(group=group, statement=WORDS, by=leader(group.initiative, co_chair=True))


@pytest.mark.parametrize("actor", ["member", "manager", "co-chair elsewhere"])
def test_nobody_else_signs(actor, group):
    elsewhere = ClusterGroupFactory().initiative
    by = {
        "member": lambda: leader(group.initiative),
        "manager": lambda: member(group.initiative),
        "co-chair elsewhere": lambda: leader(elsewhere, co_chair=True),
    }[actor]()

    with pytest.raises(PermissionDenied):
        blueprints.sign(group=group, statement=WORDS, by=by)

    assert not Blueprint.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_sign_at_once_leave_one_statement(group):
    chairs = [leader(group.initiative, co_chair=True) for _number in range(4)]

    results = race(
        *(
            lambda chair=chair: blueprints.sign(group=group, statement=WORDS, by=chair)
            for chair in chairs
        )
    )

    assert problems(results) == []
    assert Blueprint.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("before", ["", "Other words."])
def test_words_that_are_sent_eight_times_at_once_are_signed_once(group, chair, before):
    if before:
        blueprints.sign(group=group, statement=before, by=chair)

    results = race(*[lambda: blueprints.sign(group=group, statement=WORDS, by=chair)] * 8)

    assert {result.statement for result in results} == {WORDS}
    assert history_of(Blueprint.objects.get()).count() == (2 if before else 1)
