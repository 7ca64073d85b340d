"""Finding the demo's people by the part they play."""

from accounts.models import Initiative, Person, User
from mobilization.demo.region import SLUG


def initiative():
    """The demo's initiative, or None before it has been loaded."""
    return Initiative.objects.filter(slug=SLUG).first()


def account_of(part):
    return User.objects.filter(email=part.email).first()


def person_of(part):
    return Person.objects.filter(initiative__slug=SLUG, email=part.email).first()


def is_empty():
    """True where the database holds no initiative and no account."""
    return not Initiative.objects.exists() and not User.objects.exists()
