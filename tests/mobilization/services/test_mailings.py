"""The letters' way out: each at most once, whatever happens to the server or the worker."""

import re
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.core import mail
from django.test import Client

from core import jobs
from core.models import Job
from core.workflow import history_of
from mobilization.models import Invitation, Seat
from mobilization.services import invitations, mailings
from tests.factories.accounts import OrganisationFactory, PersonFactory, member
from tests.factories.process import (
    ClusterGroupFactory,
    InvitationFactory,
    LetterFactory,
    MeetingFactory,
    SeatFactory,
)
from tests.races import race

pytestmark = pytest.mark.django_db

State = Invitation.State


@pytest.fixture
def group():
    """A group with a letter, a co-chair and two invitees with addresses."""
    group = ClusterGroupFactory(cluster__name="Instruments")
    LetterFactory(group=group)
    MeetingFactory(group=group)
    chair = PersonFactory(initiative=group.initiative, name="Cora Chair", title="President")
    SeatFactory(group=group, person=chair, role=Seat.Role.CO_CHAIR)
    for name in ("Ada Anvil", "Ben Bolt"):
        invite(group, name=name, email=f"{name.split()[0].lower()}@example.org")
    return group


@pytest.fixture
def manager(group):
    return member(group.initiative)


def invite(group, **values):
    person = PersonFactory(initiative=group.initiative, **values)
    return InvitationFactory(seat__group=group, seat__person=person)


def mail_all(service, group, by):
    """Start the mailing and let a worker do it; returns the ended job."""
    job = service(group=group, by=by)
    jobs.run(job.pk)
    return Job.objects.get(pk=job.pk)


def refuse(monkeypatch, address):
    """The mail server refuses one address."""
    backend = type(mail.mailers.default)
    take = backend.send_messages

    def send_messages(self, messages):
        if messages[0].to == [address]:
            raise SMTPRecipientsRefused({address: (550, b"no such user")})
        return take(self, messages)

    monkeypatch.setattr(backend, "send_messages", send_messages)


def test_everybody_with_an_address_gets_one_letter(group, manager):
    invite(group, name="Pia Paper", email="")

    job = mail_all(invitations.send, group, manager)

    assert sorted(letter.to for letter in mail.outbox) == [["ada@example.org"], ["ben@example.org"]]
    assert job.state == Job.State.READY
    assert job.result["lines"] == [
        "2 letters were sent.",
        "1 person has no e-mail address: print their letter.",
    ]
    sent = Invitation.objects.filter(state=State.SENT, sent_at__isnull=False)
    assert sent.count() == 2


def test_the_letter_says_who_calls_whom_to_what(group, manager, settings):
    mail_all(invitations.send, group, manager)

    letter = next(letter for letter in mail.outbox if letter.to == ["ada@example.org"])
    assert letter.from_email == settings.DEFAULT_FROM_EMAIL
    assert letter.subject == "Three meetings for our cluster"
    for part in (
        "Dear Ada Anvil,",
        "We would like you to join us.",
        "Thursday, March 4, 2027, 8:00 AM EST (America/New_York)",
        "Place: Public library, room 2",
        "Please answer by Thursday, February 18, 2027.",
        "Cora Chair\nPresident",
        "Co-chairs of the cluster group Instruments",
    ):
        assert part in letter.body
    assert (letter.cc, letter.bcc, letter.content_subtype) == ([], [], "plain")


def test_no_letter_names_another_invitee(group, manager):
    mail_all(invitations.send, group, manager)

    letter = next(letter for letter in mail.outbox if letter.to == ["ada@example.org"])
    whole = letter.message().as_string()
    assert "Ben Bolt" not in whole
    assert "ben@example.org" not in whole


def test_a_name_with_signs_stands_in_the_letter_as_it_is_written(group, manager):
    firm = OrganisationFactory(initiative=group.initiative, name="Nut & <Bolt> Co")
    chair = PersonFactory(initiative=group.initiative, name="Zoë O'Hara", organisation=firm)
    SeatFactory(group=group, person=chair, role=Seat.Role.CO_CHAIR)

    mail_all(invitations.send, group, manager)

    assert "Zoë O'Hara\nNut & <Bolt> Co" in mail.outbox[0].body


def test_the_link_in_the_letter_opens_the_receivers_own_page(group, manager):
    mail_all(invitations.send, group, manager)

    letter = next(letter for letter in mail.outbox if letter.to == ["ada@example.org"])
    (path,) = re.findall(r"http://[^/]+(/r/\S+)", letter.body)
    page = Client().get(path)

    assert page.status_code == 200
    assert "Ada Anvil" in page.text
    assert Invitation.objects.get(seat__person__name="Ada Anvil").state == State.SENT


def test_a_second_mailing_reaches_only_those_added_since(group, manager):
    mail_all(invitations.send, group, manager)
    mail.outbox.clear()
    invite(group, name="Late Lee", email="lee@example.org")

    mail_all(invitations.send, group, manager)

    assert [letter.to for letter in mail.outbox] == [["lee@example.org"]]


def test_a_refused_letter_is_reported_by_name_and_can_be_sent_again(group, manager, monkeypatch):
    with monkeypatch.context() as trouble:
        refuse(trouble, "ada@example.org")
        job = mail_all(invitations.send, group, manager)

    refused = Invitation.objects.get(seat__person__name="Ada Anvil")
    assert (refused.state, refused.sent_at) == (State.LISTED, None)
    assert [move.name for move in history_of(refused)] == ["send", "refuse"]
    assert job.result["lines"] == [
        "1 letter was sent.",
        "Ada Anvil could not be reached: check the e-mail address, then send again.",
    ]

    mail.outbox.clear()
    mail_all(invitations.send, group, manager)
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]


def test_an_unreachable_server_leaves_every_letter_on_the_list(group, manager, monkeypatch):
    def away(self):
        raise ConnectionRefusedError

    monkeypatch.setattr(type(mail.mailers.default), "open", away, raising=False)
    job = mail_all(invitations.send, group, manager)

    assert (job.state, job.problem_code) == (Job.State.FAILED, "mail_server_away")
    assert set(Invitation.objects.values_list("state", flat=True)) == {State.LISTED}


def test_a_worker_that_dies_between_claim_and_mail_sends_nobody_two(group, manager, monkeypatch):
    class Killed(BaseException):
        """What ends a process is not caught by anybody."""

    def die(self, messages):
        raise Killed

    job = invitations.send(group=group, by=manager)
    with monkeypatch.context() as death:
        death.setattr(type(mail.mailers.default), "send_messages", die)
        with pytest.raises(Killed):
            jobs.run(job.pk)
    Job.objects.update(state=Job.State.WAITING, claim=None)

    jobs.run(job.pk)

    assert [letter.to for letter in mail.outbox] == [["ben@example.org"]]
    doubtful = Invitation.objects.get(seat__person__name="Ada Anvil")
    assert (doubtful.state, doubtful.sent_at) == (State.SENT, None)


@pytest.mark.django_db(transaction=True)
def test_sixteen_workers_at_once_send_each_letter_once(group, manager):
    for number in range(10):
        invite(group, email=f"guest{number}@example.org")
    job = invitations.send(group=group, by=manager)

    def work():
        return mailings.mail_letters(Job.objects.get(pk=job.pk), lambda percent, step: None)

    results = race(*[work] * 16)

    assert [type(result) for result in results] == [dict] * 16
    receivers = [letter.to[0] for letter in mail.outbox]
    assert len(receivers) == 12
    assert sorted(set(receivers)) == sorted(receivers)


def test_a_reminder_goes_to_the_silent_and_not_twice_in_a_day(group, manager):
    mail_all(invitations.send, group, manager)
    answered = Invitation.objects.get(seat__person__name="Ada Anvil")
    invitations.answer(invitation=answered, answer="unsure", by=answered.person)
    mail.outbox.clear()

    job = mail_all(invitations.remind, group, manager)

    assert [letter.to for letter in mail.outbox] == [["ben@example.org"]]
    assert mail.outbox[0].subject == "Reminder: Three meetings for our cluster"
    assert job.result["lines"] == ["1 reminder was sent."]
    with time_machine.travel(job.finished_at, tick=False) as clock:
        clock.shift(23 * 3600)
        Job.objects.update(state=Job.State.WAITING, claim=None, finished_at=None)
        jobs.run(job.pk)
        assert len(mail.outbox) == 1


def test_a_refused_reminder_can_be_tried_at_once(group, manager, monkeypatch):
    mail_all(invitations.send, group, manager)
    with monkeypatch.context() as trouble:
        refuse(trouble, "ada@example.org")
        job = mail_all(invitations.remind, group, manager)
    mail.outbox.clear()

    assert job.result["lines"][1].startswith("Ada Anvil could not be reached")
    mail_all(invitations.remind, group, manager)
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]
