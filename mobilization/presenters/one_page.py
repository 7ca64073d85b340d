"""How closely the conceptual plan has to be set so that it stays on one page.

An estimate in lines, on the safe side: the size of type for the narrower and shorter of A4 and
Letter, how full the page is for each of them. The document measures the real page; the estimate
warns while the plan is being written.
"""

from dataclasses import dataclass
from math import ceil
from types import SimpleNamespace

from mobilization.presenters.measures import measured_by


@dataclass(frozen=True)
class Density:
    """A size of type: how many characters go on a line, how many lines on the page."""

    name: str
    characters: int
    lines: int


@dataclass(frozen=True)
class Paper:
    """How much wider and taller the printed area is than the smaller one of the two papers."""

    key: str
    name: str
    wider: float
    taller: float


# Of A4 184 x 271 mm are printed, of Letter 189.9 x 253.4 mm; the ratios are rounded down.
PAPERS = [Paper("letter", "Letter", 1.03, 1), Paper("a4", "A4", 1, 1.06)]
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
    texts = texts_of(plan)
    return [each for each in DENSITIES if lines(texts, each.characters) <= each.lines]


def fullness(texts):
    """[(Paper, per cent)]: how full the page is in the smallest type; above 100 it does not fit."""
    smallest = DENSITIES[-1]
    return [
        (
            paper,
            round(
                100
                * lines(texts, int(smallest.characters * paper.wider))
                / int(smallest.lines * paper.taller)
            ),
        )
        for paper in PAPERS
    ]


def lines(texts, characters):
    """How many lines the texts take at so many characters a line."""
    return HEADINGS + sum(ceil(len(text) / characters) for text in texts)


def texts_of(plan):
    """The texts that stand on the page of a plan."""
    return texts_on_page(plan, plan.title, plan.goal, plan.outcomes.all(), plan.steps.all())


def texts_typed(plan, typed):
    """The same of what is typed into the plan's form, unchecked; empty rows are nothing."""
    outcomes, steps = (
        [SimpleNamespace(**as_texts(row)) for row in typed[part] if row.get("text")]
        for part in ("outcomes", "steps")
    )
    values = as_texts({name: typed[name] for name in ("title", "goal")})
    return texts_on_page(plan, values["title"], values["goal"], outcomes, steps)


def as_texts(values):
    return {"measure": "", "baseline": "", "target": ""} | {
        name: str(value or "") for name, value in values.items()
    }


def texts_on_page(plan, title, goal, outcomes, steps):
    """The title counts twice, it is set so large."""
    return [
        title * 2,
        goal,
        members_line(plan),
        *(outcome.text for outcome in outcomes),
        *(measured_by(outcome, LONG_DAY) for outcome in outcomes),
        *(step.text for step in steps),
    ]


def members_line(plan):
    return ", ".join(described(member.person) for member in plan.team.members.all())


def described(person):
    """Name and organisation, as the page lists the members."""
    return f"{person.name} ({person.organisation})" if person.organisation else person.name
