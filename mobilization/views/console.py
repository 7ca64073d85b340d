"""The console: one page for lead and recorder, in the part that the meeting is in."""

from core.access import requires
from mobilization.forms.meetings import WalkInForm
from mobilization.forms.requirements import RequirementForm
from mobilization.models import Meeting
from mobilization.presenters import cards
from mobilization.presenters import console as presenter
from mobilization.services import meetings as services
from mobilization.views.live import live
from mobilization.views.meetings import find_meeting


@requires("mobilization.run_meeting")
def console(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    steps = services.process_of(record).open_to(record, request.actor)
    context = presenter.page(record, steps)
    context |= {"may_run": True, "walk_in_form": WalkInForm(), "form": RequirementForm()}
    if record.state == Meeting.State.REQUIREMENTS:
        context["turn"] = cards.whose_turn(context["turns"], request.GET.get("card"))
    return live(request, "mobilization/meetings/console.html", context)
