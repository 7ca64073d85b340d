"""The lists of people and organisations."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation, Person
from mobilization.presenters.people import roles


class PeopleTable(tables.Table):
    """Name, position, organisation, industry, roles. Addresses are for the office alone."""

    caption = _("People")
    name = tables.Column(_("Name"))
    title = tables.Column(_("Position"))
    organisation = tables.Column(_("Organization"), order_by="organisation__name")
    industry = tables.Column(_("Industry"), accessor="organisation__industry")
    roles = tables.Column(_("Roles"), empty_values=(), orderable=False)
    email = tables.Column(_("E-mail address"))

    class Meta:
        model = Person
        fields = ("name", "title", "organisation", "industry", "roles", "email")
        attrs = {"class": "table"}
        order_by = "name"

    def __init__(self, *args, initiative, for_office, **kwargs):
        super().__init__(*args, exclude=() if for_office else ("email",), **kwargs)
        self.place, self.for_office = initiative.slug, for_office

    def render_name(self, record):
        if not self.for_office:
            return record.name
        address = reverse("person_edit", args=[self.place, record.pk])
        return format_html('<a href="{}">{}</a>', address, record.name)

    def render_roles(self, record):
        rows = format_html_join("", "<li>{}</li>", ((role,) for role in roles(record)))
        return format_html('<ul class="plain-list">{}</ul>', rows) if rows else "—"


class OrganisationTable(tables.Table):
    """Name, industry, size, number of people."""

    caption = _("Organizations")
    name = tables.Column(_("Name"))
    industry = tables.Column(_("Industry"))
    size = tables.Column(_("Size"))
    people_count = tables.Column(
        _("People"), attrs={"td": {"class": "number"}, "th": {"class": "number"}}
    )

    class Meta:
        model = Organisation
        fields = ("name", "industry", "size", "people_count")
        attrs = {"class": "table"}
        order_by = "name"

    def __init__(self, *args, initiative, for_office, **kwargs):
        super().__init__(*args, **kwargs)
        self.place, self.for_office = initiative.slug, for_office

    def render_name(self, record):
        if not self.for_office:
            return record.name
        address = reverse("organisation_edit", args=[self.place, record.pk])
        return format_html('<a href="{}">{}</a>', address, record.name)
