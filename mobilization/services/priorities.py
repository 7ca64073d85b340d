"""Priority areas: requirements put together, every ballot left as it was cast."""

from django.db import transaction
from django.db.models import ProtectedError

from core.access import ensure
from core.problems import Problem, refused_as
from mobilization.models import Meeting, Priority, PriorityRequirement
from mobilization.services import deeds
from mobilization.services.meetings import keep_open


def open_grouping(meeting, by):
    """Raise unless `by` may group now."""
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, Meeting.State.GROUPING)


@transaction.atomic
def show(*, meeting, shown, by):
    """Show the areas to the room (`shown`), or take them off its screens; twice is once."""
    open_grouping(meeting, by)
    others = Meeting.objects.filter(pk=meeting.pk).exclude(areas_are_shown=shown)
    if others.update(areas_are_shown=shown):
        deeds.note(meeting=meeting, kind="areas_shown" if shown else "areas_hidden", by=by)


def noted(meeting, kind, by, name=""):
    """Write down what changes in the areas and in what is in them."""
    places = PriorityRequirement.objects.filter(priority__meeting=meeting)
    rows = [meeting.priorities.all(), places]
    return deeds.recorded(meeting=meeting, kind=kind, by=by, rows=rows, name=name)


@transaction.atomic
def create(*, meeting, name, requirements=(), by):
    """Make a priority area of requirements. Raises Problem `priority_name_taken`."""
    open_grouping(meeting, by)
    with noted(meeting, "area_made", by, name):
        with refused_as("priority_name_taken", name=name):
            priority = Priority.objects.create(meeting=meeting, name=name)
        move_into(priority, requirements)
    return priority


@transaction.atomic
def rename(*, priority, name, by):
    """Give a priority area another name. Raises Problem `priority_name_taken`."""
    open_grouping(priority.meeting, by)
    refused = refused_as("priority_name_taken", name=name)
    with noted(priority.meeting, "area_renamed", by, name), refused:
        Priority.objects.filter(pk=priority.pk).update(name=name)
    priority.refresh_from_db()
    return priority


@transaction.atomic
def put(*, priority, requirements, by):
    """Move requirements into a priority area, out of wherever they were.

    Raises Problem `of_another_meeting`.
    """
    open_grouping(priority.meeting, by)
    with noted(priority.meeting, "grouped", by, priority.name):
        move_into(priority, requirements)


def move_into(priority, requirements):
    for requirement in requirements:
        if requirement.meeting_id != priority.meeting_id:
            raise Problem("of_another_meeting")
        PriorityRequirement.objects.update_or_create(
            requirement=requirement, defaults={"priority": priority}
        )


@transaction.atomic
def take_out(*, meeting, requirements, by):
    """Take requirements out of their priority areas."""
    open_grouping(meeting, by)
    with noted(meeting, "ungrouped", by):
        PriorityRequirement.objects.filter(
            requirement__in=requirements, priority__meeting=meeting
        ).delete()


@transaction.atomic
def remove(*, priority, by):
    """Undo a priority area; its requirements stand alone again. Raises `priority_has_team`."""
    open_grouping(priority.meeting, by)
    with noted(priority.meeting, "area_removed", by, priority.name):
        try:
            with transaction.atomic():
                priority.delete()
        except ProtectedError:
            raise Problem("priority_has_team", name=priority.name) from None
