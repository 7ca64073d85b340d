"""Forms of the group's comfort."""

from django import forms

from mobilization.models import Comfort

MOST_HANDS = 500


class AskForm(forms.Form):
    method = forms.ChoiceField(choices=Comfort.Method)


class AnswerForm(forms.Form):
    level = forms.IntegerField(min_value=0, max_value=5)


class HandsForm(forms.Form):
    """How many hands were up for each level; an empty field is none."""

    def __init__(self, *args, levels, **kwargs):
        super().__init__(*args, **kwargs)
        for level in levels:
            self.fields[f"level_{level}"] = forms.IntegerField(
                min_value=0, max_value=MOST_HANDS, required=False
            )

    @property
    def counts(self):
        """{level: hands} without the empty ones."""
        values = self.cleaned_data.items()
        return {int(name.removeprefix("level_")): count for name, count in values if count}
