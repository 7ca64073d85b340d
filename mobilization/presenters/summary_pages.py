"""The pages of a summary: as it stands now, where it is, what waits on the personal home."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.access import may
from core.documents import digest
from mobilization.models import Summary
from mobilization.models.summaries import PROCESS, REPORTED, WITH_CO_CHAIRS
from mobilization.presenters import later_summaries as words
from mobilization.presenters.personal import Entry
from mobilization.queries import summaries as queries
from mobilization.queries.later_summaries import facts_of

State = Summary.State

STANDINGS = {
    State.DRAFT: gettext_lazy(
        "The facilitators write it. Figures and names below follow the meeting."
    ),
    State.CHECKING: gettext_lazy("The co-chairs check it by their personal link."),
    State.CHECKED: gettext_lazy(
        "A co-chair has checked it; it can go out with the next invitation."
    ),
    State.SENT: gettext_lazy("It was sent to the group."),
}


def shown(meeting):
    """The summary as it stands at this moment, and the digest that a check is bound to."""
    facts = facts_of(meeting)
    return {"meeting": meeting, "summary": words.summary(facts), "basis": digest(facts)}


def page(meeting, actor):
    """The support team's page of the summary."""
    record = queries.summary_of(meeting)
    found = shown(meeting)
    state = record.state if record else State.DRAFT
    return {
        **found,
        "record": record,
        "process": PROCESS,
        "standing": STANDINGS[state],
        "in_draft": state == State.DRAFT,
        "has_changed": bool(record and record.basis and record.basis != found["basis"]),
        "may_write": may(actor, "mobilization.run_meeting", meeting),
        "may_send": may(actor, "mobilization.send_letters", meeting),
        "to_mail": queries.to_mail(record).count() if record else 0,
        **leadership(record),
    }


def leadership(record):
    """How far the report has come to the Leadership Group."""
    if record is None or record.state not in REPORTED:
        return {}
    return {
        "reported": queries.reported(record),
        "leaders": queries.leaders(record).count(),
        "to_report": queries.to_report(record).count(),
    }


def entries(link):
    """The summaries that the person may read, and those that wait for their check."""
    person = link.person
    mine = list(queries.for_person(person))
    if hasattr(person, "leadership_seat"):
        mine += [row for row in queries.for_leader(person) if row not in mine]
    return [entry(link, row) for row in mine if may(person, "mobilization.read_summary", row)]


def entry(link, summary):
    meeting = summary.meeting
    title = _("Summary of Meeting %(number)d: %(group)s") % {
        "number": meeting.number,
        "group": meeting.group,
    }
    checks = summary.state == State.CHECKING and may(
        link.person, "mobilization.check_summary", summary
    )
    return Entry(
        title=title,
        sentence=_("Please check that it is accurate, before it goes to the group.")
        if checks
        else _("What the meeting came to."),
        action=_("Check the summary") if checks else _("Read the summary"),
        url=reverse("personal_summary", args=[link.token, meeting.pk]),
        urgent=checks,
    )


def waits_for_check(summary):
    return summary.state in WITH_CO_CHAIRS
