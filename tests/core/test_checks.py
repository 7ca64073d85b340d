from django.urls import include, path

from core.access import open_to_all
from core.checks import every_view_says_who_may_enter


def forgotten(request):
    """A view that nobody decorated."""


@open_to_all
def opened(request):
    """A view that says who may enter."""


urlpatterns = [path("open/", opened), path("deep/", include([path("forgotten/", forgotten)]))]


def test_a_view_that_does_not_say_who_may_enter_is_an_error(settings):
    settings.ROOT_URLCONF = __name__

    [error] = every_view_says_who_may_enter(None)

    assert error.msg == "The view of 'deep/forgotten/' does not say who may enter."


def test_every_view_of_the_project_says_so():
    assert every_view_says_who_may_enter(None) == []
