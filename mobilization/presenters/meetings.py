"""What the pages of a meeting say: its parts, its moves, who is in the room."""

from dataclasses import dataclass
from itertools import pairwise

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from core import guide
from core.times import add_month
from mobilization.models import Invitation, Meeting, Seat
from mobilization.presenters import agendas
from mobilization.presenters.personal import Entry
from mobilization.queries import meetings as queries

State = Meeting.State

TITLES = {
    1: _("Meeting 1: vision, requirements, dots, teams"),
    2: _("Meeting 2: conceptual plans"),
    3: _("Meeting 3: action plans"),
}

PARTS = {
    1: [State.CHECK_IN, State.CARDS, State.REQUIREMENTS, State.VOTING, State.GROUPING, State.TEAMS],
    2: [State.CHECK_IN, State.DECIDING],
    3: [State.CHECK_IN, State.DECIDING],
}

HINTS = {
    State.PLANNED: _(
        "Open the check-in about half an hour before the start. People then check in by their "
        "link, or at the desk."
    ),
    State.CHECK_IN: _(
        "Welcome people and tick them off. Late guests can be checked in during every part."
    ),
    State.CARDS: _(
        "Everybody writes a vision for five years from now, as a phrase, and up to three "
        "requirements. Five minutes are enough. Nobody sees a card before it is read."
    ),
    State.REQUIREMENTS: _(
        "Each in turn reads the vision and the first requirement, without comments. File it with "
        "one press. Then ask what is missing, and discuss until the room is content."
    ),
    State.VOTING: _(
        "A few dots each, one per requirement, in about five minutes. People choose what they "
        "want to work on themselves."
    ),
    State.GROUPING: _(
        "With the co-chairs, put what belongs together into one to three priority areas. Then ask "
        "the room whether it is comfortable with them."
    ),
    State.TEAMS: _(
        "Area by area: first volunteers from the floor, then the co-chairs and people by name. "
        "No champion, no team: go on to the next area."
    ),
    State.DECIDING: _(
        "One team after the other: the presenter, then the team, then questions from all. "
        "Afterwards the group decides on each plan."
    ),
    State.CLOSED: _("The meeting is over, and its results are below. Going back deletes nothing."),
}


RESULTS = {
    True: _("The room screen shows the dots while they fall."),
    False: _("Totals are shown once the vote is closed."),
}


@dataclass(frozen=True)
class Part:
    """A part of the meeting, and whether it is done, now or ahead."""

    label: str
    standing: str


WILL_COME = {None: "", True: _("Will come"), False: _("Will not come")}


@dataclass(frozen=True)
class SeatRow:
    """A seat of the group at the check-in."""

    person_id: int
    name: str
    organisation: str
    is_co_chair: bool
    answer: str
    in_place_of: str
    is_present: bool
    is_excused: bool


def mark(meeting):
    """Changes with whatever the support team's screens show of a meeting."""
    seats, last = queries.answers(meeting.group)
    return f"{meeting.version}.{queries.entries(meeting)}.{seats}.{last and last.timestamp()}"


def hint(meeting):
    """What is done in the part that the meeting is in."""
    said = HINTS[meeting.state]
    if meeting.state == State.VOTING:
        return f"{said} {RESULTS[meeting.results_are_live]}"
    return said


def parts(meeting):
    """The meeting's parts in order."""
    order = list(State)
    here = order.index(meeting.state)
    return [
        Part(state.label, standing(order.index(state), here)) for state in PARTS[meeting.number]
    ]


def standing(place, here):
    if place == here:
        return "now"
    return "done" if place < here else "ahead"


def moves(meeting, steps):
    """(the step forward or None, the step back or None) out of the steps that are open."""
    order = list(State)
    here = order.index(meeting.state)
    forward = [step for step in steps if order.index(step.target) > here]
    back = [step for step in steps if order.index(step.target) < here]
    return (forward or [None])[0], (back or [None])[0]


def address(name, meeting):
    """The address of one of the meeting's own pages."""
    return meeting_address(name, meeting.group, meeting.number)


def meeting_address(name, group, number):
    """The same for a meeting that may not be planned yet."""
    return reverse(name, args=[group.initiative.slug, group.cluster.slug, number])


def seat_rows(meeting):
    """[SeatRow], who said yes first."""
    return [
        SeatRow(
            person_id=seat.person_id,
            name=seat.person.name,
            organisation=organisation_of(seat.person),
            is_co_chair=seat.role == Seat.Role.CO_CHAIR,
            answer=answer_of(seat, meeting),
            in_place_of=seat.place_of or "",
            is_present=seat.is_present,
            is_excused=seat.is_excused,
        )
        for seat in queries.seats(meeting)
    ]


def said_of_place(person, other):
    """What was noted of the place in which somebody came."""
    if other is None:
        return _("%(name)s comes in the place of nobody.") % {"name": person.name}
    words = {"name": person.name, "other": other.name}
    return _("%(name)s comes in the place of %(other)s.") % words


def organisation_of(person):
    return person.organisation.name if person.organisation else ""


def answer_of(seat, meeting):
    """The answer to the call to this meeting in words; empty where there is none."""
    if meeting.number > 1:
        said = str(WILL_COME[seat.comes])
        if not seat.recorded_by_name:
            return said
        return _("%(said)s (recorded by %(who)s)") % {"said": said, "who": seat.recorded_by_name}
    invitation = getattr(seat, "invitation", None)
    invited = invitation and invitation.state != Invitation.State.LISTED
    return str(invitation.get_state_display()) if invited else ""


def desk(meeting):
    """The check-in desk: the seats and how many are there."""
    rows = seat_rows(meeting)
    return {
        "rows": rows,
        "present_count": sum(row.is_present for row in rows),
    }


def checking_in(meeting):
    """The desk, what the Guide aims at, and where a substitute and whom they replace are here."""
    found = desk(meeting)
    is_first = meeting.number == 1
    return {
        **found,
        "excused_count": sum(row.is_excused for row in found["rows"]),
        "target": guide.participants_here(found["present_count"]) if is_first else None,
        "doubled": list(queries.doubled(meeting)),
    }


def desk_page(meeting):
    """The desk as a page of its own."""
    return {"meeting": meeting, "showing": "desk", **checking_in(meeting)}


def first_proposal(group, number):
    """{starts_at, place} to begin planning with; one calendar month after the meeting before."""
    former = group.meetings.filter(number=number - 1).first()
    if former is None:
        return None
    later = add_month(timezone.localtime(former.starts_at))
    return {"starts_at": later, "place": former.place}


def following(meeting):
    """{following: the group's next meeting, or None where it is not planned}."""
    return {"following": meeting.group.meetings.filter(number=meeting.number + 1).first()}


def advice(meetings):
    """What the Guide says of the time between the planned meetings, one Advice per pair."""
    return [
        guide.meetings_a_month_apart(day_of(earlier), day_of(later))
        for earlier, later in pairwise(meetings)
        if later.number == earlier.number + 1
    ]


def day_of(meeting):
    return timezone.localtime(meeting.starts_at).date()


def page(group, number):
    """The page of one meeting, planned or not."""
    planned = {meeting.number: meeting for meeting in group.meetings.all()}
    meeting = planned.get(number)
    context = {
        "group": group,
        "number": number,
        "title": TITLES[number],
        "meeting": meeting,
        "tabs": [(each, TITLES[each], planned.get(each)) for each in TITLES],
        "advice": advice(list(planned.values())),
    }
    return context | (standing_of(meeting) if meeting else {})


def standing_of(meeting):
    """Where a planned meeting stands, and how many are expected and present."""
    coming, seats = queries.expected(meeting.group)
    return {
        **agendas.agenda(meeting),
        "hint": hint(meeting),
        "parts": parts(meeting),
        "coming": coming,
        "seats": seats,
        "present_count": meeting.attendances.count(),
    }


def entries(link):
    """What waits for the person in the meetings of their groups that are not over."""
    return [
        entry(meeting, link)
        for meeting in queries.of_person(link.person)
        if meeting.state != State.CLOSED
    ]


CALLS = {
    State.CARDS: (_("Write your card"), _("A vision, and up to three requirements.")),
    State.VOTING: (_("Place your dots"), _("Dots for what you want to work on yourself.")),
}


def entry(meeting, link):
    """One meeting on the personal home, as what there is to do in it now."""
    about = _("%(group)s: meeting %(number)s") % {"group": meeting.group, "number": meeting.number}
    when = date_format(timezone.localtime(meeting.starts_at), "DATETIME_FORMAT")
    where = f"{when}, {meeting.place}"
    url = reverse("room", args=[link.token, meeting.pk])
    if meeting.state == State.PLANNED:
        return Entry(about, where, _("About the meeting"), url)
    if meeting.own_version is None:
        return Entry(_("Check in"), f"{about}, {where}", _("Check in"), url, urgent=True)
    if meeting.state in CALLS:
        call, sentence = CALLS[meeting.state]
        return Entry(call, sentence, call, url, urgent=True)
    return Entry(about, _("You are checked in."), _("Follow the meeting"), url)
