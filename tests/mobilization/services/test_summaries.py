import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from core import jobs
from core.models import Job
from core.workflow import history_of
from mobilization.models import Seat, Summary, SummaryLetter
from mobilization.queries.later_summaries import facts_of
from mobilization.services import summaries
from tests.factories.accounts import PersonFactory, member
from tests.factories.meetings import voted_meeting
from tests.factories.plans import leader, plan_in
from tests.factories.process import (
    InvitationFactory,
    LeadershipSeatFactory,
    MeetingFactory,
    SeatFactory,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

WORDS = {"overview": "We met.", "discussion": "It was lively.", "next_steps": "Go on."}


def closed_meeting(number=1):
    """A meeting that is over, with its next one planned."""
    meeting = voted_meeting()
    type(meeting).objects.update(state="closed")
    if number > 1:
        later = {"group": meeting.group, "number": number, "state": "closed"}
        meeting = MeetingFactory(**later)
    if number < 3:
        MeetingFactory(group=meeting.group, number=number + 1)
    meeting.refresh_from_db()
    return meeting


def room_of(meeting):
    return member(meeting.initiative, "recorder")


def chair_of(meeting, **person):
    person = PersonFactory(initiative=meeting.initiative, **person)
    SeatFactory(group=meeting.group, role=Seat.Role.CO_CHAIR, person=person)
    return person


def checked(meeting, chair=None):
    chair = chair or chair_of(meeting)
    summary = summaries.ask(meeting=meeting, by=room_of(meeting))
    return summaries.confirm(summary=summary, basis=summaries.basis_of(meeting), by=chair)


def mailed(summary):
    """Who was mailed by the job that sends the summary."""
    mail.outbox = []
    job = summaries.send(summary=summary, by=member(summary.initiative, "administrator"))
    jobs.run(job.pk)
    job.refresh_from_db()
    assert job.state == "ready", job.problem_code
    return sorted(message.to[0] for message in mail.outbox), job


def test_words_are_stored_by_version():
    meeting = closed_meeting()
    by = room_of(meeting)

    first = summaries.write(meeting=meeting, version=0, **WORDS, by=by)
    assert (first.version, first.overview) == (1, "We met.")
    with refused("summary_edited_meanwhile"):
        summaries.write(meeting=meeting, version=0, **WORDS, by=by)
    assert summaries.write(meeting=meeting, version=1, **WORDS, by=by).version == 2


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_same_routine_after_each_meeting(number):
    meeting = closed_meeting(number)
    chair = chair_of(meeting)

    summary = checked(meeting, chair)
    addresses, _job = mailed(summary)

    summary.refresh_from_db()
    assert summary.state == "sent_out"
    assert chair.email in addresses
    assert [move.name for move in history_of(summary)] == ["ask", "confirm", "send"]
    assert f"summary of Meeting {number}" in mail.outbox[0].subject
    assert ("call to Meeting" in mail.outbox[0].subject) == (number < 3)


def test_a_draft_waits_for_the_end_of_the_meeting():
    meeting = voted_meeting()

    with refused("summary_before_closing"):
        summaries.ask(meeting=meeting, by=room_of(meeting))

    assert not Summary.objects.exists()


def test_only_co_chairs_check_and_only_the_office_sends():
    meeting = closed_meeting()
    summary = summaries.ask(meeting=meeting, by=room_of(meeting))
    basis = summaries.basis_of(meeting)

    for nobody in (SeatFactory(group=meeting.group).person, room_of(meeting), chair_of_another()):
        with refused("move_not_yours"):
            summaries.confirm(summary=summary, basis=basis, by=nobody)
    with pytest.raises(PermissionDenied):
        summaries.send(summary=summary, by=room_of(meeting))
    with pytest.raises(PermissionDenied):
        summaries.write(meeting=meeting, version=1, **WORDS, by=chair_of(meeting))


def chair_of_another():
    return chair_of(MeetingFactory())


def test_a_check_holds_for_what_was_read():
    meeting = closed_meeting()
    summary = summaries.ask(meeting=meeting, by=room_of(meeting))
    read = summaries.basis_of(meeting)
    meeting.requirements.filter(text__startswith="Homes").update(text="Homes for technicians")

    with refused("summary_changed"):
        summaries.confirm(summary=summary, basis=read, by=chair_of(meeting))


def test_a_correction_takes_it_back_with_its_reason():
    meeting = closed_meeting()
    summary, chair = checked(meeting), chair_of(meeting)

    with refused("note_missing"):
        summaries.correct(summary=summary, note=" ", by=chair)
    summaries.correct(summary=summary, note="The second name is wrong.", by=chair)

    assert (summary.state, summary.basis) == ("draft", "")
    assert history_of(summary).last().note == "The second name is wrong."


def test_a_second_co_chair_is_added_to_the_history():
    meeting = closed_meeting()
    summary = checked(meeting)
    other = chair_of(meeting, name="Other Chair")

    summaries.confirm(summary=summary, basis=summaries.basis_of(meeting), by=other)

    assert [move.name for move in history_of(summary)] == ["ask", "confirm", "confirm"]


def test_what_is_with_the_co_chairs_is_not_written_until_it_is_taken_back():
    meeting = closed_meeting()
    summary, by = checked(meeting), room_of(meeting)

    with refused("summary_with_co_chairs"):
        summaries.write(meeting=meeting, version=summary.version, **WORDS, by=by)

    summaries.take_back(summary=summary, by=by)
    again = summaries.write(meeting=meeting, version=summary.version, **WORDS, by=by)
    assert again.state == "draft"


def test_it_does_not_go_out_unchecked_or_changed_since():
    meeting = closed_meeting()
    by = member(meeting.initiative)
    summary = summaries.ask(meeting=meeting, by=by)
    chair = chair_of(meeting)
    with refused("move_not_open"):
        summaries.send(summary=summary, by=by)

    summaries.confirm(summary=summary, basis=summaries.basis_of(meeting), by=chair)
    meeting.requirements.filter(text__startswith="Homes").update(text="Homes for technicians")

    with refused("summary_changed_since_check"):
        summaries.send(summary=summary, by=by)
    summaries.confirm(summary=summary, basis=summaries.basis_of(meeting), by=chair)
    assert chair.email in mailed(summary)[0]


def test_it_goes_out_with_the_next_invitation():
    meeting = closed_meeting()
    meeting.group.meetings.filter(number=2).delete()
    summary = checked(meeting)

    with refused("next_meeting_missing"):
        summaries.send(summary=summary, by=member(meeting.initiative))


def test_who_gets_it():
    meeting = closed_meeting()
    chair = chair_of(meeting, email="chair@example.org")
    for state in ("listed", "sent", "unsure", "accepted", "declined"):
        answered = None if state in ("listed", "sent") else timezone.now()
        person = PersonFactory(initiative=meeting.initiative, email=f"{state}@example.org")
        InvitationFactory(
            seat=SeatFactory(group=meeting.group, person=person), state=state, answered_at=answered
        )
    came = set(meeting.attendances.values_list("person__email", flat=True))
    paper = chair_of(meeting, name="Without Address", email="")

    addresses, job = mailed(checked(meeting, chair))

    expected = {"chair@example.org", "sent@example.org", "unsure@example.org"}
    assert set(addresses) == expected | {"accepted@example.org"} | came
    assert f"{paper.name} has no e-mail address: print the summary." in job.result["lines"]


def test_nobody_gets_a_version_twice_and_everybody_gets_the_corrected_one():
    meeting = closed_meeting()
    chair = chair_of(meeting)
    summary = checked(meeting, chair)
    first, _job = mailed(summary)

    with refused("summary_all_sent"):
        summaries.send(summary=summary, by=member(meeting.initiative))
    late = chair_of(meeting)
    summary.refresh_from_db()
    with refused("summary_changed_since_check"):  # the late co-chair stands in the summary
        summaries.send(summary=summary, by=member(meeting.initiative))

    summaries.take_back(summary=summary, by=room_of(meeting))
    assert sorted([*first, late.email]) == mailed(checked(meeting, chair))[0]


def told(summary):
    """Whom the job that waits tells of the report; nobody where none waits."""
    mail.outbox = []
    for job in jobs.unfinished().filter(kind="report_letters"):
        jobs.run(job.pk)
    return sorted(message.to[0] for message in mail.outbox)


def test_a_checked_summary_goes_to_the_leadership_group_once_per_version():
    meeting = closed_meeting()
    chair = chair_of(meeting, email="chair@example.org")
    heads = [leader(meeting.initiative) for _number in range(2)]
    LeadershipSeatFactory(person=chair)  # who sits in both gets both letters
    LeadershipSeatFactory(person=PersonFactory(initiative=meeting.initiative, email=""))
    leader(MeetingFactory().initiative)
    everybody = sorted([chair.email, *(head.email for head in heads)])

    summary = checked(meeting, chair)
    assert told(summary) == everybody
    letter = mail.outbox[0]
    assert "report of Meeting 1 to the Leadership Group" in letter.subject
    assert "Ada Maker" not in letter.body
    link = next(head for head in [chair, *heads] if head.email == letter.to[0]).links.get()
    assert link.url("personal_summary", meeting.pk) in letter.body
    job = Job.objects.get()
    assert job.result["lines"][0] == "3 members of the Leadership Group were told."
    assert "has no e-mail address" in job.result["lines"][1]

    basis = summaries.basis_of(meeting)
    summaries.confirm(summary=summary, basis=basis, by=chair)
    assert told(summary) == []
    assert chair.email in mailed(summary)[0]
    summaries.take_back(summary=summary, by=room_of(meeting))
    assert told(checked(meeting, chair)) == everybody


def test_whoever_joins_the_leadership_group_later_is_told_by_the_office():
    meeting = closed_meeting()
    chair = chair_of(meeting)
    office = member(meeting.initiative, "administrator")
    summary = summaries.ask(meeting=meeting, by=room_of(meeting))
    late = leader(meeting.initiative)
    with refused("report_not_ready"):
        summaries.report(summary=summary, by=office)
    summaries.confirm(summary=summary, basis=summaries.basis_of(meeting), by=chair)
    assert told(summary) == [late.email]
    with refused("report_all_sent"):
        summaries.report(summary=summary, by=office)
    later = leader(meeting.initiative)
    for nobody in (chair, room_of(meeting)):
        with pytest.raises(PermissionDenied):
            summaries.report(summary=summary, by=nobody)
    summaries.report(summary=summary, by=office)
    assert told(summary) == [later.email]


def test_a_letter_of_a_kind_goes_once_to_a_person():
    meeting = closed_meeting()
    letter = {"summary": checked(meeting), "person": chair_of(meeting), "version": 1}
    SummaryLetter.objects.create(**letter)
    SummaryLetter.objects.create(**letter, kind="report")
    for impossible in ("report", "postcard"):
        with pytest.raises(IntegrityError), transaction.atomic():
            SummaryLetter.objects.create(**letter, kind=impossible)


def test_a_mail_holds_nobodys_vote_and_its_own_link_alone():
    meeting = closed_meeting()
    chair = chair_of(meeting, name="Chair Person")

    mailed(checked(meeting, chair))

    for message in mail.outbox:
        assert "Ada Maker" not in message.body.replace("Dear Ada Maker", "")
        assert message.body.count("/r/") == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": "checked", "basis": ""},
        {"state": "draft", "basis": "x"},
        {"state": "lost", "basis": "x"},
    ],
)
def test_a_checked_summary_keeps_what_was_checked(wrong):
    with pytest.raises(IntegrityError):
        Summary.objects.create(meeting=MeetingFactory(), **wrong)


@pytest.mark.django_db(transaction=True)
def test_two_workers_mail_a_person_once():
    meeting = closed_meeting()
    summary = checked(meeting)
    by = member(meeting.initiative)
    first = summaries.send(summary=summary, by=by)
    type(first).objects.filter(pk=first.pk).update(kind="summary_letters_copy")
    jobs.kinds["summary_letters_copy"] = jobs.kinds["summary_letters"]
    second = summaries.send(summary=summary, by=by)
    mail.outbox = []

    race(*[lambda key=key: jobs.run(key) for key in (first.pk, second.pk)])

    del jobs.kinds["summary_letters_copy"]
    assert len(mail.outbox) == SummaryLetter.objects.count() == 4
    assert not SummaryLetter.objects.filter(sent_at=None).exists()


@pytest.mark.django_db(transaction=True)
def test_of_check_and_correction_at_once_both_are_told_what_stands():
    meeting = closed_meeting()
    summary = summaries.ask(meeting=meeting, by=room_of(meeting))
    chairs = [chair_of(meeting) for _number in range(6)]
    basis = summaries.basis_of(meeting)

    results = race(
        *[
            lambda chair=chair: summaries.correct(
                summary=Summary.objects.get(), note="No", by=chair
            )
            for chair in chairs[:3]
        ],
        *[
            lambda chair=chair: summaries.confirm(
                summary=Summary.objects.get(), basis=basis, by=chair
            )
            for chair in chairs[3:]
        ],
    )

    assert set(problems(results)) <= {"move_not_open"}
    told = [move.name for move in history_of(summary)]
    assert told.count("correct") <= 1
    stands = {"correct": "draft", "confirm": "checked"}[told[-1]]
    assert Summary.objects.get().state == stands
    assert len(told) + len(problems(results)) == 1 + 6


def test_plans_stand_in_the_summary_of_a_later_meeting():
    plan = plan_in("action", title="Whole trains")
    meeting = MeetingFactory(group=plan.team.group, number=2, state="closed")

    [found] = facts_of(meeting)["plans"]

    assert (found["title"], found["state"]) == ("Whole trains", "action")
    assert found["commitments"] == [{"name": plan.team.champion.name, "text": "Lends two trainers"}]
