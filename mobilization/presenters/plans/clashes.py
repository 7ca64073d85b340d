"""What is said beside the words of a plan that two people changed at the same time."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from mobilization.models import Plan
from mobilization.presenters.plans.comparison import said
from mobilization.queries.plans import PARTS


def beside(clash, who):
    """Beside one field: what the other wrote there."""
    model = PARTS[clash.part][0] if clash.part else Plan
    words = theirs(model, clash)
    if words:
        sentence = _("%(who)s wrote here meanwhile: “%(words)s”. In the field stands yours.")
    else:
        sentence = _("%(who)s emptied this meanwhile. In the field stands yours.")
    return in_view(sentence % {"who": who, "words": words})


def theirs(model, clash):
    return said(model, clash.name, {"name": "", **clash.line})


def of_line(clash, who):
    """Of a whole line that one took out and the other changed."""
    if clash.line is None:
        sentence = _("%(who)s took this out, and you changed it. Empty it to let it go.")
    else:
        sentence = _("You took this out, and %(who)s changed it. Empty it to let it go.")
    return in_view(sentence % {"who": who})


def in_view(sentence):
    return format_html('<strong class="clash">{}</strong>', sentence)
