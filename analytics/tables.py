"""Lists."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from analytics import presenters
from analytics.models import Dataset

NUMBER = {"th": {"class": "number"}, "td": {"class": "number"}}


class DatasetTable(tables.Table):
    """The data sets of an initiative: what they hold, where they come from, what they are."""

    file_name = tables.Column(_("File"))
    first_area = tables.Column(_("Holds"), order_by=("first_area", "first_year"))
    rows = tables.Column(_("Rows"), attrs=NUMBER)
    status = tables.TemplateColumn(
        template_name="analytics/data/_status.html", verbose_name=_("Status")
    )
    imported_at = tables.DateTimeColumn(verbose_name=_("Imported"), format="SHORT_DATETIME_FORMAT")
    imported_by = tables.Column(
        _("By"), default=_("command line"), order_by="imported_by__name", accessor="imported_by"
    )
    sha256 = tables.Column(_("SHA-256"), orderable=False)

    caption = _("List of data sets")

    class Meta:
        model = Dataset
        fields = (
            "file_name",
            "first_area",
            "rows",
            "status",
            "imported_at",
            "imported_by",
            "sha256",
        )
        attrs = {"class": "table"}
        order_by = "-imported_at"

    def __init__(self, *args, whole_years, **kwargs):
        super().__init__(*args, **kwargs)
        self.whole_years = whole_years

    def render_file_name(self, record, value):
        slug = self.request.resolver_match.kwargs["initiative"]
        return format_html(
            '<a href="{}">{}</a>', reverse("dataset", args=[slug, record.key]), value
        )

    def render_first_area(self, record):
        return presenters.holds(record, self.whole_years)

    def render_rows(self, value):
        return presenters.number(value)

    def render_sha256(self, value):
        return format_html('<code title="{}">{}…</code>', value, value[:12])
