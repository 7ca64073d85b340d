"""How closely the conceptual plan has to be set so that it stays on one page.

An estimate in lines, on the safe side, for the narrower and shorter of A4 and Letter. The
document measures the real page; the estimate warns while the plan is being written.
"""

from dataclasses import dataclass
from math import ceil

from mobilization.presenters.measures import measured_by


@dataclass(frozen=True)
class Density:
    """A size of type: how many characters go on a line, how many lines on the page."""

    name: str
    characters: int
    lines: int


DENSITIES = [
    Density("roomy", 84, 42),
    Density("close", 102, 56),
    Density("dense", 121, 67),
]
LONG_DAY = "September 30, 2027"
HEADINGS = 10  # lines that the title block and the headings of the sections take


def density(plan):
    """The roomiest density at which the plan fits on the page, or None."""
    return next(iter(densities(plan)), None)


def densities(plan):
    """The densities at which the plan fits by the estimate, the roomiest first."""
    return [each for each in DENSITIES if lines(plan, each.characters) <= each.lines]


def fullness(plan):
    """How full the page is in the smallest type, in per cent; above 100 the plan does not fit."""
    smallest = DENSITIES[-1]
    return round(100 * lines(plan, smallest.characters) / smallest.lines)


def lines(plan, characters):
    """How many lines the plan takes at so many characters a line."""
    texts = [plan.title * 2, plan.goal, members_line(plan)]
    texts += [outcome.text for outcome in plan.outcomes.all()]
    texts += [measured_by(outcome, LONG_DAY) for outcome in plan.outcomes.all()]
    texts += [step.text for step in plan.steps.all()]
    return HEADINGS + sum(ceil(len(text) / characters) for text in texts)


def members_line(plan):
    return ", ".join(described(member.person) for member in plan.team.members.all())


def described(person):
    """Name and organisation, as the page lists the members."""
    return f"{person.name} ({person.organisation})" if person.organisation else person.name
