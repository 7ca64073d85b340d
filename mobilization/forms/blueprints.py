"""The form of the Leadership Group's statement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mobilization.models import Blueprint


class StatementForm(forms.ModelForm):
    class Meta:
        model = Blueprint
        fields = ["statement"]
        widgets = {"statement": forms.Textarea(attrs={"rows": 9})}
        help_texts = {
            "statement": _(
                "Say that the Group supports the plans, and why they matter to the region. It "
                "stands first in the blueprint, above your name and today's date."
            )
        }
        error_messages = {"statement": {"required": _("Write the Leadership Group's statement.")}}
