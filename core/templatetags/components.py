"""The components that recur; the gallery page shows each of them."""

from django import template
from django.apps import apps
from django.forms.utils import flatatt

from core import problems
from core.forms import metered
from core.times import appointment
from core.workflow import history_of

register = template.Library()
register.filter("appointment", appointment)

TONES = {
    "good": {
        "checked",
        "sent_out",
        "ready",
        "accepted",
        "joined",
        "approved",
        "published",
        "closed",
        "action",
        "handed_in",
    },
    "wait": {
        "checking",
        "waiting",
        "running",
        "sent",
        "unsure",
        "estimate",
        "with_leadership",
        "withheld",
        "outdated",
    },
    "bad": {"failed", "declined", "disbanded", "revoked", "expired"},
    "quiet": {"draft", "listed", "planned", "merged", "conceptual", "never"},
}


@register.inclusion_tag("components/light.html")
def light(advice):
    """A rule of the Guide: light, sentence, place."""
    return {"advice": advice}


@register.inclusion_tag("components/state.html")
def state(record, field="state"):
    """A record's state as a coloured word."""
    value = getattr(record, field)
    tone = next((name for name, values in TONES.items() if value in values), "plain")
    return {"label": getattr(record, f"get_{field}_display")(), "tone": tone}


@register.inclusion_tag("components/timeline.html")
def timeline(record, process=None, labels=None):
    """The record's history, newest first, in the words of its table of moves or of `labels`."""
    steps = process.steps.values() if process else ()
    labels = labels or {step.name: step.label for step in steps}
    moves = [
        {
            "label": labels.get(move.name, move.name),
            "by": move.by_name,
            "at": move.at,
            "note": move.note,
        }
        for move in history_of(record).order_by("-at", "-pk")
    ]
    return {"moves": moves}


@register.inclusion_tag("components/thread.html")
def thread(stations):
    """A chain of stations as one vertical line: kind, title, url, sentence, items."""
    return {"stations": stations}


@register.inclusion_tag("components/form.html", takes_context=True)
def form_panel(context, form, button, action="", back="", then=""):
    """A form with its errors, its one primary button and the way back.

    `then` selects where the focus goes once it was sent in place (static/js/in_place.js).
    """
    return {
        "form": form,
        "button": button,
        "action": action,
        "back": back,
        "then": then,
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag
def length_meter(field):
    """The attributes of a text field of a page's own for static/js/meter.js.

    `field` names the model's field that says how long the text may be: "app.Model.field".
    """
    model, name = field.rsplit(".", 1)
    return flatatt(metered(apps.get_model(model)._meta.get_field(name).max_length))


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(context, label, url, tone="primary", name="", value="", small=False, key=""):
    """One button that acts: a form of its own, so that nothing happens on GET.

    `key` presses it, where the page listens to keys (static/js/keys.js).
    """
    return {
        "label": label,
        "url": url,
        "tone": tone,
        "name": name,
        "value": value,
        "small": small,
        "key": key,
        "csrf_token": context.get("csrf_token"),
    }


@register.inclusion_tag("components/empty.html")
def empty(text, url="", link=""):
    """What stands where a list has nothing yet, and the next step."""
    return {"text": text, "url": url, "link": link}


@register.simple_tag
def problem_sentence(job):
    """The catalogue's sentence for what stopped a job."""
    return problems.sentence(job.problem_code, job.problem_values)
