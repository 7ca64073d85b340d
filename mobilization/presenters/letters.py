"""The words of a letter: who calls, to what, when and where, and what the Guide asks of it."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Person
from core import guide
from core.times import moment, weekday
from mobilization.models import ClusterGroup, Invitation, Letter, Meeting, Seat
from mobilization.presenters import replies
from mobilization.queries import invitations as lists


@dataclass(frozen=True)
class Call:
    """A group's call to its first meeting, in words."""

    group: ClusterGroup
    letter: Letter
    meeting: Meeting
    one_of: str
    when: str
    reply_by: str
    signatures: list


@dataclass(frozen=True)
class Signature:
    """A co-chair under the letter."""

    name: str
    position: str


def call(group):
    """The words of a group's letter, or None while it has not been written."""
    letter, meeting = Letter.objects.filter(group=group).first(), lists.first_meeting(group)
    if letter is None or meeting is None:
        return None
    return Call(
        group=group,
        letter=letter,
        meeting=meeting,
        one_of=one_of(group),
        when=moment(meeting.starts_at, group.initiative),
        reply_by=weekday(letter.reply_by),
        signatures=signatures(group),
    )


def one_of(group):
    """How many groups the initiative calls together."""
    count = ClusterGroup.objects.filter(cluster__initiative=group.initiative).count()
    return ngettext(
        "It is the first cluster group of %(initiative)s.",
        "It is one of %(count)d cluster groups of %(initiative)s.",
        count,
    ) % {"count": count, "initiative": group.initiative}


def signatures(group):
    """The co-chairs as they sign."""
    seats = group.seats.filter(role=Seat.Role.CO_CHAIR).select_related("person__organisation")
    return [Signature(seat.person.name, position(seat.person)) for seat in seats]


def position(person):
    """Position and organisation, as far as they are known."""
    return ", ".join(str(part) for part in (person.title, person.organisation) if part)


def planned(group):
    """{meeting_at, place} of Meeting 1, to which the letter calls; empty before it is planned."""
    meeting = lists.first_meeting(group)
    return {"meeting_at": meeting.starts_at, "place": meeting.place} if meeting else {}


def first_draft(group):
    """A letter to start from: subject and text, in our words and with the initiative's facts."""
    names = {"group": group, "initiative": group.initiative}
    subject = _("%(group)s: three meetings that need you") % names
    paragraphs = [
        _("We invite you to the cluster group %(group)s of %(initiative)s.") % names
        + " "
        + one_of(group),
        _(
            "The group brings the employers of this cluster together with the schools and public "
            "bodies that serve them. Its purpose is to agree on what the cluster needs in order "
            "to grow here, and to turn the most important of these needs into plans that the "
            "group's own members carry out."
        ),
        _(
            "We ask you for three meetings of two hours each, over three to five months. The "
            "first finds the shared needs; in the second and third, small teams bring their "
            "plans and the group decides on them."
        ),
        _(
            "We ask for you in person. The plans rest on people who can decide for their "
            "organizations, so please do not send somebody in your place. If you cannot come, "
            "tell us on your page, and we will talk about who stands close enough to decide."
        ),
    ]
    return {"subject": subject, "body": "\n\n".join(paragraphs)}


def letter_lead(group):
    """How many have the letter already, for whom a change comes too late."""
    numbers = lists.counts(group)
    sent = numbers["all"] - numbers[Invitation.State.LISTED]
    if not sent:
        return _("One letter for all; each invitee gets it with their own name and link.")
    return ngettext(
        "%(count)d letter has gone out and stays as it was. A change reaches those sent later, "
        "and the answer pages of all.",
        "%(count)d letters have gone out and stay as they were. A change reaches those sent "
        "later, and the answer pages of all.",
        sent,
    ) % {"count": sent}


def date_lead(group, number):
    """Above a meeting's time and place: the zone, and whom a new date does not reach by itself."""
    zone = _("Times are those of %(zone)s.") % {"zone": group.initiative.time_zone}
    sent = lists.sent(group).count() if number == 1 else 0
    if not sent:
        return zone
    out = ngettext(
        "%(count)d letter has gone out with this date. A new one stands on the answer page at "
        "once; tell the invitee, too.",
        "%(count)d letters have gone out with this date. A new one stands on the answer pages at "
        "once; tell the invitees, too.",
        sent,
    ) % {"count": sent}
    return f"{zone} {out}"


def letter_advice(group, meeting):
    """What the Guide asks of the letter: who signs, how many get it, how early."""
    seats = [guide.co_chairs(group.co_chairs), guide.invitees(group.invitees)]
    return [*seats, in_time(group, meeting)]


def in_time(group, meeting):
    """Whether a letter that goes out today leaves a month before the meeting."""
    zone = group.initiative.zone
    today, meets_on = timezone.localdate(None, zone), timezone.localdate(meeting.starts_at, zone)
    return guide.invited_in_time(today, meets_on)


def sample_letter(call):
    """The letter's text for a sample invitee, with words in the place of the link."""
    context = {"call": call, "name": _("(name)"), "url": _("(each invitee's own link)")}
    return render_to_string("mobilization/mail/invitation.txt", context).strip()


@dataclass(frozen=True)
class PaperLetter:
    """One printed letter: to whom, its text, and the reply form that is enclosed, if any."""

    person: Person
    text: str
    reply: replies.Reply | None = None


def paper_letters(group):
    """The letters of people without e-mail whose links have been made, with their reply forms."""
    words = call(group)
    if words is None:
        return []
    reply = replies.form(group, words.meeting, words.letter.reply_by)
    return [
        PaperLetter(
            invitation.person,
            paper_text(invitation, words, link),
            replies.filled_in(reply, invitation.person),
        )
        for invitation in lists.to_post(group)
        for link in invitation.person.open_links
    ]


def paper_text(invitation, words, link):
    address = link.url("answer", words.group.cluster.slug)
    context = {"call": words, "name": invitation.person.name, "url": address}
    return render_to_string("mobilization/mail/invitation.txt", context).strip()


def posted(invitations):
    """What happened, after letters were marked as posted."""
    return ngettext(
        "%(count)d letter is marked as posted.",
        "%(count)d letters are marked as posted.",
        len(invitations),
    ) % {"count": len(invitations)}
