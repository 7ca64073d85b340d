import pytest
from django.urls import reverse

from mobilization.models import Feedback, Summary
from tests.factories.accounts import PersonalLinkFactory, member
from tests.factories.plans import leader, plan_in, sibling
from tests.factories.process import TeamFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def team():
    return plan_in(
        title="Whole trains", team__priority__meeting__group__cluster__slug="optics"
    ).team


@pytest.fixture
def meeting(team):
    return team.group.meetings.get(number=2)


@pytest.fixture
def visit(client, meeting):
    client.force_login(member(meeting.initiative, "recorder"))

    def go(name, *args, data=None):
        address = reverse(name, args=[meeting.initiative.slug, "optics", 2, *args])
        return client.get(address) if data is None else client.post(address, data)

    return go


def said(team, meeting, **values):
    values = {"source": "room", "kind": "question", "text": "Who pays?"} | values
    return Feedback.objects.create(team=team, meeting=meeting, **values)


def test_a_flip_chart_is_written_answered_and_struck(visit, team):
    visit("feedback_note", team.pk, data={"kind": "missing", "text": "A bank"})
    visit("feedback_note", team.pk, data={"kind": "question", "text": "Who pays?"})
    missing, question = Feedback.objects.all()

    visit("feedback_answer", question.pk, data={"answer": "The college."})
    visit("feedback_strike", missing.pk, data={})

    page = visit("flip_charts").text
    assert "Whole trains" in page
    assert "The college." in page
    assert "A bank" not in page


def test_a_line_is_struck_without_opening_its_answer(visit, team, meeting):
    row = said(team, meeting)
    shown = visit("flip_charts").text
    below = shown[shown.index(row.text) :]
    strike = reverse("feedback_strike", args=[meeting.initiative.slug, "optics", 2, row.pk])
    assert below.index("</details>") < below.index(strike)


def test_a_leader_tells_only_teams_that_go_on(client, team, meeting):
    ended = sibling(team.plan, "disbanded").team
    Summary.objects.create(meeting=meeting, state="checked", basis="x")
    link = PersonalLinkFactory(person=leader(meeting.initiative))
    page = client.get(reverse("personal_summary", args=[link.token, meeting.pk])).text
    for told, is_offered in ((team, True), (ended, False)):
        address = reverse("personal_advise", args=[link.token, meeting.pk, told.pk])
        assert (address in page) is is_offered
    assert "Nobody works on this plan any more." in page


def test_an_empty_line_is_not_written_down(visit, team):
    page = visit("feedback_note", team.pk, data={"kind": "question", "text": ""}).text

    assert "This field is required" in page
    assert not Feedback.objects.exists()


def test_a_text_that_is_too_long_is_neither_cut_nor_lost(client, visit, team, meeting):
    """The page counts and does not cut; what is refused all the same stands in the form again."""
    row = said(team, meeting, source="leadership")
    charts = visit("flip_charts").text
    for most in ("400", "600"):
        assert f'data-most="{most}"' in charts
        assert f'maxlength="{most}"' not in charts
    line, answer = "l" * 401, "a" * 601
    for origin in ({}, {"from": "console"}):
        values = {"kind": "question", "text": line, **origin}
        page = visit("feedback_note", team.pk, data=values).text
        assert line in page
        assert "at most 400 characters (it has 401)" in page
    sent_in_place = client.post(
        reverse("feedback_note", args=[meeting.initiative.slug, "optics", 2, team.pk]),
        {"kind": "question", "text": line, "from": "console"},
        headers={"x-follow": "1"},
        follow=True,
    ).text
    assert "at most 400 characters (it has 401)" in sent_in_place
    link = PersonalLinkFactory(person=team.champion)
    pages = [
        visit("feedback_answer", row.pk, data={"answer": answer}),
        client.post(reverse("personal_answer", args=[link.token, row.pk]), {"answer": answer}),
    ]
    assert [answer in page.text for page in pages] == [True, True]
    row.refresh_from_db()
    assert (row.answer, Feedback.objects.count()) == ("", 1)


def test_the_team_answers_by_its_personal_link(client, team, meeting):
    row = said(team, meeting)
    link = PersonalLinkFactory(person=team.champion)

    assert (
        "1 piece of feedback waits" in client.get(reverse("personal_home", args=[link.token])).text
    )
    answer = reverse("personal_answer", args=[link.token, row.pk])
    assert client.post(answer, {"answer": "We do."}).status_code == 302

    page = client.get(reverse("personal_feedback", args=[link.token, team.pk])).text
    assert "We do." in page


def test_what_was_merged_waits_for_the_team_that_goes_on(client, team, meeting):
    row, into = said(team, meeting), sibling(team.plan)
    link = PersonalLinkFactory(person=into.team.champion)
    page = reverse("personal_feedback", args=[link.token, team.pk])
    assert client.get(page).status_code == 404

    type(into).objects.filter(pk=team.plan.pk).update(state="merged", merged_into=into)

    home = client.get(reverse("personal_home", args=[link.token])).text
    assert f"Feedback to what was merged into your team: {team}" in home
    assert "goes on with that team" in client.get(page).text
    client.post(reverse("personal_answer", args=[link.token, row.pk]), {"answer": "We do."})
    assert "We do." in client.get(page).text


def test_the_leadership_answers_a_report(client, team, meeting):
    Summary.objects.create(meeting=meeting, state="checked", basis="x")
    head = leader(meeting.initiative)
    link = PersonalLinkFactory(person=head)
    page = reverse("personal_summary", args=[link.token, meeting.pk])
    assert "Your word to the teams" in client.get(page).text

    address = reverse("personal_advise", args=[link.token, meeting.pk, team.pk])
    client.post(address, {"kind": "suggestion", "text": "Ask the port."})

    assert Feedback.objects.get().given_by_name == head.name


@pytest.mark.parametrize("teams", [1, 30])
def test_the_number_of_teams_does_not_change_the_queries(
    visit, team, meeting, teams, django_assert_num_queries
):
    for _number in range(teams):
        said(TeamFactory(priority__meeting=team.priority.meeting), meeting)
    visit("flip_charts")

    with django_assert_num_queries(7):
        visit("flip_charts")
