"""One way from a template to a document's HTML."""

from base64 import b64encode

from django.template.loader import render_to_string
from django.utils import timezone


def page(template, *, title, initiative, **context):
    """(title, HTML string) of a document, with the moment that it was made."""
    context |= {"title": title, "initiative": initiative, "made_at": timezone.now()}
    return title, render_to_string(f"documents/{template}.html", context)


def picture(svg):
    """An SVG picture as the address of an image, so that it can carry words in its stead."""
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
