"""The invitations of a group: the whole list, and those that wait for something."""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, Subquery
from django.utils import timezone

from accounts.models import PersonalLink, User
from core import jobs
from core.models import Job, Move
from mobilization.models import ClusterGroup, Invitation, Meeting

State = Invitation.State
ANSWERS = ("accept", "decline", "unsure")
BETWEEN_REMINDERS = timedelta(days=1)


def of(group):
    """All invitations of the group, with person and organisation."""
    invitations = Invitation.objects.filter(seat__group=group)
    return invitations.select_related(
        "seat__group__cluster__initiative", "seat__person__organisation"
    )


def of_person(person):
    """The person's invitations that have gone out."""
    sent = Invitation.objects.filter(seat__person=person).exclude(state=State.LISTED)
    return sent.select_related("seat__group__cluster__initiative", "seat__person__organisation")


def sent(group):
    """Those whose letter has gone out, whatever was answered."""
    return of(group).exclude(state=State.LISTED)


def first_meeting(group):
    """The planned Meeting 1 that the group's letter calls to, or None."""
    return Meeting.objects.filter(group=group, number=1).first()


def to_a_meeting_ahead(invitations):
    """Those to a first meeting that is not over."""
    over = Meeting.objects.filter(number=1, state=Meeting.State.CLOSED)
    return invitations.exclude(seat__group__in=over.values("group"))


def in_state(invitations, state):
    """Those in the state, or all where there is no such state."""
    return invitations.filter(state=state) if state in State else invitations


def to_mail(group):
    """Not sent yet, to people with an e-mail address."""
    return of(group).filter(state=State.LISTED).exclude(seat__person__email="")


def to_post(group):
    """Not answered, to people without an e-mail address: their letters go on paper."""
    unanswered = of(group).filter(state__in=[State.LISTED, State.SENT])
    open_links = PersonalLink.objects.filter(revoked_at=None, expires_at__gt=timezone.now())
    return unanswered.filter(seat__person__email="").prefetch_related(
        Prefetch("seat__person__links", open_links, to_attr="open_links")
    )


def to_remind(group):
    """Mailed, not answered, and not reminded for a day."""
    mailed = of(group).filter(state=State.SENT, sent_at__isnull=False)
    return mailed.filter(may_be_reminded()).exclude(seat__person__email="")


def may_be_reminded():
    before = timezone.now() - BETWEEN_REMINDERS
    return Q(reminded_at=None) | Q(reminded_at__lt=before)


def with_history(invitations):
    """Adds `answered_by` (a name), `by_office`, and `refused` (by the mail server, then unsent)."""
    moves = Move.objects.filter(
        subject_type=ContentType.objects.get_for_model(Invitation), subject_id=OuterRef("pk")
    ).order_by("-pk")
    answers = moves.filter(name__in=ANSWERS)
    user = ContentType.objects.get_for_model(User)
    return invitations.alias(by_type=Subquery(answers.values("by_type")[:1])).annotate(
        answered_by=Subquery(answers.values("by_name")[:1]),
        by_office=Q(by_type=user.pk),
        refused=Exists(moves.filter(name="refuse")) & Q(state=State.LISTED),
    )


def counts(group):
    """{state: number} for all states, and "all"."""
    numbers = {state.value: Count("pk", filter=Q(state=state)) for state in State}
    return of(group).aggregate(all=Count("pk"), **numbers)


def unfinished_letters(group):
    """The job that mails this group's letters now, if there is one."""
    return jobs.unfinished().filter(
        kind="letters",
        subject_type=ContentType.objects.get_for_model(ClusterGroup),
        subject_id=group.pk,
    )


def last_mailing(group):
    """The latest mailing of letters or reminders, or None."""
    return Job.objects.filter(
        kind__in=["letters", "reminders"],
        subject_type=ContentType.objects.get_for_model(ClusterGroup),
        subject_id=group.pk,
    ).first()
