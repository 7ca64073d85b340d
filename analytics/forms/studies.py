"""Earlier studies, and names of frozen tables."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from analytics.models import Snapshot, Study
from analytics.models.areas import FIRST_YEAR


class SnapshotForm(forms.ModelForm):
    """The name of a table that is frozen."""

    class Meta:
        model = Snapshot
        fields = ("name",)


class StudyForm(forms.ModelForm):
    """An earlier study and the industries that it names."""

    codes = forms.CharField(
        label=_("Its NAICS codes"),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_(
            "One on each line, or with commas between them; what follows a code on its line is "
            "passed over. Codes have two to six digits, or are ranges such as 31-33."
        ),
    )

    class Meta:
        model = Study
        fields = ("title", "year", "author", "link", "revision", "codes", "notes")
        widgets = {"notes": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "revision": _("The edition of the industry classification that its codes are of."),
            "link": _("Where it can be read; begins with https://"),
        }

    def __init__(self, *args, instance=None, **kwargs):
        initial = {"codes": "\n".join(instance.codes)} if instance else {}
        super().__init__(*args, instance=instance, initial=initial, **kwargs)

    def clean_year(self):
        """From the first year with records to this one."""
        year, now = self.cleaned_data["year"], timezone.now().year
        if not FIRST_YEAR <= year <= now:
            raise ValidationError(
                _("Write a year from %(first)s to %(now)s."),
                params={"first": FIRST_YEAR, "now": now},
            )
        return year

    def clean_codes(self):
        """The codes, each once, in the order they were written."""
        lines = self.cleaned_data["codes"].splitlines()
        found = [codes_in(line, number) for number, line in enumerate(lines, 1)]
        return list(dict.fromkeys(code for codes in found for code in codes))


NAICS_CODE = r"[0-9]{2,6}|[0-9]{2}-[0-9]{2}"


def codes_in(line, number):
    """The codes of a line: all its words, or the first where words follow. Raises ValidationError
    that names the line.
    """
    words = re.split(r"[,;\s]+", line.strip())
    if words == [""]:
        return []
    if all(re.fullmatch(NAICS_CODE, word) for word in words):
        return words
    if re.fullmatch(NAICS_CODE, words[0]):
        return words[:1]
    raise ValidationError(
        _("Line %(number)s does not begin with a NAICS code: “%(line)s”."),
        params={"number": number, "line": line.strip()[:60]},
    )
