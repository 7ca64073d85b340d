"""Meetings 2 and 3 as files: the teams with their plans, and what the room said of them.

Names stand where people put them down themselves: champion, convener, members, who presented, who
promised what. What the Leadership Group said is the teams' own.
"""

from django.utils.translation import gettext as _

from core.spreadsheets import Table
from mobilization.models import Feedback, Plan, Presentation
from mobilization.queries import exports as queries
from mobilization.queries import later_summaries

WAITING = Presentation.State.WAITING
NO_PLAN = {
    **dict.fromkeys(("title", "state", "merged_into", "goal"), ""),
    **{key: [] for key in ("outcomes", "commitments", "members")},
}


def team_facts(meeting, plans):
    """[JSON-able facts] of the teams, by priority area, from those of their `plans`.

    These come from queries.later_summaries, and are told as they stood at the close.
    """
    plans = {plan.pop("team_id"): plan for plan in plans}
    return [facts_of(team, plans.get(team.pk, NO_PLAN)) for team in queries.teams(meeting)]


def facts_of(team, plan):
    turn = next(iter(team.turns), None)
    return {
        **plan,
        "team": str(team),
        "champion": team.champion.name,
        "convener": team.convener.name,
        "presenter": turn.person.name if turn and turn.person else "",
        "presentation": turn.state if turn else WAITING,
        "feedback": [
            {"kind": row.kind, "text": row.text, "answer": row.answer} for row in team.said
        ],
    }


def tables(meeting):
    """The plans, and what stands on the flip charts."""
    [facts] = later_summaries.facts([meeting]).values()
    teams = team_facts(meeting, facts["plans"])
    return [plans_table(teams), charts_table(teams)]


def plans_table(teams):
    heading = [_("Team"), _("Plan"), _("State"), _("Merged into"), _("Presenter")]
    heading += [_("Presentation"), _("Goal"), _("Outcomes"), _("Commitments"), _("Convener")]
    rows = [
        [
            team["team"],
            team["title"],
            str(Plan.State(team["state"]).label) if team["state"] else _("No plan yet"),
            team["merged_into"],
            team["presenter"],
            str(Presentation.State(team["presentation"]).label),
            team["goal"],
            "; ".join(team["outcomes"]),
            "; ".join(f"{line['name']}: {line['text']}" for line in team["commitments"]),
            team["convener"],
        ]
        for team in teams
    ]
    return Table(_("Plans"), heading, rows)


def charts_table(teams):
    heading = [_("Team"), _("Kind"), _("What was said"), _("Answer of the team")]
    kinds = dict(Feedback.Kind.choices)
    rows = [
        [team["team"], str(kinds[line["kind"]]), line["text"], line["answer"]]
        for team in teams
        for line in team["feedback"]
    ]
    return Table(_("Flip charts"), heading, rows)
