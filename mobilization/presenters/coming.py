"""Whether somebody comes to Meeting 2 or 3, in words."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mobilization.presenters.personal import Entry
from mobilization.queries import coming as queries

STANDS = {
    None: gettext_lazy("You have not answered yet."),
    True: gettext_lazy("You have told us that you will come."),
    False: gettext_lazy("You have told us that you will not come."),
}
BUTTONS = [("yes", gettext_lazy("Yes, I will come")), ("no", gettext_lazy("No, I cannot come"))]


def call(link, meeting):
    """What the question places: the meeting, what was said, the buttons and their address."""
    said = queries.said(meeting, link.person)
    return {
        "meeting": meeting,
        "stands": STANDS[said],
        "answered": said is not None,
        "buttons": BUTTONS,
        "url": reverse("personal_reply", args=[link.token, meeting.pk]),
    }


def record_lead(meeting):
    """What stands above the answer that the support team writes down."""
    day = date_format(localtime(meeting.starts_at), "DATETIME_FORMAT")
    return _(
        "Meeting %(number)d: %(day)s, %(place)s. For an answer that came by telephone, letter or "
        "fax. The list shows your name."
    ) % {"number": meeting.number, "day": day, "place": meeting.place}


def call_after(link, meeting):
    """The same for the meeting that follows; None where the person is called to none."""
    following = link.person and queries.next_after(meeting, link.person)
    return following and call(link, following)


def entries(link):
    """One entry for each later meeting that the person may come to."""
    return [entry(link, meeting) for meeting in queries.asked(link.person)]


def entry(link, meeting):
    found = call(link, meeting)
    words = {"number": meeting.number, "group": meeting.group}
    day = date_format(localtime(meeting.starts_at), "DATETIME_FORMAT")
    return Entry(
        title=_("Do you come to Meeting %(number)d of %(group)s?") % words,
        sentence=f"{day}, {meeting.place}. {found['stands']}",
        action=_("Change the answer") if found["answered"] else _("Answer"),
        url=found["url"],
        urgent=not found["answered"],
    )
