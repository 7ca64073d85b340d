import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.utils import timezone

from mobilization.models import Feedback, Summary
from mobilization.queries.later_summaries import facts_of
from mobilization.services import feedback, plan_moves, undoing
from tests.factories.accounts import member
from tests.factories.plans import leader, plan_in, sibling
from tests.factories.process import MeetingFactory, SeatFactory, TeamFactory
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


def a_round():
    """A team with its plan, Meeting 2 at the plans, and the recorder."""
    plan = plan_in(title="Whole trains")
    meeting = plan.team.group.meetings.get(number=2)
    return plan.team, meeting, member(meeting.initiative, "recorder")


def noted(team, meeting, by, text="Who pays?"):
    return feedback.note(team=team, meeting=meeting, kind="question", text=text, by=by)


def report_of(meeting, state="checked"):
    return Summary.objects.create(meeting=meeting, state=state, basis="x")


def test_what_the_room_says_is_written_once_and_stands_in_the_summary():
    team, meeting, by = a_round()

    assert noted(team, meeting, by) == noted(team, meeting, by)

    [plan] = facts_of(meeting)["plans"]
    assert [(row["kind"], row["text"]) for row in plan["feedback"]] == [("Question", "Who pays?")]


@pytest.mark.parametrize("state", ["planned", "check_in"])
def test_nothing_is_noted_before_the_teams_are_heard(state):
    team, meeting, by = a_round()
    type(meeting).objects.filter(pk=meeting.pk).update(state=state)

    with refused("part_not_open"):
        noted(team, meeting, by)


def test_what_was_written_down_and_struck_is_undone():
    team, meeting, by = a_round()
    said = noted(team, meeting, by)
    feedback.strike(feedback=said, by=by)

    for standing in ([said.text], []):
        deed = meeting.deeds.filter(undoes=None, undone_by=None).last()
        undoing.undo(deed=deed, by=by)
        assert list(team.feedback.values_list("text", flat=True)) == standing


def test_what_was_answered_meanwhile_stays():
    team, meeting, by = a_round()
    said = noted(team, meeting, by)
    feedback.answer(feedback=said, answer="The state.", by=team.champion)
    with refused("step_has_grown"):
        undoing.undo(deed=meeting.deeds.get(), by=by)
    assert team.feedback.get().answer == "The state."


def test_the_first_meeting_has_no_flip_charts_of_plans():
    team, _meeting, by = a_round()

    with refused("part_not_open"):
        noted(team, team.priority.meeting, by)


def test_a_team_of_another_group_is_refused():
    _team, meeting, by = a_round()

    with refused("of_another_meeting"):
        noted(TeamFactory(), meeting, by)


def test_the_room_notes_and_the_leadership_advises():
    team, meeting, by = a_round()
    summary = report_of(meeting)
    guest, head = SeatFactory(group=team.group).person, leader(meeting.initiative)

    for nobody in (guest, head, member(meeting.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            noted(team, meeting, nobody)
    for nobody in (guest, by, leader(MeetingFactory().initiative)):
        with pytest.raises(PermissionDenied):
            feedback.advise(team=team, summary=summary, kind="missing", text="Banks", by=nobody)


def test_the_leadership_speaks_on_checked_reports_only():
    team, meeting, _by = a_round()
    summary = Summary.objects.create(meeting=meeting, state="checking")

    with pytest.raises(PermissionDenied):
        feedback.advise(
            team=team, summary=summary, kind="missing", text="x", by=leader(meeting.initiative)
        )


def test_the_leaderships_word_goes_to_the_right_team(django_capture_on_commit_callbacks):
    team, meeting, _by = a_round()
    head = leader(meeting.initiative)

    with django_capture_on_commit_callbacks(execute=True):
        feedback.advise(
            team=team, summary=report_of(meeting), kind="suggestion", text="Ask the port.", by=head
        )

    assert {message.to[0] for message in mail.outbox} == {team.champion.email}
    assert "Ask the port." in mail.outbox[0].body
    assert Feedback.objects.get().given_by_name == head.name


@pytest.mark.parametrize("state", ["disbanded", "merged"])
def test_a_team_that_works_on_its_plan_no_more_is_told_nothing(state):
    plan = plan_in(state)
    summary = report_of(plan.team.group.meetings.get(number=3))
    with refused("team_is_closed"):
        feedback.advise(
            team=plan.team,
            summary=summary,
            kind="missing",
            text="Whom did you ask?",
            by=leader(plan.initiative),
        )
    assert not Feedback.objects.exists()


def test_feedback_is_answered_once_by_the_team():
    team, meeting, by = a_round()
    said = noted(team, meeting, by)

    with pytest.raises(PermissionDenied):
        feedback.answer(feedback=said, answer="No.", by=SeatFactory(group=team.group).person)
    feedback.answer(feedback=said, answer="The college does.", by=team.champion)
    with refused("feedback_answered"):
        feedback.answer(feedback=said, answer="Nobody.", by=by)

    said.refresh_from_db()
    assert (said.answer, said.answered_by_name) == ("The college does.", team.champion.name)


def test_a_line_is_struck_until_it_is_answered():
    team, meeting, by = a_round()
    first, second = noted(team, meeting, by), noted(team, meeting, by, "When?")
    feedback.answer(feedback=second, answer="In May.", by=team.champion)

    feedback.strike(feedback=first, by=by)
    for stays in (first, second):
        with refused("feedback_stays"):
            feedback.strike(feedback=stays, by=by)

    assert list(Feedback.objects.all()) == [second]


def test_the_leaderships_word_is_not_struck():
    team, meeting, by = a_round()
    given = feedback.advise(
        team=team,
        summary=report_of(meeting),
        kind="missing",
        text="Banks",
        by=leader(meeting.initiative),
    )

    with refused("feedback_stays"):
        feedback.strike(feedback=given, by=by)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": ""},
        {"kind": "praise"},
        {"source": "street"},
        {"answer": "Yes."},
        {"answered_at": timezone.now()},
        {"answered_at": timezone.now(), "answer": "Yes."},
    ],
    ids=lambda wrong: ",".join(wrong),
)
def test_impossible_feedback_is_refused(wrong):
    good = {"source": "room", "kind": "question", "text": "Who?", "given_by_name": "Rec"}

    with pytest.raises(IntegrityError):
        Feedback.objects.create(team=TeamFactory(), meeting=MeetingFactory(), **(good | wrong))


@pytest.mark.django_db(transaction=True)
def test_of_many_answers_at_once_one_stands():
    team, meeting, by = a_round()
    said = noted(team, meeting, by)

    results = race(
        *[
            lambda number=number: feedback.answer(feedback=said, answer=f"Answer {number}", by=by)
            for number in range(8)
        ]
    )

    assert problems(results) == ["feedback_answered"] * 7


def test_what_was_merged_is_answered_by_the_team_that_goes_on():
    team, meeting, recorder = a_round()
    through, further, last = (sibling(team.plan) for _number in range(3))
    said = noted(team, meeting, recorder)
    answers = {"feedback": said, "answer": "The county", "by": last.team.champion}
    with pytest.raises(PermissionDenied):
        feedback.answer(**answers)

    for plan, into in ((team.plan, through), (through, further), (further, last)):
        plan_moves.merge(plan=plan, into=into, by=recorder)
    feedback.answer(**answers)

    assert Feedback.objects.get().answered_by_name == last.team.champion.name
