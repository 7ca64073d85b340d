"""The later meetings that a person is called to, and what the person said."""

from mobilization.models import Meeting, Reply


def called(person):
    """The meetings to come, after the first, of the groups in which the person has a seat."""
    meetings = Meeting.objects.filter(group__seats__person=person, number__gt=1)
    ahead = meetings.exclude(state=Meeting.State.CLOSED)
    return ahead.select_related("group__cluster__initiative").order_by("starts_at", "pk")


def asked(person):
    """The same without the meetings to which the person has come."""
    return called(person).exclude(attendances__person=person)


def next_after(meeting, person):
    """The meeting that follows, where the person is called to it; else None."""
    return called(person).filter(group=meeting.group_id, number=meeting.number + 1).first()


def said(meeting, person):
    """True, False, or None while the person has not answered."""
    comes = Reply.objects.filter(meeting=meeting, person=person).values_list("comes", flat=True)
    return comes.first()
