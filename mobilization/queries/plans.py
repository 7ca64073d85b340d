"""Reading plans: by initiative, by group, by person, and a plan's whole content."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.shortcuts import get_object_or_404

from mobilization.models import (
    Commitment,
    Decision,
    ImplementationNeed,
    Meeting,
    Outcome,
    Plan,
    PlanStep,
    PlanVersion,
    Team,
    TeamMember,
)
from mobilization.models.plans import CLOSED_STATES, JUDGE, JUDGED, MEETINGS_OF_STATE

GROUP = "team__priority__meeting__group"

# What a plan's own text is, and the lines of each part: the content of a version.
TEXTS = ("title", "goal", "structure")
PARTS = {
    "outcomes": (
        Outcome,
        (
            *("text", "measure", "baseline", "target", "due"),
            *JUDGED,
        ),
    ),
    "steps": (PlanStep, ("text", "due")),
    "needs": (ImplementationNeed, ("kind", "text")),
    "commitments": (Commitment, ("person_id", "text", "due")),
}


def in_initiative(initiative):
    """The initiative's plans with their team, group and place, and which meetings are over."""
    plans = Plan.objects.filter(**{f"{GROUP}__cluster__initiative": initiative}).select_related(
        f"{GROUP}__cluster__initiative", "team__champion", "team__convener", "merged_into"
    )
    return plans.annotate(**{f"is_over_{number}": is_over(number) for number in (2, 3)})


def is_over(number):
    closed = Meeting.objects.filter(number=number, state=Meeting.State.CLOSED)
    return Exists(closed.filter(group=OuterRef(GROUP)))


def meeting_ahead(plan):
    """The number of the meeting that decides on the plan next; None where none is left."""
    numbers = MEETINGS_OF_STATE.get(plan.state, ())
    return next((number for number in numbers if not getattr(plan, f"is_over_{number}")), None)


def of_group(group):
    return in_initiative(group.initiative).filter(**{GROUP: group})


def find(plans, plan_id):
    """One of `plans` with its whole content, else 404."""
    return get_object_or_404(whole(plans), pk=plan_id)


def team_to_start(teams, team_id):
    return get_object_or_404(teams, pk=team_id)


def readable_by(person):
    """The plans that a person reads: all for the Leadership Group, else those of their groups."""
    plans = in_initiative(person.initiative)
    if hasattr(person, "leadership_seat"):
        return plans
    of_seats = Q(**{f"{GROUP}__seats__person": person})
    return plans.filter(of_seats | Q(team__members__person=person)).distinct()


def listed(plans):
    """Plans as a list shows them: outcomes and commitments counted, decided versions."""
    decided = (
        PlanVersion.objects.filter(decision__isnull=False)
        .defer("content")
        .select_related("decision__recorded_by")
        .prefetch_related("decision__conditions", "decision__members_present")
    )
    return (
        plans.annotate(
            outcome_count=Count("outcomes", distinct=True),
            commitment_count=Count("commitments", distinct=True),
        )
        .prefetch_related(Prefetch("versions", decided, to_attr="decided"))
        .order_by(f"{GROUP}__cluster__name", "pk")
    )


def decisions_on(plan):
    """Every decision on the plan, the latest first, with the version it is bound to."""
    decisions = Decision.objects.filter(version__plan=plan).select_related("version", "recorded_by")
    return decisions.prefetch_related("conditions", "members_present").order_by("-version__number")


def is_decided(plan):
    """True if the plan stands as the Leadership Group last decided on it."""
    return Decision.objects.filter(version__plan=plan, version__number=plan.version).exists()


def versions_of(plan):
    """Who saved which version and when, the latest first."""
    return plan.versions.defer("content").order_by("-number")


def version_numbers(plan):
    """The numbers of the plan's versions with who saved each and when, the latest first."""
    return list(versions_of(plan).values_list("number", "edited_by_name", "at"))


def contents_of(plan, *numbers):
    """The whole content of each of these versions that there is, in their order."""
    found = plan.versions.filter(number__in=numbers).values_list("number", "content")
    contents = dict(found)
    return [contents[number] for number in numbers if number in contents]


def last_editor(plan):
    """The name of whoever saved the plan's latest version."""
    return versions_of(plan)[0].edited_by_name


def editors_between(plan, earlier, later):
    """The names of those who saved a version between these two, each once."""
    between = plan.versions.filter(number__gt=earlier, number__lt=later)
    return list(dict.fromkeys(between.values_list("edited_by_name", flat=True)))


def whole(plans):
    """Plans with every part of their content, as one page shows them."""
    return plans.prefetch_related(
        "outcomes",
        "steps",
        "needs",
        Prefetch("commitments", Commitment.objects.select_related("person__organisation")),
        Prefetch("team__members", TeamMember.objects.select_related("person__organisation")),
    )


def meetings_at_plans(group):
    """The numbers of the group's meetings that are at their plans now."""
    at_plans = Meeting.objects.filter(group=group, state=Meeting.State.DECIDING)
    return set(at_plans.values_list("number", flat=True))


def undecided(group):
    """The group's plans on which a meeting decides."""
    return of_group(group).filter(state__in=MEETINGS_OF_STATE)


def teams_without_plan():
    """The teams that can start one."""
    return planless().filter(state=Team.State.WORKING)


def planless():
    """Those that ended without one too."""
    return Team.objects.filter(plan=None).select_related(
        "priority__meeting__group__cluster__initiative", "champion", "convener"
    )


def open_teams_in(initiative):
    return teams_without_plan().filter(priority__meeting__group__cluster__initiative=initiative)


def planless_of_group(group):
    return planless().filter(priority__meeting__group=group).select_related("merged_into__priority")


def open_teams_of(person):
    """The person's teams that have no plan yet."""
    return teams_without_plan().filter(members__person=person)


def plans_of_member(person):
    plans = in_initiative(person.initiative)
    return plans.filter(team__members__person=person).order_by("pk")


def waiting_for_decision(initiative):
    return in_initiative(initiative).filter(state=Plan.State.WITH_LEADERSHIP).order_by("pk")


def leaders(initiative):
    """The people of the Leadership Group, its co-chairs first."""
    people = initiative.people.filter(leadership_seat__isnull=False)
    return people.select_related("organisation", "leadership_seat").order_by(
        "-leadership_seat__is_co_chair", "name"
    )


def version_of(plan, number):
    """The plan's version with that number, else 404."""
    return get_object_or_404(plan.versions.select_related("plan"), number=number)


def merge_targets(plan):
    """The plans of the same group that this one can be merged into."""
    return of_group(plan.team.group).exclude(pk=plan.pk).exclude(state__in=CLOSED_STATES)


def people_who_can_commit(plan):
    """Who can be named in a commitment: the group, the team and the Leadership Group."""
    people = plan.initiative.people.filter(
        Q(seats__group=plan.team.group)
        | Q(team_memberships__team=plan.team)
        | Q(leadership_seat__isnull=False)
        | Q(commitments__plan=plan)
    )
    return people.distinct().order_by("name")


def content_of(plan):
    """The plan's whole content as plain JSON: texts, lines with their ids, members.

    Dates are ISO strings. Lines stand in the order of the plan.
    """
    return {
        **{name: getattr(plan, name) for name in TEXTS},
        **{
            part: [line(row, names) for row in rows(plan, part)]
            for part, (_, names) in PARTS.items()
        },
        "members": [
            {"id": member.person_id, "name": member.person.name}
            for member in plan.team.members.select_related("person")
        ],
    }


def rows(plan, part):
    found = getattr(plan, part).all()
    return found.select_related("person") if part == "commitments" else found


def line(row, names):
    """One line of a part with its id; a commitment also keeps the person's name.

    An outcome also keeps who judged it, which is no text that anybody edits.
    """
    judge = JUDGE if isinstance(row, Outcome) else ()
    kept = {"id": row.pk, **{name: plain(getattr(row, name)) for name in (*names, *judge)}}
    if "person_id" in names:
        kept["name"] = row.person.name
    return kept


def plain(value):
    return value.isoformat() if isinstance(value, date) else value


def says_the_same(one, other):
    """True if two contents hold the same texts and lines; ids and members do not count."""
    return told(one) == told(other)


def told(content):
    lines = {
        part: [
            [plain(row.get(name, default_of(model, name))) for name in names]
            for row in content[part]
        ]
        for part, (model, names) in PARTS.items()
    }
    return {**{name: content[name] for name in TEXTS}, **lines}


def default_of(model, name):
    return model._meta.get_field(name).get_default()
