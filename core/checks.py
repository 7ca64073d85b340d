"""System checks that hold the project's own rules; `make check` runs them."""

from django.core.checks import Error, register
from django.urls import URLPattern, URLResolver, get_resolver

FOREIGN = ("allauth.", "django.")


@register
def every_view_says_who_may_enter(app_configs, **kwargs):
    """Each of our views carries `entry`: a permission, a personal link, or the public."""
    return [
        Error(
            f"The view of {route!r} does not say who may enter.",
            hint="Decorate it with requires(), by_personal_link() or open_to_all() of core.access.",
            id="clusterwise.E001",
        )
        for route, view in walk(get_resolver().url_patterns)
        if not view.__module__.startswith(FOREIGN) and not hasattr(view, "entry")
    ]


def walk(patterns, prefix=""):
    """Yield (route, view function) for every URL of the configuration."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from walk(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield route, pattern.callback
