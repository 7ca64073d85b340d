"""The pages of plans, for the support team and by personal link."""

import re

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from accounts import links
from accounts.models import Membership
from core.models import Job
from core.workflow import history_of
from mobilization.models import Condition, Decision, Meeting, Plan
from mobilization.services import plans
from tests.factories.accounts import member
from tests.factories.plans import leader, plan_in, sibling
from tests.factories.process import (
    CommitmentFactory,
    MeetingFactory,
    OutcomeFactory,
    SeatFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db

Role = Membership.Role
ROOM = [Role.MANAGER, Role.LEAD_FACILITATOR, Role.RECORDER]


@pytest.fixture
def plan():
    return plan_in()


@pytest.fixture
def sign_in(client):
    def as_role(plan, role=Role.MANAGER):
        user = member(plan.initiative, role)
        client.force_login(user)
        return user

    return as_role


def place(plan):
    return plan.initiative.slug


def url(name, plan, *args):
    return reverse(name, args=[place(plan), plan.pk, *args])


def by_link(name, person, *args):
    return reverse(name, args=[links.for_person(person).token, *args])


def sheet(plan, *, outcomes=(), steps=(), needs=(), commitments=(), **texts):
    """What a browser sends for the form of the plan, its hidden fields as the page has them."""
    data = {
        "version": plan.version,
        "state": plan.state,
        "title": plan.title,
        "goal": plan.goal,
        "structure": plan.structure,
        **texts,
    }
    parts = {"outcomes": outcomes, "steps": steps, "needs": needs, "commitments": commitments}
    for part, lines in parts.items():
        data |= {f"{part}-TOTAL_FORMS": len(lines), f"{part}-INITIAL_FORMS": 0}
        for number, line in enumerate(lines):
            data |= {f"{part}-{number}-{name}": value for name, value in line.items()}
    return data


def outcome(**values):
    return {"text": "Ten trainers", "measure": "Contracts", "due": "2027-06-01", **values}


# --- Who may ------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("name", ["plan", "plan_print"])
def test_every_member_reads_a_plan(client, sign_in, plan, role, name):
    sign_in(plan, role)
    assert client.get(url(name, plan)).status_code == 200


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize(("name", "args"), [("plan_edit", []), ("plan_move", ["disband"])])
def test_the_room_writes_and_decides(client, sign_in, plan, role, name, args):
    sign_in(plan, role)
    status = client.get(url(name, plan, *args)).status_code
    assert status == (200 if role in ROOM else 403)


@pytest.mark.parametrize("name", ["plan", "plan_edit", "plan_print"])
def test_a_plan_of_another_initiative_is_not_found(client, sign_in, plan, name):
    sign_in(plan)
    other = plan_in()
    address = reverse(name, args=[place(plan), other.pk])
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("who", "read", "edit"),
    [("team", 200, 200), ("seated", 200, 403), ("leader", 200, 403), ("elsewhere", 404, 404)],
)
def test_by_link_the_team_writes_and_the_groups_read(client, plan, who, read, edit):
    person = {
        "team": lambda: plan.team.champion,
        "seated": lambda: SeatFactory(group=plan.team.group).person,
        "leader": lambda: leader(plan.initiative),
        "elsewhere": lambda: plan_in().team.champion,
    }[who]()
    assert client.get(by_link("personal_plan", person, plan.pk)).status_code == read
    assert client.get(by_link("personal_plan_print", person, plan.pk)).status_code == read
    assert client.get(by_link("personal_plan_edit", person, plan.pk)).status_code == edit


def test_somebody_of_another_group_does_not_read_the_plan(client, plan):
    stranger = SeatFactory(group__cluster__initiative=plan.initiative).person
    assert client.get(by_link("personal_plan", stranger, plan.pk)).status_code == 404


def test_a_merge_offers_only_open_plans_of_the_group(client, sign_in, plan):
    sign_in(plan)
    other, closed = sibling(plan), sibling(plan, "disbanded")
    elsewhere = plan_in(team__priority__meeting__group__cluster__initiative=plan.initiative)
    form = client.get(url("plan_move", plan, "merge")).context["form"]
    assert list(form.fields["into"].queryset) == [other]
    answer = client.post(url("plan_move", plan, "merge"), {"into": elsewhere.pk})
    assert answer.status_code == 200
    plan.refresh_from_db()
    assert (plan.state, closed.state) == ("conceptual", "disbanded")


@pytest.mark.parametrize("move", ["approve", "withhold", "void", "send_again", "no_such_move"])
def test_only_the_moves_of_the_meetings_have_a_page(client, sign_in, plan, move):
    sign_in(plan)
    assert client.get(url("plan_move", plan, move)).status_code == 404


# --- Starting -----------------------------------------------------------------------------------


def test_a_team_member_starts_the_plan(client):
    team = TeamFactory()
    address = by_link("personal_plan_start", team.champion, team.pk)
    assert str(team) in client.get(address).content.decode()
    answer = client.post(address, {"title": "Technicians", "goal": "Enough of them"})
    plan = Plan.objects.get()
    assert answer.url == by_link("personal_plan_edit", team.champion, plan.pk)
    assert plan.versions.get().edited_by_name == team.champion.name


def test_a_plan_is_not_started_for_somebody_elses_team(client):
    team = TeamFactory()
    stranger = SeatFactory(group=team.group).person
    assert client.get(by_link("personal_plan_start", stranger, team.pk)).status_code == 404


# --- Editing ------------------------------------------------------------------------------------


def test_a_save_drops_emptied_rows_and_keeps_the_others(client, plan):
    known = plan.outcomes.get()
    data = sheet(
        plan,
        goal="A better goal",
        outcomes=[{"id": known.pk, "text": "", "measure": "", "due": ""}, outcome(is_clear="on")],
        steps=[{"text": "Agree on one curriculum"}, {"text": ""}],
    )
    answer = client.post(by_link("personal_plan_edit", plan.team.champion, plan.pk), data)
    plan.refresh_from_db()
    stored = plan.outcomes.get()
    assert answer.url == by_link("personal_plan", plan.team.champion, plan.pk)
    assert (plan.version, plan.goal) == (2, "A better goal")
    assert (stored.text, stored.is_clear, stored.is_outcome) == ("Ten trainers", True, False)
    assert [step.text for step in plan.steps.all()] == ["Agree on one curriculum"]


def test_the_form_as_it_came_saves_nothing_new(client, sign_in):
    plan = plan_in("action")
    sign_in(plan)
    page = client.get(url("plan_edit", plan)).context["sheet"]
    data = {"version": 1, "state": "action", "title": plan.title, "goal": plan.goal}
    data["structure"] = plan.structure
    for part, rows in page.parts.items():
        data |= {f"{part}-TOTAL_FORMS": len(rows), f"{part}-INITIAL_FORMS": 0}
        for form in rows:
            data |= {form[name].html_name: form[name].value() or "" for name in form.fields}
    data = {name: value for name, value in data.items() if value not in (False, None)}
    client.post(url("plan_edit", plan), data)
    plan.refresh_from_db()
    assert (plan.version, plan.versions.count()) == (1, 1)


def test_one_more_row_keeps_what_was_typed_and_stores_nothing(client, sign_in, plan):
    sign_in(plan)
    data = sheet(plan, goal="Typed", outcomes=[outcome(text="Half a sen")]) | {"add": "outcomes"}
    page = client.post(url("plan_edit", plan), data).context["sheet"]
    assert page.text["goal"].value() == "Typed"
    assert [form["text"].value() for form in page.parts["outcomes"]] == ["Half a sen", None]
    assert not page.has_errors
    plan.refresh_from_db()
    assert plan.version == 1


def fullness_of(page):
    """[(paper, per cent)] as the page says it."""
    return re.findall(r"(Letter|A4): <strong>(\d+) %", page)


@pytest.mark.parametrize("way", ["staff", "link"])
def test_what_is_typed_is_counted_for_each_paper_and_not_stored(client, sign_in, plan, way):
    person = plan.team.champion
    if way == "staff":
        sign_in(plan)
        count, edit = url("plan_fullness", plan), url("plan_edit", plan)
    else:
        count, edit = (
            by_link(name, person, plan.pk)
            for name in ("personal_plan_fullness", "personal_plan_edit")
        )
    page = client.get(edit).text
    as_saved = client.post(count, sheet(plan, outcomes=[outcome()])).text
    assert count in page
    assert [paper for paper, _full in fullness_of(page)] == ["Letter", "A4"]
    assert "Too long for one page" not in as_saved

    typed = sheet(plan, goal="word " * 1500, outcomes=[{"text": "Half a row", "due": "soon"}, {}])
    longer = client.post(count, typed).text

    for (_paper, before), (_same, after) in zip(
        fullness_of(as_saved), fullness_of(longer), strict=True
    ):
        assert int(before) < 100 < int(after)
    assert longer.count("Too long for one page") == 2
    assert fullness_of(client.post(count, {}).text)
    version = plan.version
    plan.refresh_from_db()
    assert plan.version == version


def test_a_mistake_is_told_beside_its_field_and_everything_is_kept(client, sign_in, plan):
    sign_in(plan)
    data = sheet(plan, goal="Typed", outcomes=[outcome(measure="")])
    answer = client.post(url("plan_edit", plan), data)
    page = answer.context["sheet"]
    assert page.parts["outcomes"].errors == [{"measure": ["This field is required."]}]
    assert "Typed" in answer.content.decode()
    plan.refresh_from_db()
    assert plan.version == 1


def test_too_many_outcomes_are_told(client, sign_in, plan):
    sign_in(plan)
    data = sheet(plan, outcomes=[outcome()] * 6)
    answer = client.post(url("plan_edit", plan), data)
    assert "at most 5" in answer.content.decode()


def test_what_is_too_long_comes_back_whole_and_no_browser_cuts_it(client, sign_in, plan):
    sign_in(plan)
    assert "maxlength" not in client.get(url("plan_edit", plan)).text

    data = sheet(plan, outcomes=[outcome(measure="x" * 10_000)])
    page = client.post(url("plan_edit", plan), data)

    assert "x" * 10_000 in page.text
    assert "(it has 10000)" in page.text
    plan.refresh_from_db()
    assert plan.version == 1


def test_the_later_editor_sees_where_both_clash_and_saves_without_loss(client, plan):
    person, known = plan.team.champion, plan.outcomes.get()
    manager = member(plan.initiative)
    theirs = {
        "goal": "Theirs",
        "outcomes": [{"id": known.pk, **outcome(measure="Diplomas")}, outcome(text="Forty firms")],
    }
    plans.save(plan=Plan.objects.get(), version=1, content=theirs, by=manager)
    address = by_link("personal_plan_edit", person, plan.pk)
    mine = outcome(id=known.pk, measure="Letters", target="40")
    answer = client.post(address, sheet(plan, goal="Mine", outcomes=[mine]))
    page = answer.context["sheet"]
    first, second = page.parts["outcomes"].forms[:2]
    assert f"{manager.name} saved version 2" in answer.content.decode()
    assert (page.text["version"].value(), page.text["goal"].value()) == (2, "Mine")
    assert f"{manager.name} wrote here meanwhile: “Theirs”" in page.text.fields["goal"].help_text
    assert "“Diplomas”" in first.fields["measure"].help_text
    assert first["target"].value() == "40"
    assert not first.fields["target"].help_text.startswith("<strong")
    assert second["text"].value() == "Forty firms"
    plan.refresh_from_db()
    assert plan.goal == "Theirs"
    rows = [
        {name: value for name, value in form.typed().items() if value} for form in (first, second)
    ]
    client.post(address, sheet(plan, goal="Mine", outcomes=rows) | {"version": 2})
    plan.refresh_from_db()
    assert (plan.goal, plan.version) == ("Mine", 3)
    assert [(row.text, row.measure, row.target) for row in plan.outcomes.all()] == [
        ("Ten trainers", "Letters", "40"),
        ("Forty firms", "Contracts", ""),
    ]


def test_where_nothing_clashes_the_later_editor_is_told_of_the_other(client, plan):
    manager = member(plan.initiative)
    content = {"steps": [{"text": "Find a hall", "due": None}]}
    plans.save(plan=Plan.objects.get(), version=1, content=content, by=manager)
    known = outcome(id=plan.outcomes.get().pk)
    address = by_link("personal_plan_edit", plan.team.champion, plan.pk)
    answer = client.post(address, sheet(plan, outcomes=[known]), follow=True)
    assert f"It also has what {manager.name} saved" in answer.content.decode()
    plan.refresh_from_db()
    assert (plan.version, plan.steps.get().text) == (3, "Find a hall")


@pytest.mark.parametrize("taken_out_by", ["me", "them"])
def test_a_line_that_one_took_out_and_the_other_changed_is_asked_about(client, plan, taken_out_by):
    known = plan.outcomes.get()
    changed = outcome(id=known.pk)
    mine, theirs = ([], [changed]) if taken_out_by == "me" else ([changed], [])
    manager = member(plan.initiative)
    plans.save(plan=Plan.objects.get(), version=1, content={"outcomes": theirs}, by=manager)
    address = by_link("personal_plan_edit", plan.team.champion, plan.pk)
    page = client.post(address, sheet(plan, outcomes=mine))
    form = page.context["sheet"].parts["outcomes"].forms[0]
    assert form["text"].value() == "Ten trainers"
    assert form.note in page.content.decode()
    assert ("You took this out" in form.note) == (taken_out_by == "me")


def test_one_more_row_does_not_forget_which_version_was_read(client, sign_in, plan):
    manager = sign_in(plan)
    plans.save(plan=Plan.objects.get(), version=1, content={"goal": "Theirs"}, by=manager)
    data = sheet(plan, goal="Mine") | {"add": "outcomes"}
    page = client.post(url("plan_edit", plan), data).context["sheet"]
    assert page.text["version"].value() == "1"


def test_an_earlier_version_is_restored_from_the_comparison(client, sign_in, plan):
    sign_in(plan)
    plans.save(plan=Plan.objects.get(), version=1, content={"goal": "New"}, by=plan.team.champion)
    assert "Restore version 1" in client.get(url("plan_versions", plan)).content.decode()
    reader = leader(plan.initiative)
    shown = client.get(by_link("personal_plan_versions", reader, plan.pk)).content.decode()
    assert "Restore version" not in shown
    data = {"number": 1, "version": 2, "state": "conceptual"}
    answer = client.post(url("plan_restore", plan), data, follow=True)
    assert "Version 3 says what version 1 said." in answer.content.decode()
    answer = client.post(url("plan_restore", plan), data, follow=True)
    assert "was edited after you opened this page" in answer.content.decode()
    assert Plan.objects.get().version == 3


def test_whoever_edits_an_approved_plan_is_told_first(client, sign_in):
    plan = plan_in("approved")
    sign_in(plan)
    assert "voids the approval" in client.get(url("plan_edit", plan)).content.decode()
    unaware = sheet(plan, goal="New", commitments=[commitment(plan)]) | {"state": "with_leadership"}
    answer = client.post(url("plan_edit", plan), unaware)
    assert "voids the approval" in answer.content.decode()
    plan.refresh_from_db()
    assert (plan.state, plan.version) == ("approved", 1)
    aware = sheet(plan, goal="New", commitments=[commitment(plan)])
    client.post(url("plan_edit", plan), aware)
    plan.refresh_from_db()
    assert (plan.state, plan.version) == ("with_leadership", 2)


def commitment(plan):
    return {"person_id": plan.team.champion.pk, "text": "Lends two trainers"}


def test_a_closed_plan_has_no_form(client, sign_in):
    plan = plan_in("disbanded")
    sign_in(plan)
    assert client.get(url("plan_edit", plan)).url == url("plan", plan)


def test_a_commitment_can_only_name_somebody_of_the_list(client, sign_in):
    plan = plan_in("action")
    sign_in(plan)
    data = sheet(plan, commitments=[{"person_id": plan_in().team.champion.pk, "text": "Hm"}])
    page = client.post(url("plan_edit", plan), data).context["sheet"]
    assert list(page.parts["commitments"].errors[0]) == ["person_id"]


# --- Deciding in the meetings -------------------------------------------------------------------


def test_the_room_takes_a_plan_forward(client, sign_in, plan):
    sign_in(plan, Role.RECORDER)
    answer = client.post(url("plan_move", plan, "take_forward"), {"note": "A cheaper site."})
    plan.refresh_from_db()
    cluster = plan.team.group.cluster.slug
    assert answer.url == reverse("group_plans", args=[place(plan), cluster])
    assert plan.state == "action"
    assert history_of(plan).get().note == "A cheaper site."


def test_a_plan_that_is_alone_is_not_merged(client, sign_in, plan):
    sign_in(plan)
    sibling(plan, "disbanded")
    group = reverse("group_plans", args=[place(plan), plan.team.group.cluster.slug])
    merge = url("plan_move", plan, "merge")
    for address in (group, url("plan", plan)):
        assert merge not in client.get(address).content.decode()
    assert "nothing to merge into" in client.get(merge, follow=True).content.decode()
    sibling(plan)
    for address in (group, url("plan", plan)):
        assert merge in client.get(address).content.decode()


def test_the_buttons_stand_there_while_the_meeting_is_at_its_plans(client, sign_in, plan):
    sign_in(plan)
    sibling(plan)
    address = reverse("group_plans", args=[place(plan), plan.team.group.cluster.slug])
    found = client.get(address).context["plan_rows"][0].actions
    assert [action.label for action in found] == [
        "Take forward",
        "Merge into another plan",
        "Split in two",
        "Disband",
    ]
    Meeting.objects.filter(number=2).update(state="closed")
    assert client.get(address).context["plan_rows"][0].actions == []


def test_the_page_of_the_meeting_shows_the_plans_with_their_buttons(client, sign_in, plan):
    sign_in(plan)
    address = reverse("meeting", args=[place(plan), plan.team.group.cluster.slug, 2])
    words = client.get(address).content.decode()
    assert plan.title in words
    assert url("plan_move", plan, "take_forward") in words


@pytest.mark.parametrize("number", [2, 3])
def test_a_plan_that_was_left_open_says_where_it_is_decided(client, sign_in, plan, number):
    group = plan.team.group
    group.meetings.filter(number=2).update(state="closed")
    MeetingFactory(group=group, number=3, state="planned" if number == 2 else "closed")
    args = [place(plan), group.cluster.slug]
    pages = [reverse("group_plans", args=args), reverse("meeting", args=[*args, number])]
    pages += [reverse("console", args=[*args, number])]
    again = '<input type="hidden" name="move" value="reopen">'
    sign_in(plan)
    for page in pages:
        words = client.get(page).text
        if number == 2:
            assert "Meeting 2 closed without a decision on 1 plan." in words
        else:
            assert "1 plan is not decided on, and no meeting is ahead." in words
            assert "Open Meeting 3 again" in words
            assert again in words
    assert client.get(pages[0]).context["plan_rows"][0].sentence == (
        "Meeting 2 has not decided on it. Meeting 3 can take it forward, merge or disband it."
        if number == 2
        else "No meeting has decided on it. Open Meeting 3 again to decide."
    )
    sign_in(plan, Role.ADMINISTRATOR)
    words = client.get(pages[0]).text
    assert ("A facilitator or the project manager can do that." in words) == (number == 3)
    assert again not in words


def test_a_team_without_a_plan_is_ended_from_the_page_of_the_plans(client, sign_in, plan):
    team = TeamFactory(priority__meeting=plan.team.priority.meeting)
    args = [place(plan), plan.team.group.cluster.slug]
    pages = [reverse("group_plans", args=args), reverse("meeting", args=[*args, 2])]
    ways = [
        reverse("team_move", args=[place(plan), team.pk, move]) for move in ("merge", "disband")
    ]
    sign_in(plan)
    for page in pages:
        assert [way in client.get(page).text for way in ways] == [True, True]
    done = client.post(ways[0], {"into": plan.team.pk}, follow=True).text
    assert f"Merged into “{plan.team}”." in done
    assert client.get(ways[1]).status_code == 404
    Meeting.objects.update(state="closed")
    TeamFactory(priority__meeting=plan.team.priority.meeting)
    assert client.get(pages[0]).context["team_moves"] == []


def test_a_team_that_is_alone_is_not_merged(client, sign_in, plan):
    Plan.objects.filter(pk=plan.pk).update(state="disbanded")
    team = TeamFactory(priority__meeting=plan.team.priority.meeting)
    sign_in(plan)
    page = client.get(reverse("group_plans", args=[place(plan), plan.team.group.cluster.slug]))
    assert [step.name for step in page.context["team_moves"]] == ["disband"]
    merge = reverse("team_move", args=[place(plan), team.pk, "merge"])
    assert "nothing to merge into" in client.get(merge, follow=True).text


def test_an_administrator_sees_no_decision_buttons(client, sign_in, plan):
    sign_in(plan, Role.ADMINISTRATOR)
    address = reverse("group_plans", args=[place(plan), plan.team.group.cluster.slug])
    assert client.get(address).context["plan_rows"][0].actions == []


def test_a_problem_comes_back_as_a_sentence(client, sign_in):
    plan = plan_in("action", committed=False)
    sign_in(plan)
    address = url("plan_move", plan, "send_to_leadership")
    answer = client.post(address, {"note": ""}, follow=True)
    assert "no named commitment" in answer.content.decode()


def test_before_the_press_a_plan_without_commitments_leads_to_where_they_are_written(
    client, sign_in
):
    plan = plan_in("action", committed=False)
    sign_in(plan)
    address = url("plan_move", plan, "send_to_leadership")
    write = f'{url("plan_edit", plan)}#commitments"'
    words = client.get(address).text
    assert ("Nobody has committed yet" in words, write in words) == (True, True)
    assert 'name="note"' not in words
    CommitmentFactory(plan=plan)
    words = client.get(address).text
    assert ("Nobody has committed yet" in words, 'name="note"' in words) == (False, True)


def test_a_plan_with_unclear_commitments_goes_on_for_a_reason_alone(client, sign_in):
    plan = plan_in("action")
    sign_in(plan)
    address = url("plan_move", plan, "send_to_leadership")
    assert "reason" not in client.get(address).context["form"].fields
    plan.commitments.update(due=None)
    words = f"{plan.team.champion}, “Lends two trainers”: no date"
    assert words in client.get(address).content.decode()
    assert words in client.get(url("plan", plan)).content.decode()
    assert list(client.post(address, {"note": "Yes."}).context["form"].errors) == ["reason"]
    client.post(address, {"note": "Yes.", "reason": "The board meets on Friday."})
    plan.refresh_from_db()
    assert plan.state == "with_leadership"
    page = client.get(url("plan", plan)).content.decode()
    assert f"Yes. Not clear yet: {words}. It goes on because: The board meets on Friday." in page


def test_an_empty_plan_is_not_said_to_fail_a_test(client, sign_in, plan):
    sign_in(plan)
    plan.outcomes.all().delete()
    assert "0 of 0" not in client.get(url("plan", plan)).content.decode()


def test_the_team_sends_a_withheld_plan_again(client):
    plan = plan_in("withheld")
    plan = plans.save(plan=plan, version=1, content={"goal": "New"}, by=plan.team.champion)
    address = by_link("personal_plan", plan.team.champion, plan.pk)
    assert (
        by_link("personal_plan_send", plan.team.champion, plan.pk)
        in client.get(address).content.decode()
    )
    client.post(by_link("personal_plan_send", plan.team.champion, plan.pk))
    plan.refresh_from_db()
    assert plan.state == "with_leadership"


def test_nothing_is_sent_by_opening_an_address(client):
    plan = plan_in("withheld")
    address = by_link("personal_plan_send", plan.team.champion, plan.pk)
    assert client.get(address).status_code == 405


# --- Printing -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "asked", "paper", "kind"),
    [
        ("conceptual", "", "letter", "conceptual_plan"),
        ("conceptual", "?sheet=action", "a4", "conceptual_plan_a4"),
        ("action", "", "letter", "action_plan"),
        ("approved", "?sheet=action", "a4", "action_plan_a4"),
        ("approved", "?sheet=conceptual", "a4", "conceptual_plan_a4"),
    ],
)
def test_a_pdf_is_asked_for_once(client, sign_in, state, asked, paper, kind):
    plan = plan_in(state)
    sign_in(plan, Role.ADMINISTRATOR)
    for _click in range(2):
        client.post(url("plan_pdf", plan) + asked, {"paper": paper})
    assert [(job.kind, job.subject) for job in Job.objects.all()] == [(kind, plan)]


def test_an_action_plan_is_shown_as_it_is_printed_and_its_page_too(client, sign_in):
    plan = plan_in("action")
    sign_in(plan)
    whole = client.get(url("plan_print", plan)).content.decode()
    page = client.get(url("plan_print", plan), {"sheet": "conceptual"}).content.decode()
    promised = plan.commitments.get().text
    plan.commitments.update(due=None)
    for shown, words in ((whole, "Action plan ·"), (page, "Conceptual plan ·")):
        assert (words in shown, promised in shown) == (True, shown is whole)
    assert (
        "no date yet"
        in client.get(by_link("personal_plan_print", plan.team.champion, plan.pk)).text
    )


def test_there_is_no_other_paper(client, sign_in, plan):
    sign_in(plan)
    assert client.post(url("plan_pdf", plan), {"paper": "a0"}).status_code == 404


# --- Split --------------------------------------------------------------------------------------


def test_a_plan_is_split_from_its_page(client, sign_in, plan):
    sign_in(plan)
    second = OutcomeFactory(plan=plan, text="One shared laboratory")
    champion = plan.team.champion
    assert url("plan_split", plan) in client.get(url("plan", plan)).content.decode()
    sent = {
        "version": 1,
        "title": "A laboratory",
        "outcomes": [second.pk],
        "champion": champion.pk,
    }
    page = client.post(url("plan_split", plan), sent, follow=True)
    assert page.context["plan"].title == "A laboratory"
    page = client.post(url("plan_split", plan), sent)
    assert page.context["form"].errors  # what was sent twice is told, and done once
    assert Plan.objects.count() == 2


# --- Versions -----------------------------------------------------------------------------------


def test_the_latest_save_is_compared_with_the_one_before_it(client, sign_in, plan):
    sign_in(plan)
    plans.save(plan=plan, version=1, content={"goal": "Another goal"}, by=plan.team.champion)
    page = client.get(url("plan_versions", plan))
    assert [str(title) for title, _lines in page.context["changes"]] == ["Long-term goal"]
    page = client.get(url("plan_versions", plan), {"earlier": 2, "later": 2})
    assert "Versions 2 and 2 say the same." in page.content.decode()


def test_a_version_that_is_not_there_is_said_beside_its_field(client, plan):
    reader = leader(plan.initiative)
    page = client.get(by_link("personal_plan_versions", reader, plan.pk), {"earlier": 7})
    assert list(page.context["form"].errors) == ["earlier"]
    assert "changes" not in page.context


@pytest.mark.parametrize("rows", [1, 30])
def test_a_comparison_takes_the_same_queries(
    client, sign_in, plan, rows, django_assert_num_queries
):
    for number in range(rows):
        lines = [{"text": f"Step {step}", "due": None} for step in range(number % 8)]
        version = number + 1
        plans.save(
            plan=plan,
            version=version,
            content={"steps": lines, "goal": f"Goal {number}"},
            by=plan.team.champion,
        )
        plan.refresh_from_db()
    sign_in(plan)
    with django_assert_num_queries(12):
        page = client.get(url("plan_versions", plan))
    assert len(page.context["form"].fields["later"].choices) == rows + 1


# --- Lists --------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("plan_list", 9), ("leadership", 9)])
def test_a_list_takes_the_same_queries_however_long_it_is(
    client, sign_in, plan, name, queries, rows, django_assert_num_queries
):
    for number in range(rows - 1):
        decided(sibling(plan, ["withheld", "approved"][number % 2]))
    decided(plan)
    sign_in(plan)
    ContentType.objects.clear_cache()
    with django_assert_num_queries(queries):
        page = client.get(reverse(name, args=[place(plan)]))
    assert page.content.decode().count(f"/i/{place(plan)}/plans/") >= rows


@pytest.mark.parametrize("rows", [1, 30])
def test_a_group_takes_the_same_queries_however_many_plans_it_has(
    client, sign_in, plan, rows, django_assert_num_queries
):
    for _number in range(rows - 1):
        decided(sibling(plan))
    decided(plan)
    sign_in(plan)
    with django_assert_num_queries(11):
        page = client.get(reverse("group_plans", args=[place(plan), plan.team.group.cluster.slug]))
    assert len(page.context["plan_rows"]) == rows


@pytest.mark.parametrize("rows", [1, 30])
def test_a_personal_list_takes_the_same_queries(client, plan, rows, django_assert_num_queries):
    for _number in range(rows - 1):
        decided(sibling(plan))
    decided(plan)
    address = by_link("personal_plan_list", leader(plan.initiative))
    with django_assert_num_queries(7):
        page = client.get(address)
    assert len(page.context["groups"][0][1]) == rows


def test_the_list_leads_a_team_without_a_plan_to_its_start(client):
    team = TeamFactory()
    page = client.get(by_link("personal_plan_list", team.champion)).text
    assert by_link("personal_plan_start", team.champion, team.pk) in page
    assert "There is no plan to read yet." not in page


def decided(plan):
    chair = leader(plan.initiative, co_chair=True)
    kind = "approved" if plan.state == "approved" else "withheld"
    decision = Decision.objects.create(version=plan.versions.get(), kind=kind, recorded_by=chair)
    decision.members_present.add(chair)
    Condition.objects.create(decision=decision, number=1, text="Name the college.")
    return plan
