"""The Leadership Group's statement, written and signed by one of its co-chairs."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from core.access import by_personal_link, may
from mobilization.forms.blueprints import StatementForm
from mobilization.queries import blueprints as queries
from mobilization.queries import documents
from mobilization.services import blueprints


@by_personal_link
def sign(request, token, cluster):
    group = documents.group_or_404(request.initiative, cluster)
    if not may(request.actor, "mobilization.sign_blueprint", group):
        raise Http404
    found = queries.facts([group])[group.pk]
    form = StatementForm(
        request.POST or None,
        initial=found["statement"] and {"statement": found["statement"]["text"]},
    )
    if request.method == "POST" and form.is_valid():
        blueprints.sign(group=group, statement=form.cleaned_data["statement"], by=request.actor)
        messages.success(request, _("Signed. Thank you; the blueprint can be made now."))
        return redirect("sign_blueprint", token, cluster)
    context = {"group": group, "facts": found, "form": form}
    return render(request, "mobilization/documents/sign.html", context)
