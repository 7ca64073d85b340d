"""Forms of clusters."""

from django import forms
from django.utils.translation import gettext_lazy as _

from clusters import queries
from clusters.models import Cluster, ClusterIndustry
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


class StudyForm(forms.Form):
    """A study whose industries a cluster takes over, and the role that they play there."""

    study = forms.ModelChoiceField(label=_("Study"), queryset=None, empty_label=None)
    role = forms.ChoiceField(label=_("Role of its industries"), choices=ClusterIndustry.Role)

    def __init__(self, *args, initiative, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["study"].queryset = queries.studies_of(initiative)
        self.fields["study"].label_from_instance = lambda one: f"{one.title} ({one.year})"


class NewClusterForm(StudyForm, ClusterForm):
    """A cluster that may start from industries that were named, or from the list of a study.

    `naics` are codes as an address has them; what is no industry is passed over.
    """

    industries = forms.MultipleChoiceField(
        label=_("Start from these industries"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("On the next page you can add others, and give each a role of its own."),
    )

    def __init__(self, *args, naics=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["name", "description", "industries", "study", "role"])
        self.fields["role"].required = False
        self.offer_industries(naics)
        self.offer_studies()
        if not {"industries", "study"} & self.fields.keys():
            del self.fields["role"]

    def offer_industries(self, naics):
        """Those of the address, all of them chosen until somebody leaves one out."""
        titles = queries.industry_titles()
        codes = sorted(set(naics) & titles.keys())
        self.fields["industries"].choices = [(code, f"{code} {titles[code]}") for code in codes]
        self.initial.setdefault("industries", codes)
        if not codes:
            del self.fields["industries"]

    def offer_studies(self):
        if not self.fields["study"].queryset.exists():
            del self.fields["study"]
            return
        self.fields["study"].required = False
        self.fields["study"].empty_label = _("none")
        self.fields["study"].label = _("Start from an earlier study")
        self.fields["study"].help_text = _("You can take industries out again, or change roles.")


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
