"""The walk along the thread: who takes part, where their pages are open, what their hands do."""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from django.core import mail
from django.urls import reverse
from django.utils import timezone

from accounts.models import Initiative, Person, User
from core import jobs
from tests.browser.conftest import PHONE

SLUG = "sample-region"
CLUSTER = "health-and-life-sciences"
PASSWORD = "seven invented otters"


@dataclass
class Walk:
    """One initiative, the statistics it starts from, and an open page for each role."""

    statistics: object
    open_page: object
    take_pictures: object
    numbers: object = field(default_factory=lambda: count(1))

    def opens(self, name, *args):
        """The address of a page of the initiative."""
        return reverse(name, args=[SLUG, *args])

    def signed_in(self, email):
        """A page of somebody of the support team."""
        return self.open_page(user=User.objects.get(email=email))

    def phone_at(self, address):
        """A phone that opened the address of a personal link."""
        page = self.open_page(viewport=PHONE)
        page.goto(address)
        return page

    def look(self, page, name):
        """Photograph and scan the page as the next step of the thread."""
        self.take_pictures(page, f"thread-{next(self.numbers):02d}-{name}")

    @property
    def initiative(self):
        return Initiative.objects.get(slug=SLUG)

    def person(self, name):
        return Person.objects.get(initiative__slug=SLUG, name=name)


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def follow(page, name):
    page.get_by_role("link", name=name, exact=True).click()


def go_on_all_the_same(page, name):
    """A move that passes over the Guide: from the console to its reason and back."""
    follow(page, name)
    page.get_by_label("Why the room goes on").fill("The teams set their dates tomorrow.")
    press(page, name)
    page.get_by_text("“The teams set their dates tomorrow.”").first.wait_for()


def row(page, name):
    return page.get_by_role("listitem").filter(has_text=name)


def workers_do_what_waits():
    """What a worker does: every job that is queued, to its end. None may fail."""
    for job in jobs.unfinished():
        jobs.run(job.pk)
        job.refresh_from_db()
        assert job.state == job.State.READY, (job.kind, job.problem_code, job.problem_values)


def address_mailed_to(email):
    """The first address in the newest message to somebody."""
    letters = [letter for letter in mail.outbox if email in letter.to]
    return re.search(r"https?://\S+", letters[-1].body).group()


def in_days(days):
    """A day some way ahead, at nine in the morning, as a field for date and time wants it."""
    return (timezone.now() + timedelta(days=days)).strftime("%Y-%m-%dT09:00")


def field(page, label):
    """The field with exactly this label; a star marks the required ones."""
    return page.get_by_label(re.compile(rf"^\s*{re.escape(label)}\s*\*?\s*$"))


def fill(page, **values):
    """Fill fields by their labels: fill(page, Name="Sample region")."""
    for label, value in values.items():
        field(page, label.replace("_", " ")).fill(value)
