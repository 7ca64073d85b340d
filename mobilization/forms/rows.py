"""Rows of a form that work without JavaScript: a few spare ones, and a button for one more.

An emptied row is a row taken out; a spare row left empty is nothing.
"""

from django import forms
from django.utils.translation import ngettext

from core.forms import meter_all


class RowForm(forms.Form):
    """One row; `id` is the record it shows, if there is one."""

    id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    note = ""  # what is said of the whole row

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        meter_all(self)

    def has_changed(self):
        return any(name != "id" for name in self.changed_data)

    def typed(self):
        """The values as they were typed, unchecked."""
        return {name: self[name].value() for name in self.fields}

    def kept(self):
        """The checked values; the id only where there is one."""
        return {name: value for name, value in self.cleaned_data.items() if name != "id" or value}


class BaseRows(forms.BaseFormSet):
    @classmethod
    def shown(cls, data, prefix, lines, **kwargs):
        """The rows that came back in `data`, or a page of `lines` to write on."""
        if data is not None:
            return cls(data, prefix=prefix, **kwargs)
        filled = sum(map(bool, lines))
        return cls(prefix=prefix, initial=lines[: max(cls.max_num, filled)], **kwargs)

    def clean(self):
        """Emptied rows do not count, so that whoever has too many can take some out."""
        if sum(form.has_changed() for form in self.forms) > self.max_num:
            most = ngettext(
                "Please keep at most %(count)d of these.",
                "Please keep at most %(count)d of these.",
                self.max_num,
            )
            raise forms.ValidationError(most % {"count": self.max_num})

    def initial_form_count(self):
        """Every row that came back may be empty, also one that was filled before."""
        return 0 if self.is_bound else super().initial_form_count()

    def lines(self):
        return [form.kept() for form in self.forms if form.has_changed()]

    def typed(self, one_more=False):
        """The rows as they were typed, empty ones too, and one to spare if it is asked for."""
        return [form.typed() for form in self.forms] + [{}] * one_more

    @property
    def has_room(self):
        return self.total_form_count() < self.max_num


def rows(form, *, most):
    """A formset class of at most `most` filled rows.

    What two people wrote at once is shown even where together it is more.
    """
    return forms.formset_factory(
        form, formset=BaseRows, extra=0, max_num=most, absolute_max=2 * most
    )


def with_spare(lines, least):
    """The lines there are and one to spare, `least` in all."""
    return [*lines, *[{}] * max(1, least - len(lines))]
