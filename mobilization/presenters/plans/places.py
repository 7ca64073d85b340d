"""Where a visitor reads plans, and the buttons that lead on from there."""

from dataclasses import dataclass

from django.urls import reverse

from mobilization.models.plans import MEETINGS_OF_STATE, PROCESS


@dataclass(frozen=True)
class Place:
    """Where a visitor reads plans: below an initiative, or below a personal link."""

    key: str
    prefix: str = ""

    def url(self, name, *args):
        return reverse(f"{self.prefix}{name}", args=[self.key, *args])


def place_of(request):
    if request.link:
        return Place(request.link.token, "personal_")
    return Place(request.initiative.slug)


@dataclass(frozen=True)
class Action:
    """A button: its words and where it leads."""

    label: str
    url: str


def decisions_in_the_room(plan, place, actor, open_numbers, *, alone):
    """The moves of a plan while a meeting is at it; what is `alone` is not merged."""
    if open_numbers.isdisjoint(MEETINGS_OF_STATE.get(plan.state, ())):
        return []
    return [
        Action(step.label, place.url("plan_move", plan.pk, step.name))
        for step in PROCESS.open_to(plan, actor)
        if not (alone and step.name == "merge")
    ]
