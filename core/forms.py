"""What all forms share."""

from core.problems import Problem


def stored(form, service, *, beside=None, **values):
    """Call `service` with the form's values and `values`; its record, or None.

    A Problem becomes an error of the form (beside the field `beside`), which keeps what was
    typed; the service's transaction has then stored nothing.
    """
    if not form.is_valid():
        return None
    try:
        return service(**form.cleaned_data, **values)
    except Problem as problem:
        form.add_error(beside, str(problem))
        return None
