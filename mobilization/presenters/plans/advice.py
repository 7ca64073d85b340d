"""What the Guide says of a plan, and what the machine notices in its wording."""

import re

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core import guide
from mobilization.models import Plan
from mobilization.presenters import one_page
from mobilization.presenters.plans import promises

# Wording of a process: something that is done, not something that will be different.
PROCESS_WORDS = re.compile(
    r"\b(hold|host|organi[sz]e|convene|attend|schedule)\b.*\b(meeting|workshop|forum|event|summit)s?\b"
    r"|\b(conduct|carry out|commission|undertake|do)\b.*\b(study|survey|review|analysis|research)\b"
    r"|\b(form|create|establish|set up)\b.*\b(committee|task force|working group|council)\b"
    r"|^\s*(explore|discuss|investigate|examine|consider|identify|plan|study|research|meet)\b",
    re.IGNORECASE,
)

TEST_PARTS = [
    ("is_clear", gettext_lazy("Clear"), gettext_lazy("Everybody understands it the same way.")),
    (
        "is_compelling",
        gettext_lazy("Compelling"),
        gettext_lazy("It matters enough for busy people to give their time."),
    ),
    (
        "is_outcome",
        gettext_lazy("An outcome, not a process"),
        gettext_lazy("It says what will be different, not what will be done to get there."),
    ),
    (
        "within_a_year",
        gettext_lazy("Achievable within a year"),
        gettext_lazy("The team can show it twelve months from now."),
    ),
]


def lights(plan):
    """What the Guide says of the plan as it stands; soft, except for the commitments."""
    outcomes = list(plan.outcomes.all())
    passed = sum(passes(outcome) for outcome in outcomes)
    found = [
        guide.outcomes(len(outcomes)),
        *([guide.four_part_test(passed, len(outcomes))] if outcomes else []),
        guide.one_page(one_page.density(plan) is not None),
    ]
    if plan.state == Plan.State.CONCEPTUAL:
        return found
    steps = list(plan.steps.all())
    dated = sum(step.due is not None for step in steps)
    promised = guide.clear_commitments(len(plan.commitments.all()), len(promised_vaguely(plan)))
    return [*found, guide.dated_steps(dated, len(steps)), promised]


def promised_vaguely(plan):
    """The commitments that are not clear, in words; a conceptual plan has none yet."""
    return [] if plan.state == Plan.State.CONCEPTUAL else promises.unclear(plan)


def passes(outcome):
    return all(getattr(outcome, name) for name, _label, _words in TEST_PARTS)


def hints(plan, today=None):
    """What the machine notices in the wording; people judge, so nothing is refused for it."""
    today = today or timezone.localdate()
    wording = [hint for outcome in plan.outcomes.all() for hint in hints_on(outcome, today)]
    return wording + promised_vaguely(plan)


def hints_on(outcome, today):
    if PROCESS_WORDS.search(outcome.text):
        yield _("“%(text)s” reads like a process. What will be different once it is done?") % {
            "text": outcome.text
        }
    if outcome.due > a_year_after(today):
        yield _("“%(text)s” is due in more than a year. What can be shown within one?") % {
            "text": outcome.text
        }


def a_year_after(day):
    """The same day of the next year; 29 February becomes 28 February."""
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + 1, day=last)


def tested(outcome):
    """[(part of the test, True if it was judged to be met)]."""
    return [(label, getattr(outcome, name)) for name, label, _words in TEST_PARTS]
