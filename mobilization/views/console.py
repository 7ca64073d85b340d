"""The console: one page for lead and recorder, in the part that the meeting is in."""

from core.access import requires
from mobilization.forms.meetings import WalkInForm
from mobilization.forms.requirements import RequirementForm
from mobilization.models import Meeting
from mobilization.presenters import cards, meetings
from mobilization.presenters import console as presenter
from mobilization.queries import meetings as queries
from mobilization.services import meetings as services
from mobilization.views.live import follow
from mobilization.views.meetings import find_meeting


@requires("mobilization.run_meeting")
def console(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    return follow(
        request,
        "mobilization/meetings/console.html",
        meetings.mark(record),
        lambda: console_of(request, record),
    )


def console_of(request, meeting):
    context = presenter.page(meeting, services.process_of(meeting), request.actor)
    walk_in = WalkInForm(people=queries.people(meeting))
    context |= {"may_run": True, "walk_in_form": walk_in, "form": RequirementForm(meeting=meeting)}
    if meeting.state == Meeting.State.REQUIREMENTS:
        turn = shown_card(context, request.GET.get("card"))
        context["turn"] = cards.matched(turn, context["categories"])
    return context


def shown_card(context, asked_for):
    """The Turn that was asked for, to look at; else that of whoever reads now, or None."""
    now = context["now"]
    wanted = asked_for or (str(now.card) if now else "")
    return next((turn for turn in context["turns"] if str(turn.card_id) == wanted), None)
