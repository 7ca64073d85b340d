"""Forms of clusters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clusters.models import Cluster
from clusters.presenters.picker import Order


class ClusterForm(forms.ModelForm):
    """What a cluster is called and what holds it together."""

    class Meta:
        model = Cluster
        fields = ["name", "description"]
        widgets = {"description": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "description": _(
                "Similar products, buyers and suppliers of each other, or shared skills. It stands "
                "in the briefing paper."
            )
        }


class IndustrySearch(forms.Form):
    """Which industries to list, in which order."""

    q = forms.CharField(
        label=_("Search"),
        required=False,
        max_length=100,
        help_text=_("Words of the title, or the first digits of the code."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    order = forms.ChoiceField(label=_("In order of"), required=False, choices=Order)

    def wanted(self):
        """What was asked for, with the first choice for what was not."""
        asked = self.cleaned_data if self.is_valid() else {}
        return {
            "q": asked.get("q", ""),
            "order": asked.get("order") or Order.JOBS,
        }
