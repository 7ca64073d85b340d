"""Plans that the meetings left open, and the way on: none of them is in a dead end."""

from dataclasses import dataclass

from django.utils.translation import ngettext

from mobilization.models.plans import MEETINGS_OF_STATE
from mobilization.queries import plans as queries


@dataclass(frozen=True)
class LeftOpen:
    """What is said of them; `again` is the meeting to open again, if none is ahead."""

    sentence: str
    again: int | None = None


def left_open(plans):
    """LeftOpen of those `plans` that a closed meeting was to decide on, or None."""
    ahead = [
        (plan, queries.meeting_ahead(plan)) for plan in plans if plan.state in MEETINGS_OF_STATE
    ]
    stuck = sum(number is None for _plan, number in ahead)
    if stuck:
        sentence = ngettext(
            "%(count)d plan is not decided on, and no meeting is ahead. Open Meeting 3 again and "
            "decide there.",
            "%(count)d plans are not decided on, and no meeting is ahead. Open Meeting 3 again and "
            "decide there.",
            stuck,
        )
        return LeftOpen(sentence % {"count": stuck}, again=3)
    left = sum(number != MEETINGS_OF_STATE[plan.state][0] for plan, number in ahead)
    if left:
        sentence = ngettext(
            "Meeting 2 closed without a decision on %(count)d plan. Meeting 3 can take it forward, "
            "merge or disband it.",
            "Meeting 2 closed without a decision on %(count)d plans. Meeting 3 can take them "
            "forward, merge or disband them.",
            left,
        )
        return LeftOpen(sentence % {"count": left})
    return None


def left_open_of(group):
    return left_open(queries.undecided(group))
