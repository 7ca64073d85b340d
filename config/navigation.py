"""The sections of the menu; the project's top is the only place that knows all of them."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

SECTIONS = [
    ("overview", _("Overview")),
    ("data_home", _("Data")),
    ("cluster_list", _("Clusters")),
    ("people", _("People")),
    ("groups", _("Groups")),
    ("plan_list", _("Plans")),
    ("leadership", _("Leadership Group")),
    ("document_list", _("Documents")),
]


def sections(request):
    """The menu of the initiative in the URL, with the section that the page belongs to."""
    initiative = getattr(request, "initiative", None)
    if initiative is None or getattr(request, "link", None):
        return {}
    entries = [
        {"label": label, "url": reverse(name, args=[initiative.slug])} for name, label in SECTIONS
    ]
    for entry in entries:
        entry["current"] = belongs(request.path, entry["url"], initiative)
    return {"sections": entries}


def belongs(path, section, initiative):
    """Every page lies below the overview; only the overview itself belongs to it."""
    if section == initiative.get_absolute_url():
        return path == section
    return path.startswith(section)
