"""Sample content for the gallery of components; nothing here is read by another page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core import guide
from core.models import Job


class SampleForm(forms.Form):
    """A form that fails, to show where its errors stand."""

    name = forms.CharField(label=_("Name of the initiative"), max_length=60)
    start = forms.IntegerField(
        label=_("First year"),
        min_value=1990,
        help_text=_("The earliest year of the QCEW is 1990."),
    )


def gallery_context():
    failing = SampleForm({"name": "Central Ohio", "start": "1889"})
    jobs = [
        Job(
            kind="sample",
            state=state,
            progress=progress,
            step=step,
            problem_code=code,
            problem_values={"attempts": 3},
        )
        for state, progress, step, code in [
            ("waiting", 0, "", ""),
            ("running", 60, _("Setting the pages"), ""),
            ("ready", 100, "", ""),
            ("failed", 40, "", "job_gave_up"),
        ]
    ]
    advice_samples = [guide.co_chairs(2), guide.invitees(12), guide.priority_areas(5)]
    return {
        "advice_samples": advice_samples,
        "failing_form": failing,
        "jobs": jobs,
        "stations": sample_stations(),
    }


def sample_stations():
    """The stations of a short thread."""
    return [
        {
            "kind": _("Outcome"),
            "title": _("Forty technicians certified"),
            "url": "#thread",
            "items": [],
        },
        {
            "kind": _("Requirements and their dots"),
            "title": _("Two requirements"),
            "items": [
                {"text": _("An evening school"), "detail": _("12 dots")},
                {"text": _("One contact for permits"), "detail": _("7 dots")},
            ],
        },
        {
            "kind": _("Cluster"),
            "title": _("Instruments"),
            "sentence": _("66,370 jobs"),
            "items": [],
        },
    ]
