"""The reply form: what is filled in, and what is left to the pen."""

from dataclasses import dataclass, replace

from core.times import moment, weekday
from mobilization.models import Letter, Meeting


@dataclass(frozen=True)
class Reply:
    """A reply form. What is empty is printed as a line to write on."""

    group: str
    number: int | None
    when: str
    place: str
    reply_by: str
    office_address: str
    office_phone: str
    office_fax: str
    name: str = ""
    position: str = ""
    organisation: str = ""


def next_meeting(group):
    """The first planned meeting of the group that is not over, or None."""
    ahead = Meeting.objects.filter(group=group).exclude(state=Meeting.State.CLOSED)
    return ahead.order_by("number").first()


def reply_by(group, meeting):
    """The day that the letter names, which calls to Meeting 1; None for a later one."""
    if meeting is None or meeting.number != 1:
        return None
    return Letter.objects.filter(group=group).values_list("reply_by", flat=True).first()


def blank(group):
    """The form for anybody."""
    meeting = next_meeting(group)
    return form(group, meeting, reply_by(group, meeting))


def form(group, meeting, day):
    """The form for an answer to one meeting by `day`; either may be None."""
    office = group.initiative
    return Reply(
        group=f"{group}, {group.initiative}",
        number=meeting and meeting.number,
        when=moment(meeting.starts_at, group.initiative) if meeting else "",
        place=meeting.place if meeting else "",
        reply_by=weekday(day) if day else "",
        office_address=office.office_address,
        office_phone=office.office_phone,
        office_fax=office.office_fax,
    )


def filled_in(reply, person):
    """The form as it goes with the letter to one invitee."""
    firm = str(person.organisation or "")
    return replace(reply, name=person.name, position=person.title, organisation=firm)
