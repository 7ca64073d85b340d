"""People and organisations: all members read names, the office reads and changes the rest."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_tables2 import RequestConfig

from accounts.services import people as services
from core.access import may, requires
from core.forms import stored
from mobilization.forms.people import OrganisationForm, PersonForm
from mobilization.presenters.people import link_page, roles
from mobilization.queries import people as queries
from mobilization.tables.people import OrganisationTable, PeopleTable
from mobilization.views.pages import form_page

PER_PAGE = 25


@requires("accounts.enter")
def people(request, initiative):
    words = request.GET.get("q", "")
    found = queries.search(queries.with_roles(queries.of(request.initiative)), words)
    return list_page(request, "people", PeopleTable, found, words)


@requires("accounts.enter")
def organisations(request, initiative):
    words = request.GET.get("q", "")
    found = queries.search_organisations(queries.organisations(request.initiative), words)
    return list_page(request, "organisations", OrganisationTable, found, words)


def list_page(request, name, table_class, found, words):
    for_office = may(request.actor, "accounts.change_people", request.initiative)
    table = table_class(found, initiative=request.initiative, for_office=for_office)
    RequestConfig(request, paginate={"per_page": PER_PAGE}).configure(table)
    context = {"table": table, "words": words, "for_office": for_office}
    return render(request, f"mobilization/people/{name}.html", context)


@requires("accounts.change_people")
def person_new(request, initiative):
    form = PersonForm(request.POST or None, initiative=request.initiative)
    person = stored(
        form,
        services.add_person,
        beside="email",
        initiative=request.initiative,
        by=request.actor,
    )
    if person:
        messages.success(request, _("%(name)s is in the list now.") % {"name": person})
        return redirect("people", initiative)
    return form_page(
        request,
        form,
        title=_("Add a person"),
        button=_("Add the person"),
        back=reverse("people", args=[initiative]),
    )


@requires("accounts.change_people")
def person_edit(request, initiative, person):
    record = find_person(request, person)
    form = PersonForm(request.POST or None, instance=record, initiative=request.initiative)
    if stored(form, services.change_person, beside="email", person=record, by=request.actor):
        messages.success(
            request, _("What you changed about %(name)s is stored.") % {"name": record}
        )
        return redirect("people", initiative)
    context = {"form": form, "person": record, "roles": roles(record), "moves": services.LINK_MOVES}
    context |= link_page(record)
    return render(request, "mobilization/people/person.html", context)


@requires("accounts.change_people")
@require_POST
def person_link_withdraw(request, initiative, person):
    record = find_person(request, person)
    services.withdraw_link(person=record, by=request.actor)
    messages.success(request, _("The link of %(name)s opens nothing any more.") % {"name": record})
    return redirect("person_edit", initiative, person)


@requires("accounts.change_people")
@require_POST
def person_link_renew(request, initiative, person):
    record = find_person(request, person)
    services.renew_link(person=record, by=request.actor)
    said = (
        _("A new link was mailed to %(name)s; the old one opens nothing any more.")
        if record.email
        else _("A new link was made for %(name)s; it stands on this page, to be handed over.")
    )
    messages.success(request, said % {"name": record})
    return redirect("person_edit", initiative, person)


def find_person(request, pk):
    return get_object_or_404(queries.with_roles(queries.of(request.initiative)), pk=pk)


@requires("accounts.change_people")
def organisation_new(request, initiative):
    form = OrganisationForm(request.POST or None)
    record = stored(
        form,
        services.add_organisation,
        beside="name",
        initiative=request.initiative,
        by=request.actor,
    )
    if record:
        messages.success(request, _("%(name)s is in the list now.") % {"name": record})
        return redirect("organisations", initiative)
    return form_page(
        request,
        form,
        title=_("Add an organization"),
        button=_("Add the organization"),
        back=reverse("organisations", args=[initiative]),
    )


@requires("accounts.change_people")
def organisation_edit(request, initiative, organisation):
    record = get_object_or_404(request.initiative.organisations, pk=organisation)
    form = OrganisationForm(request.POST or None, instance=record)
    change = services.change_organisation
    if stored(form, change, beside="name", organisation=record, by=request.actor):
        messages.success(
            request, _("What you changed about %(name)s is stored.") % {"name": record}
        )
        return redirect("organisations", initiative)
    return form_page(
        request,
        form,
        title=_("Change an organization"),
        button=_("Save the changes"),
        back=reverse("organisations", args=[initiative]),
    )
