"""Planning a meeting, moving it from part to part, and the check-in desk."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import may, requires
from core.forms import stored
from core.problems import Problem
from mobilization.forms.meetings import MeetingForm, ReasonForm, SubstituteForm, WalkInForm
from mobilization.models import Attendance
from mobilization.presenters import gates, groups, letters, plans, teams
from mobilization.presenters import meetings as presenter
from mobilization.queries import meetings as queries
from mobilization.services import excuses, planning
from mobilization.services import meetings as services
from mobilization.views.live import follow
from mobilization.views.pages import form_page, origin


def find_meeting(request, cluster, number):
    """The meeting of the initiative's cluster group, or 404."""
    return get_object_or_404(
        queries.of(request.initiative), group__cluster__slug=cluster, number=number
    )


def find_group(request, cluster, number):
    """The initiative's group of the cluster, or 404; there are no other than three meetings."""
    if number not in presenter.TITLES:
        raise Http404
    return get_object_or_404(queries.groups(request.initiative), cluster__slug=cluster)


def rights(request):
    """What the actor may do here, for the buttons."""
    names = {"may_plan": "plan_meetings", "may_run": "run_meeting", "may_check_in": "check_in"}
    return {
        key: may(request.actor, f"mobilization.{name}", request.initiative)
        for key, name in names.items()
    }


@requires("mobilization.view_process")
def meeting(request, initiative, cluster, number):
    context = presenter.page(find_group(request, cluster, number), number)
    context |= rights(request)
    if context["meeting"]:
        context |= part_of_the_page(request, context["meeting"])
    return render(request, "mobilization/meetings/meeting.html", context)


def part_of_the_page(request, meeting):
    """The meeting's moves, and what it came to: teams of the first, plans of the later ones."""
    context = {"process": services.process_of(meeting)}
    if meeting.number > 1:
        return context | decided_on(request, meeting)
    return context | (teams.results(meeting) if meeting.state == meeting.State.CLOSED else {})


def decided_on(request, meeting):
    """The plans of Meeting 2 or 3, what was left open, and after 3 the close of the group."""
    rows = plans.rows_of_meeting(meeting, plans.place_of(request), request.actor)
    is_last = meeting.number == 3 and meeting.state == meeting.State.CLOSED
    return {
        "plan_rows": rows,
        "left_open": plans.left_open(row.plan for row in rows),
        **plans.planless(meeting.group, request.actor),
        "closing": groups.closing(meeting.group, request.actor) if is_last else None,
    }


@requires("mobilization.plan_meetings")
def meeting_plan(request, initiative, cluster, number):
    group = find_group(request, cluster, number)
    planned = group.meetings.filter(number=number).first()
    form = MeetingForm(
        request.POST or None,
        instance=planned,
        initial=None if planned else presenter.first_proposal(group, number),
        with_dots=number == 1 and (not planned or planning.dots_can_change(planned).exists()),
    )
    if stored(form, planning.plan, group=group, number=number, by=request.actor):
        messages.success(request, _("The meeting is planned."))
        return redirect("meeting", initiative, cluster, number)
    return form_page(
        request,
        form,
        title=presenter.TITLES[number],
        lead=letters.date_lead(group, number),
        button=_("Save time and place"),
        back=presenter.meeting_address("meeting", group, number),
    )


@requires("mobilization.run_meeting")
@require_POST
def meeting_move(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    name = request.POST.get("move", "")
    try:
        services.move(meeting=record, name=name, by=request.actor)
    except Problem as problem:
        if problem.code != "reason_needed":
            raise
        return redirect("meeting_reason", initiative, cluster, number, name)
    return redirect("console", initiative, cluster, number)


@requires("mobilization.run_meeting")
def meeting_reason(request, initiative, cluster, number, move):
    """What the Guide asks for before this move, and the reason to make it all the same."""
    record = find_meeting(request, cluster, number)
    step = services.process_of(record).steps.get(move)
    if step is None or record.state not in step.sources:
        return redirect("console", initiative, cluster, number)
    form = ReasonForm(request.POST or None)
    if stored(form, services.move, beside="note", meeting=record, name=move, by=request.actor):
        return redirect("console", initiative, cluster, number)
    return form_page(
        request,
        form,
        title=_("%(move)s all the same?") % {"move": step.label},
        lead=_("Go back to the console to mend it, or say why the room goes on."),
        button=step.label,
        back=presenter.address("console", record),
        template="mobilization/meetings/reason.html",
        unmet=gates.unmet(record, move),
        question_is_open=queries.open_questions(record).exists(),
        cluster=cluster,
        number=number,
    )


@requires("mobilization.check_in")
def desk(request, initiative, cluster, number):
    """The seat list to tick off; open to the office too."""
    record = find_meeting(request, cluster, number)
    return follow(
        request,
        "mobilization/meetings/desk.html",
        presenter.mark(record),
        lambda: desk_of(request, record),
    )


def desk_of(request, meeting):
    form = {"walk_in_form": WalkInForm(people=queries.people(meeting))}
    return presenter.desk_page(meeting) | rights(request) | form


def back_to_the_door(request, meeting):
    """The console, where it was sent from there or is at the check-in; else the desk."""
    at_the_door = meeting.state == meeting.State.CHECK_IN
    holds_it = may(request.actor, "mobilization.run_meeting", meeting)
    page = origin(request, "console" if at_the_door and holds_it else "desk")
    return redirect(presenter.address(page, meeting))


@requires("mobilization.check_in")
@require_POST
def check_in(request, initiative, cluster, number, person):
    record = find_meeting(request, cluster, number)
    guest = get_object_or_404(queries.people(record), pk=person)
    services.check_in(meeting=record, person=guest, source=Attendance.Source.DESK, by=request.actor)
    return back_to_the_door(request, record)


@requires("mobilization.check_in")
@require_POST
def excuse(request, initiative, cluster, number, person):
    """Somebody sent word, or is expected again."""
    record = find_meeting(request, cluster, number)
    guest = get_object_or_404(queries.people(record), pk=person)
    change = excuses.expect if request.POST.get("excused") == "no" else excuses.excuse
    change(meeting=record, person=guest, by=request.actor)
    return back_to_the_door(request, record)


@requires("mobilization.run_meeting")
@require_POST
def check_in_undo(request, initiative, cluster, number, person):
    record = find_meeting(request, cluster, number)
    guest = get_object_or_404(queries.people(record), pk=person)
    services.undo_check_in(meeting=record, person=guest, by=request.actor)
    return back_to_the_door(request, record)


@requires("mobilization.seat_walk_ins")
def substitute(request, initiative, cluster, number, person):
    """In whose place somebody who is checked in came, or that it is nobody's."""
    record = find_meeting(request, cluster, number)
    attendance = get_object_or_404(queries.attendances(record), person=person)
    form = SubstituteForm(
        request.POST or None,
        initial={"in_place_of": attendance.in_place_of_id},
        people=queries.people(record).exclude(pk=person),
    )
    who = attendance.person
    if stored(form, services.stand_in, meeting=record, person=who, by=request.actor):
        messages.success(request, presenter.said_of_place(who, form.cleaned_data["in_place_of"]))
        return back_to_the_door(request, record)
    return form_page(
        request,
        form,
        title=_("In whose place does %(name)s come?") % {"name": who.name},
        lead=_("It holds for this meeting alone."),
        button=_("Save"),
        back=presenter.address("desk", record),
    )


@requires("mobilization.seat_walk_ins")
def walk_in(request, initiative, cluster, number):
    record = find_meeting(request, cluster, number)
    form = WalkInForm(request.POST or None, people=queries.people(record))
    arrived = stored(form, services.walk_in, meeting=record, by=request.actor)
    if arrived:
        said = _("%(name)s is checked in.") % {"name": arrived.person.name}
        messages.success(request, said)
        return back_to_the_door(request, record)
    return form_page(
        request,
        form,
        title=_("Somebody who came without an invitation"),
        button=_("Add and check in"),
        back=presenter.address("desk", record),
    )
