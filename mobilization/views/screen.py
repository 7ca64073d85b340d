"""The room screen, for the projector."""

from core.access import requires
from mobilization.presenters import screen as presenter
from mobilization.views.live import follow
from mobilization.views.meetings import find_meeting


@requires("mobilization.view_process")
def screen(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    mark = presenter.mark(record)
    return follow(
        request, "mobilization/meetings/screen.html", mark, lambda: presenter.page(record)
    )
