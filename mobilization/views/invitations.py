"""The letter, the invitation list, and each invitee's own answer page."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from core.access import by_personal_link, may, requires
from core.forms import stored
from mobilization.forms.invitations import AnswerForm, LetterForm
from mobilization.presenters import invitations as presenter
from mobilization.presenters import letters
from mobilization.queries import invitations as queries
from mobilization.services import invitations as services
from mobilization.services import letters as letter_services
from mobilization.views.groups import find_group
from mobilization.views.pages import form_page
from mobilization.views.records import answer_page, record_page

PER_PAGE = 50


def find_invitation(request, cluster, pk):
    return get_object_or_404(queries.of(find_group(request, cluster)), pk=pk)


@requires("mobilization.view_process")
def invitations(request, initiative, cluster):
    """The list, narrowed by ?answer= (a state)."""
    group = find_group(request, cluster)
    wanted = request.GET.get("answer", "")
    rows = queries.with_history(queries.in_state(queries.of(group), wanted))
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = presenter.list_page(group, request.actor, page, wanted)
    return render(request, "mobilization/invitations/list.html", context)


@requires("mobilization.send_letters")
def letter(request, initiative, cluster):
    group = find_group(request, cluster)
    record = getattr(group, "letter", None)
    form = LetterForm(
        request.POST or None,
        instance=record,
        initial=letters.planned(group) | ({} if record else letters.first_draft(group)),
        initiative=request.initiative,
    )
    if stored(form, letter_services.write, group=group, by=request.actor):
        messages.success(request, _("The letter is stored. Read it as the invitees will."))
        return redirect("letter_preview", initiative, cluster)
    return form_page(
        request,
        form,
        title=_("The letter for %(group)s") % {"group": group},
        lead=letters.letter_lead(group),
        button=_("Save the letter"),
        back=reverse("invitations", args=[initiative, cluster]),
        template="mobilization/invitations/letter.html",
    )


@requires("mobilization.view_process")
def letter_preview(request, initiative, cluster):
    """The letter and the answer page as an invitee will see them; no link is made."""
    group = find_group(request, cluster)
    call = letters.call(group)
    if call is None:
        return redirect("letter", initiative, cluster)
    context = {"group": group, "call": call, "sample": letters.sample_letter(call)}
    context["advice"] = letters.letter_advice(group, call.meeting)
    context["may_send"] = may(request.actor, "mobilization.send_letters", group)
    return render(request, "mobilization/invitations/preview.html", context)


@requires("mobilization.send_letters")
@require_POST
def letters_send(request, initiative, cluster):
    job = services.send(group=find_group(request, cluster), by=request.actor)
    return redirect("job", initiative, job.pk)


@requires("mobilization.send_letters")
@require_POST
def reminders_send(request, initiative, cluster):
    job = services.remind(group=find_group(request, cluster), by=request.actor)
    return redirect("job", initiative, job.pk)


@requires("mobilization.send_letters")
def letters_on_paper(request, initiative, cluster):
    """Letters to print. POST makes the links that stand in them; GET shows what was made."""
    group = find_group(request, cluster)
    if request.method == "POST":
        services.prepare_paper(group=group, by=request.actor)
        return redirect("letters_on_paper", initiative, cluster)
    context = {"group": group, "letters": letters.paper_letters(group)}
    return render(request, "mobilization/invitations/paper.html", context)


@requires("mobilization.send_letters")
@require_POST
def letters_posted(request, initiative, cluster):
    group = find_group(request, cluster)
    posted = services.post(group=group, by=request.actor)
    messages.success(request, letters.posted(posted))
    return redirect("invitations", initiative, cluster)


@requires("mobilization.send_letters")
@require_POST
def letter_again(request, initiative, cluster, invitation):
    record = find_invitation(request, cluster, invitation)
    services.send_again(invitation=record, by=request.actor)
    said = _("%(name)s is on the list again; “Send the letters” sends it.")
    messages.success(request, said % {"name": record.person})
    return redirect("invitations", initiative, cluster)


@requires("mobilization.send_letters")
def answer_record(request, initiative, cluster, invitation):
    """The office writes down what came by telephone, letter or fax."""
    record = find_invitation(request, cluster, invitation)
    form = AnswerForm(request.POST or None, initial=presenter.answer_given(record))
    return record_page(
        request,
        form,
        services.answer,
        name=record.person,
        back=reverse("invitations", args=[initiative, cluster]),
        answers=_("Letter and answers"),
        invitation=record,
        process=services.INVITATION,
    )


@by_personal_link
def answer(request, token, cluster):
    record = get_object_or_404(queries.of_person(request.actor), seat__group__cluster__slug=cluster)
    return answer_page(
        request,
        AnswerForm,
        services.answer,
        invitation=record,
        context=presenter.answer_page,
        template="mobilization/invitations/answer.html",
    )
