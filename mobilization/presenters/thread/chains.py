"""The thread as a chain of stations, from either end."""

from clusters import queries as clusters
from clusters.presenters.briefings import sources as source_groups
from core.problems import Problem
from mobilization.presenters.thread import data, plans, room
from mobilization.queries import thread as queries


def back(outcome):
    """From an outcome to the source files of its cluster's figures."""
    plan, team = outcome.plan, outcome.plan.team
    priority, meeting = team.priority, team.priority.meeting
    group = meeting.group
    behind = list(queries.requirements_in(priority))
    titles = clusters.industry_titles()
    return [
        plans.outcome(outcome),
        plans.plan(plan),
        plans.decision(queries.decisions_on([plan]).get(plan.pk), group.initiative),
        plans.team(team),
        room.priority(priority, behind),
        room.requirements(behind, meeting),
        room.cards(queries.behind(behind), meeting),
        room.invitees(queries.invited(group), titles, group),
        *data_of(group),
        *seen_of(group, group.cluster.codes),
    ]


def data_of(group):
    """The stations of the data; where there is none, the cluster says why."""
    try:
        table = clusters.cluster_table(group.cluster)
        sources = source_groups(clusters.cluster_sources(group.cluster))
    except Problem as problem:
        return [data.cluster(group, None, str(problem))]
    return [
        data.cluster(group, table),
        data.industries(group, table),
        data.sources(sources),
    ]


def seen_of(group, codes):
    """The station of what the team saw in the table, where it saw something."""
    lines = list(clusters.observations_on(group.initiative, codes))
    return [data.observations(lines, group.initiative)] if lines else []


def forward(group, naics):
    """From an industry to the outcomes of its cluster's plans."""
    meeting = queries.first_meeting(group)
    stations = beginning(group, naics)
    if meeting is None:
        return stations
    return [
        *stations,
        room.requirements(list(queries.requirements_of(meeting)), meeting),
        room.priorities(list(queries.priorities_of(meeting)), meeting),
        plans.teams(list(queries.teams_of(group)), group),
        *endings(queries.plans_of(group), group),
    ]


def beginning(group, naics):
    titles = clusters.industry_titles()
    table, trouble = figures_of(group.cluster)
    invited = [row for row in queries.invited(group) if row.naics == naics]
    return [
        data.industry(group, naics, titles, table, trouble),
        *seen_of(group, [naics]),
        data.cluster(group, table, trouble),
        room.invitees(invited, titles, group, links=False),
    ]


def figures_of(cluster):
    """(the cluster's table, '') or (None, why there is none)."""
    try:
        return clusters.cluster_table(cluster), ""
    except Problem as problem:
        return None, str(problem)


def endings(written, group):
    """The stations of each plan that is `written`."""
    decisions = queries.decisions_on(written)
    for plan in written:
        yield plans.plan(plan)
        yield plans.decision(decisions.get(plan.pk), group.initiative)
        yield plans.outcomes(plan)
