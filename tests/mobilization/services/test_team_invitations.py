"""Absent invitees: chosen, written to once, in the team when they say so."""

import threading
import time

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from core import jobs
from core.models import Job
from core.workflow import history_of
from mobilization.models import Meeting, Presentation, TeamInvitation, TeamMember
from mobilization.queries import team_invitations as queries
from mobilization.services import meetings, plan_moves, presentations, team_invitations, teams
from tests.factories.accounts import PersonFactory, member
from tests.factories.plans import plan_in, sibling
from tests.factories.process import (
    TO_COME,
    AttendanceFactory,
    InvitationFactory,
    MeetingFactory,
    PlanFactory,
    PriorityFactory,
    SeatFactory,
    TeamFactory,
    TeamInvitationFactory,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

State = TeamInvitation.State


@pytest.fixture
def team():
    """A team of a closed Meeting 1; its convener has an address."""
    priority = PriorityFactory(meeting__state="closed")
    chair = PersonFactory(initiative=priority.initiative, email="convener@example.org")
    SeatFactory(group=priority.meeting.group, person=chair)
    AttendanceFactory(meeting=priority.meeting, person=chair)
    return TeamFactory(priority=priority, champion=chair)


@pytest.fixture
def office(team):
    return member(team.initiative, "administrator")


def absent(team, **person):
    """Somebody who was invited by letter and did not come."""
    values = {"state": "accepted", "sent_at": timezone.now(), "answered_at": timezone.now()}
    somebody = PersonFactory(initiative=team.initiative, **person)
    return InvitationFactory(seat__group=team.group, seat__person=somebody, **values).person


def asked(team, state="sent", **values):
    return TeamInvitationFactory(team=team, person=absent(team), state=state, **values)


def people_in(team):
    return set(TeamMember.objects.filter(team=team).values_list("person", flat=True))


def run(job):
    jobs.run(job.pk)
    return Job.objects.get(pk=job.pk)


def test_those_may_be_asked_who_were_invited_and_missed_a_meeting(team):
    ada, ben = absent(team, name="Ada"), absent(team, name="Ben")
    came = SeatFactory(group=team.group).person
    AttendanceFactory(meeting=team.priority.meeting, person=came)
    InvitationFactory(seat__group=team.group)  # not written to yet
    assert [(row.person, row.missed) for row in queries.absent(team)] == [(ada, (1,)), (ben, (1,))]

    second = MeetingFactory(group=team.group, number=2, state="deciding")
    AttendanceFactory(meeting=second, person=ben)
    assert [row.missed for row in queries.absent(team)] == [(1,), (1,)]
    Meeting.objects.filter(pk=second.pk).update(state="closed")
    missed = {row.person: row.missed for row in queries.absent(team)}
    assert missed == {ada: (1, 2), ben: (1,), came: (2,)}


def test_who_is_in_the_team_or_asked_is_not_offered_again(team, office):
    person = absent(team)
    other = TeamFactory(priority__meeting=team.priority.meeting, champion=team.champion)
    TeamInvitationFactory(team=other, person=person)
    (row,) = queries.absent(team)
    assert row.asked == (other,)

    team_invitations.choose(team=team, people=[person], by=office)
    assert queries.absent(team) == []
    assert queries.absent(other) == []


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_people_does_not_change_the_queries(team, people, django_assert_num_queries):
    for _number in range(people):
        absent(team)
    with django_assert_num_queries(4):
        assert len(queries.absent(team)) == people


def test_each_who_is_chosen_gets_one_letter_that_names_the_team_and_no_address(team, office):
    teams.meet_next(team=team, next_date=TO_COME, next_place="Town hall", by=office)
    people = [absent(team, name=name, email=f"{name}@example.org") for name in ("ada", "ben")]
    on_paper = absent(team, email="")

    job = team_invitations.choose(team=team, people=[*people, on_paper], by=office)
    assert run(job).result["lines"] == ["2 letters were sent.", "1 letter goes by post: print it."]

    assert [letter.to for letter in mail.outbox] == [["ada@example.org"], ["ben@example.org"]]
    body = mail.outbox[0].body
    link = people[0].links.get()
    for part in (
        "Dear ada,",
        f"Team: {team}",
        f"Called together by: {team.convener}",
        "Next team meeting: Thursday, March 5, 2099, 8:00 AM EST (America/New_York)",
        "Place: Town hall",
        link.url("team_answer", team.pk),
    ):
        assert part in body
    assert "@" not in body.replace(link.url("team_answer", team.pk), "")
    assert "ben" not in body.split()


def test_nobody_is_written_to_twice(team, office):
    person = absent(team, email="ada@example.org")
    run(team_invitations.choose(team=team, people=[person], by=office))
    assert team_invitations.choose(team=team, people=[person], by=office) is None
    with refused("team_letters_all_sent"):
        team_invitations.send(team=team, by=office)
    assert len(mail.outbox) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        TeamInvitationFactory(team=team, person=person)


def test_a_convener_without_an_account_asks_too(team):
    person = absent(team, email="ada@example.org")
    job = run(team_invitations.choose(team=team, people=[person], by=team.convener))
    invitation = team.invitations.get()
    assert (job.state, job.requested_by) == (Job.State.READY, None)
    assert (invitation.state, invitation.chosen_by_name) == (State.SENT, team.convener.name)
    assert [move.by_name for move in history_of(invitation)] == [team.convener.name]


def test_only_convener_and_support_team_ask_and_only_people_with_a_seat(team, office):
    person = absent(team)
    for stranger in (person, TeamFactory().convener, member(TeamFactory().initiative)):
        with pytest.raises(PermissionDenied):
            team_invitations.choose(team=team, people=[person], by=stranger)
    with refused("nobody_chosen"):
        team_invitations.choose(team=team, people=[], by=office)
    with refused("no_seat"):
        team_invitations.choose(
            team=team, people=[person, PersonFactory(initiative=team.initiative)], by=office
        )
    assert not TeamInvitation.objects.exists()


def test_nobody_is_asked_while_the_meeting_is_open_nor_into_a_team_that_has_ended(team, office):
    person = absent(team)
    plan = PlanFactory(team=team, state="disbanded")
    with refused("team_not_open"):
        team_invitations.choose(team=team, people=[person], by=office)
    plan.delete()
    Meeting.objects.update(state="teams")
    with refused("team_not_open"):
        team_invitations.choose(team=team, people=[person], by=office)


def test_a_letter_by_post_is_printed_with_its_link_and_marked(team, office):
    person = absent(team, email="ada@example.org")
    assert team_invitations.choose(team=team, people=[person], on_paper=True, by=office) is None
    team_invitations.prepare_paper(team=team, by=office)
    assert person.links.count() == 1

    (invitation,) = team_invitations.post(team=team, by=office)
    assert (invitation.state, mail.outbox) == (State.SENT, [])
    assert team_invitations.post(team=team, by=office) == []
    assert not queries.to_remind(team).exists()  # nobody is sent mail who is written to by post


def test_before_it_is_out_a_letter_goes_on_paper_or_is_not_sent_at_all(team, office):
    waiting, out = asked(team, "listed"), asked(team, sent_at=timezone.now())
    team_invitations.put_on_paper(invitation=waiting, by=office)
    waiting.refresh_from_db()
    assert waiting.on_paper
    team_invitations.strike(invitation=waiting, by=office)
    assert list(team.invitations.all()) == [out]
    for change in (team_invitations.put_on_paper, team_invitations.strike):
        with refused("team_letter_is_out"):
            change(invitation=out, by=office)
    with refused("letters_going_out"):
        team_invitations.send_again(invitation=out, by=office)
    TeamInvitation.objects.update(sent_at=None)
    assert team_invitations.send_again(invitation=out, by=office).state == State.LISTED


def test_reminders_go_to_the_silent_alone_and_not_twice_in_a_day(team, office):
    silent, joined, by_hand = (asked(team, sent_at=timezone.now()) for _number in range(3))
    team_invitations.answer(invitation=joined, answer="join", by=joined.person)
    teams.add_member(team=team, person=by_hand.person, by=member(team.initiative, "recorder"))
    mail.outbox.clear()

    assert run(team_invitations.remind(team=team, by=office)).result["lines"] == [
        "1 reminder was sent."
    ]
    assert [letter.to for letter in mail.outbox] == [[silent.person.email]]
    assert mail.outbox[0].subject.startswith("Reminder: ")
    with refused("nobody_to_remind"):
        team_invitations.remind(team=team, by=office)


def test_who_says_yes_is_in_the_team_and_the_convener_hears_of_it_once(
    team, django_capture_on_commit_callbacks
):
    invitation = asked(team)
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(2):
            team_invitations.answer(
                invitation=invitation, answer="join", note=" Gladly ", by=invitation.person
            )

    joined = team.members.get(person=invitation.person)
    assert joined.joined_at is not None
    assert team.members.get(person=team.convener).joined_at is None
    assert [move.name for move in history_of(invitation)] == ["join"]
    (letter,) = mail.outbox
    assert letter.to == ["convener@example.org"]
    assert invitation.person.name in letter.subject
    assert "Gladly" in letter.body
    assert invitation.person.email not in letter.body


def test_an_answer_can_be_changed_and_the_office_enters_those_by_telephone(team, office):
    invitation = asked(team)
    for answer, state, is_in in [
        ("decline", State.DECLINED, False),
        ("join", State.JOINED, True),
        ("decline", State.DECLINED, False),
    ]:
        team_invitations.answer(invitation=invitation, answer=answer, by=office)
        assert (invitation.state, invitation.person_id in people_in(team)) == (state, is_in)
    (row,) = queries.with_history(queries.of(team))
    assert (row.by_office, row.answered_by) == (True, office.name)


def test_nobody_answers_for_another_nor_before_the_letter(team, office):
    invitation = asked(team, "listed")
    with pytest.raises(PermissionDenied):
        team_invitations.answer(invitation=invitation, answer="join", by=team.convener)
    with refused("not_asked_yet"):
        team_invitations.answer(invitation=invitation, answer="join", by=office)
    assert people_in(team) == {team.champion_id}


def test_whoever_leads_or_presents_does_not_just_leave(team, office):
    invitation = asked(team)
    team_invitations.answer(invitation=invitation, answer="join", by=office)
    second = MeetingFactory(group=team.group, number=2)
    turn = Presentation.objects.create(team=team, meeting=second, person=invitation.person)
    with refused("presents_for_the_team"):
        team_invitations.answer(invitation=invitation, answer="decline", by=office)
    turn.delete()
    type(team).objects.filter(pk=team.pk).update(convener=invitation.person)
    with refused("leads_the_team"):
        team_invitations.answer(invitation=invitation, answer="decline", by=office)
    assert invitation.person_id in people_in(team)


@pytest.mark.parametrize("answer", ["join", "decline"])
@pytest.mark.parametrize("state", ["merged", "disbanded"])
def test_an_ended_team_takes_no_answer(answer, state):
    plan = plan_in(state, team__priority__meeting__state="closed")
    invitation = asked(plan.team)
    with refused("team_not_open"):
        team_invitations.answer(invitation=invitation, answer=answer, by=invitation.person)
    invitation.refresh_from_db()
    assert invitation.state == State.SENT


def test_a_team_that_people_were_asked_to_join_is_not_undone(team):
    asked(team)
    recorder = member(team.initiative, "recorder")
    meetings.move(meeting=team.priority.meeting, name="reopen", by=recorder)
    with refused("team_has_plan"):
        teams.undo(team=team, by=recorder)


def test_the_date_is_set_after_the_meeting_by_the_convener_too(team):
    teams.meet_next(team=team, next_date=TO_COME, next_place="Town hall", by=team.convener)
    assert (team.next_date, team.next_place) == (TO_COME, "Town hall")
    with pytest.raises(PermissionDenied):
        teams.meet_next(team=team, next_date=TO_COME, by=absent(team))


@pytest.mark.parametrize(
    "values",
    [
        {"state": "joined"},
        {"state": "sent", "answered_at": timezone.now()},
        {"state": "listed", "sent_at": timezone.now()},
        {"state": "somewhere"},
    ],
)
def test_impossible_states_are_refused(team, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        asked(team, **values)


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_who_press_at_once_one_joins_once(team):
    invitation = asked(team)

    def join():
        again = TeamInvitation.objects.get(pk=invitation.pk)
        return team_invitations.answer(invitation=again, answer="join", by=invitation.person)

    assert problems(race(*[join] * 16)) == []
    assert team.members.filter(person=invitation.person).count() == 1
    assert [move.name for move in history_of(invitation)] == ["join"]
    assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_who_choose_at_once_each_person_is_asked_and_written_to_once(team, office):
    people = [absent(team, email=f"guest{number}@example.org") for number in range(4)]

    def choose():
        return team_invitations.choose(team=team, people=people, by=office)

    assert problems(race(*[choose] * 16)) == []
    assert team.invitations.count() == 4
    for job in Job.objects.all():
        jobs.run(job.pk)
    assert sorted(letter.to[0] for letter in mail.outbox) == [person.email for person in people]


@pytest.mark.django_db(transaction=True)
def test_nobody_leaves_the_team_while_being_named_to_present(team, office):
    invitation = asked(team)
    team_invitations.answer(invitation=invitation, answer="join", by=office)
    second = MeetingFactory(group=team.group, number=2)
    recorder = member(team.initiative, "recorder")
    named = threading.Event()

    def name():
        with transaction.atomic():
            presentations.name(team=team, meeting=second, person=invitation.person, by=recorder)
            named.set()
            time.sleep(0.5)  # so that the other looks for a turn before this one is committed

    def leave():
        named.wait()
        team_invitations.answer(invitation=invitation, answer="decline", by=invitation.person)

    assert problems(race(name, leave)) == ["presents_for_the_team"]
    assert invitation.person_id in people_in(team)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ending", ["merge", "disband"])
def test_who_joins_while_the_team_ends_is_taken_along_or_told(ending):
    plan = plan_in(team__priority__meeting__state="closed")
    other, recorder = sibling(plan), member(plan.initiative, "recorder")
    invitations = [asked(plan.team) for _number in range(8)]

    def join(invitation):
        return lambda: team_invitations.answer(
            invitation=invitation, answer="join", by=invitation.person
        )

    def end():
        if ending == "merge":
            return plan_moves.merge(plan=plan, into=other, by=recorder)
        return plan_moves.disband(plan=plan, by=recorder, note="No champion any more.")

    results = race(*map(join, invitations), end)

    assert set(problems(results)) <= {"team_not_open"}
    for invitation in invitations:
        invitation.refresh_from_db()
    joined = {row.person_id for row in invitations if row.state == State.JOINED}
    assert len(joined) + problems(results).count("team_not_open") == 8
    assert people_in(plan.team) == joined | {plan.team.champion_id}
    if ending == "merge":
        assert joined <= people_in(other.team)
