"""Plans in lists: where each stands, what it holds, what can be done with it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from mobilization.models import Decision, Plan
from mobilization.models.plans import CLOSED_STATES, MEETINGS_OF_STATE
from mobilization.presenters.plans.places import Action, decisions_in_the_room
from mobilization.queries import plans as queries

State = Plan.State


@dataclass(frozen=True)
class Row:
    """A plan in a list: where it stands and what can be done with it there."""

    plan: Plan
    url: str
    sentence: str
    counts: str
    decision: Decision | None = None
    actions: list[Action] = field(default_factory=list)


def row(plan, place, actions=()):
    return Row(
        plan=plan,
        url=place.url("plan", plan.pk),
        sentence=where_it_stands(plan),
        counts=counts(plan),
        decision=latest_decision(plan),
        actions=list(actions),
    )


def rows(plans, place):
    return [row(plan, place) for plan in queries.listed(plans)]


def rows_of_group(group, place, actor):
    """The group's plans with the moves that are open to the actor in a meeting now at its plans."""
    open_numbers = queries.meetings_at_plans(group)
    plans = list(queries.listed(queries.of_group(group)))
    alone = sum(plan.state not in CLOSED_STATES for plan in plans) < 2
    return [
        row(plan, place, decisions_in_the_room(plan, place, actor, open_numbers, alone=alone))
        for plan in plans
    ]


def rows_of_meeting(meeting, place, actor):
    """The group's plans as the page of Meeting 2 or 3 shows them."""
    return rows_of_group(meeting.group, place, actor)


def by_cluster(rows):
    """[(cluster group, [rows])] in the order of the rows."""
    groups = {}
    for each in rows:
        groups.setdefault(each.plan.team.group, []).append(each)
    return list(groups.items())


STANDINGS = [
    (State.WITH_LEADERSHIP, gettext_lazy("Waiting for the decision")),
    (State.WITHHELD, gettext_lazy("Withheld with conditions")),
    (State.APPROVED, gettext_lazy("Approved")),
    (State.ACTION, gettext_lazy("On the way to Meeting 3")),
    (State.CONCEPTUAL, gettext_lazy("On the way to Meeting 2")),
]


def by_standing(rows):
    """[(words, [rows])] in the order that matters to the Leadership Group; empty ones left out."""
    found = [
        (words, [row for row in rows if row.plan.state == state]) for state, words in STANDINGS
    ]
    return [(words, standing) for words, standing in found if standing]


def counts(plan):
    outcomes = ngettext("%d outcome", "%d outcomes", plan.outcome_count) % plan.outcome_count
    promised = ngettext("%d commitment", "%d commitments", plan.commitment_count)
    version = _("version %d") % plan.version
    return ", ".join([version, outcomes, promised % plan.commitment_count])


def latest_decision(plan):
    """The last decision of the Leadership Group, from a listed plan, or None."""
    return plan.decided[-1].decision if plan.decided else None


UNDECIDED = {
    (State.CONCEPTUAL, 2): gettext_lazy(
        "The team drafts it; Meeting 2 decides whether it goes forward."
    ),
    (State.CONCEPTUAL, 3): gettext_lazy(
        "Meeting 2 has not decided on it. Meeting 3 can take it forward, merge or disband it."
    ),
    (State.ACTION, 3): gettext_lazy(
        "The team fills it in; Meeting 3 decides whether it goes forward."
    ),
    (State.CONCEPTUAL, None): gettext_lazy(
        "No meeting has decided on it. Open Meeting 3 again to decide."
    ),
    (State.ACTION, None): gettext_lazy(
        "Meeting 3 has not decided on it. Open Meeting 3 again to decide."
    ),
}


def where_it_stands(plan):
    """One sentence: what is next for the plan and who holds it."""
    if plan.state == State.MERGED:
        return _("Merged into “%(title)s”.") % {"title": plan.merged_into.title}
    if plan.state in MEETINGS_OF_STATE:
        return UNDECIDED[plan.state, queries.meeting_ahead(plan)]
    return {
        State.WITH_LEADERSHIP: _("It waits for the Leadership Group's decision."),
        State.APPROVED: _("The Leadership Group has approved it."),
        State.WITHHELD: _("The team meets the conditions in the plan and sends it again."),
        State.DISBANDED: _("The cluster group has disbanded it."),
    }[plan.state]
