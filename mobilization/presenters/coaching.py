"""The words about the coaching of a team."""

from core import guide
from mobilization.queries import coaching as queries


def of_team(team):
    """Who goes along with the team, what was talked about, and what the Guide says of it."""
    facilitator, talks = queries.facilitator_of(team), list(team.talks.all())
    return {
        "facilitator": facilitator,
        "talks": talks,
        "advice": guide.coaching(facilitator is not None, len(talks)),
    }
