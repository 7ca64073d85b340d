"""The form of the region's own words in the briefing paper."""

from django import forms

from clusters.models import Briefing


class BriefingForm(forms.ModelForm):
    class Meta:
        model = Briefing
        fields = ["evolution", "potential", "opportunities"]
        widgets = {name: forms.Textarea(attrs={"rows": 10}) for name in fields}

    @classmethod
    def about(cls, cluster, data=None):
        """The form with what has been written of the cluster so far."""
        return cls(data, instance=getattr(cluster, "briefing", None))
