"""What is said when something about feedback cannot be done."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "feedback_answered": _(
        "%(who)s has answered this already, and the answer is kept. Nothing was stored. Reload the "
        "page to read it."
    ),
    "team_is_closed": _(
        "The team works on its plan no more: the plan is now “%(state)s”. Your word was not sent. "
        "Choose another team, or tell the facilitators."
    ),
    "feedback_stays": _(
        "This stays on the chart: it is answered, or comes from the Leadership Group, or somebody "
        "took it off already. Nothing was changed. Reload the page."
    ),
}
