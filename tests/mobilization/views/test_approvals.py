"""The Leadership Group's page of decision, by personal link."""

import pytest
from django.urls import reverse

from accounts import links
from mobilization.models import Decision
from mobilization.services import plans
from tests.factories.accounts import member
from tests.factories.plans import leader, plan_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return plan_in("with_leadership")


@pytest.fixture
def chair(plan):
    return leader(plan.initiative, co_chair=True)


def page(person, plan, name="personal_decision"):
    return reverse(name, args=[links.for_person(person).token, plan.pk])


def answer(plan, present, *, kind="approved", conditions=(), **values):
    data = {
        "version": plan.version,
        "kind": kind,
        "members_present": [person.pk for person in present],
        "conditions-TOTAL_FORMS": len(conditions),
        "conditions-INITIAL_FORMS": 0,
        **values,
    }
    return data | {f"conditions-{n}-text": text for n, text in enumerate(conditions)}


def test_a_co_chair_approves(client, plan, chair):
    words = client.get(page(chair, plan)).content.decode()
    assert "decision on version 1" in words
    assert plan.goal in words
    response = client.post(page(chair, plan), answer(plan, [chair]))
    plan.refresh_from_db()
    assert response.url == page(chair, plan, "personal_plan")
    assert plan.state == "approved"
    assert Decision.objects.get().recorded_by == chair


def test_a_co_chair_withholds_with_conditions(client, plan, chair):
    conditions = ["Name the college.", "", "Halve the cost."]
    data = answer(plan, [chair], kind="withheld", conditions=conditions)
    client.post(page(chair, plan), data)
    plan.refresh_from_db()
    stored = Decision.objects.get().conditions
    assert plan.state == "withheld"
    assert list(stored.values_list("number", "text")) == [
        (1, "Name the college."),
        (2, "Halve the cost."),
    ]


@pytest.mark.parametrize("who", ["member", "team"])
def test_others_do_not_decide(client, plan, chair, who):
    person = leader(plan.initiative) if who == "member" else plan.team.champion
    assert client.get(page(person, plan)).status_code == 403
    assert client.post(page(person, plan), answer(plan, [chair])).status_code == 403
    assert Decision.objects.count() == 0


def test_a_co_chair_elsewhere_does_not_find_the_plan(client, plan):
    stranger = leader(plan_in().initiative, co_chair=True)
    assert client.get(page(stranger, plan)).status_code == 404


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"kind": "withheld"}, "Write at least one condition"),
        ({"conditions": ["Be quick."]}, "An approval carries no conditions"),
        ({"members_present": []}, "Mark at least one member"),
        ({"kind": ""}, "This field is required"),
    ],
)
def test_half_a_decision_is_kept_and_explained(client, plan, chair, values, words):
    conditions = values.pop("conditions", ())
    kind = values.pop("kind", "approved")
    data = answer(plan, [chair], kind=kind, conditions=conditions, **values)
    response = client.post(page(chair, plan), data)
    sheet = response.context["sheet"]
    assert words in response.content.decode()
    assert sheet.form["kind"].value() == kind
    assert [form["text"].value() for form in sheet.conditions] == list(conditions)
    assert Decision.objects.count() == 0


def test_one_more_condition_keeps_the_others(client, plan, chair):
    data = answer(plan, [chair], kind="withheld", conditions=["First."], add="conditions")
    sheet = client.post(page(chair, plan), data).context["sheet"]
    assert [form["text"].value() for form in sheet.conditions] == ["First.", None]
    assert sheet.form["members_present"].value() == [str(chair.pk)]
    assert not sheet.has_errors


def test_a_plan_edited_meanwhile_is_shown_anew_and_not_decided(client, plan, chair):
    opened = answer(plan, [chair], kind="withheld", conditions=["Halve the cost."])
    plans.save(plan=plan, version=1, content={"goal": "Much cheaper"}, by=plan.team.champion)
    response = client.post(page(chair, plan), opened)
    words = response.content.decode()
    assert "edited after you opened this page" in words
    assert "Much cheaper" in words
    assert "Halve the cost." in words
    assert Decision.objects.count() == 0
    client.post(page(chair, plan), opened | {"version": 2})
    assert Decision.objects.get().version.number == 2


def test_a_version_that_never_was_is_not_found(client, plan, chair):
    data = answer(plan, [chair]) | {"version": 7}
    assert client.post(page(chair, plan), data).status_code == 404


def test_a_decided_plan_has_no_form(client, chair):
    plan = plan_in("approved")
    person = leader(plan.initiative, co_chair=True)
    assert client.get(page(person, plan)).url == page(person, plan, "personal_plan")


def test_the_support_team_reads_the_conditions_and_decides_nothing(client, plan, chair):
    data = answer(plan, [chair], kind="withheld", conditions=["Halve the cost."])
    client.post(page(chair, plan), data)
    client.force_login(member(plan.initiative))
    words = client.get(reverse("leadership", args=[plan.initiative.slug])).content.decode()
    assert "Halve the cost." in words
    assert '<form method="post" novalidate' not in words
