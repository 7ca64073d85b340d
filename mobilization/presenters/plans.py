"""The words about plans: where each stands, what the Guide says of it, what can be done."""

import re
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core import guide
from core.access import may
from mobilization.models import Decision, ImplementationNeed, Plan
from mobilization.models.plans import CLOSED_STATES, MEETING_OF_STATE, PROCESS
from mobilization.presenters import one_page
from mobilization.presenters.personal import Entry
from mobilization.queries import plans as queries

State = Plan.State

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
    return [
        row(plan, place, decisions_in_the_room(plan, place, actor, open_numbers))
        for plan in queries.listed(queries.of_group(group))
    ]


def rows_of_meeting(meeting, place, actor):
    """The group's plans as the page of Meeting 2 or 3 shows them."""
    return rows_of_group(meeting.group, place, actor)


def decisions_in_the_room(plan, place, actor, open_numbers):
    if MEETING_OF_STATE.get(plan.state) not in open_numbers:
        return []
    return [
        Action(step.label, place.url("plan_move", plan.pk, step.name))
        for step in PROCESS.open_to(plan, actor)
    ]


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


def where_it_stands(plan):
    """One sentence: what is next for the plan and who holds it."""
    if plan.state == State.MERGED:
        return _("Merged into “%(title)s”.") % {"title": plan.merged_into.title}
    return {
        State.CONCEPTUAL: _("The team drafts it; Meeting 2 decides whether it goes forward."),
        State.ACTION: _("The team fills it in; Meeting 3 decides whether it goes forward."),
        State.WITH_LEADERSHIP: _("It waits for the Leadership Group's decision."),
        State.APPROVED: _("The Leadership Group has approved it."),
        State.WITHHELD: _("The team meets the conditions in the plan and sends it again."),
        State.DISBANDED: _("The cluster group has disbanded it."),
    }[plan.state]


def lights(plan):
    """What the Guide says of the plan as it stands; soft, except for the commitments."""
    outcomes = list(plan.outcomes.all())
    passed = sum(passes(outcome) for outcome in outcomes)
    found = [
        guide.outcomes(len(outcomes)),
        guide.four_part_test(passed, len(outcomes)),
        guide.one_page(one_page.density(plan) is not None),
    ]
    if plan.state == State.CONCEPTUAL:
        return found
    steps = list(plan.steps.all())
    dated = sum(step.due is not None for step in steps)
    commitments = len(plan.commitments.all())
    return [*found, guide.dated_steps(dated, len(steps)), guide.clear_commitments(commitments)]


def passes(outcome):
    return all(getattr(outcome, name) for name, _label, _words in TEST_PARTS)


def hints(plan, today=None):
    """What the machine notices in the wording; people judge, so nothing is refused for it."""
    today = today or timezone.localdate()
    return [hint for outcome in plan.outcomes.all() for hint in hints_on(outcome, today)]


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


def timeline_of(plan):
    """The steps in the order of their dates; those without one stand last."""
    return sorted(plan.steps.all(), key=lambda step: (step.due is None, step.due or date.max))


def needs_by_kind(plan):
    """[(kind in words, [needs])] in the order of the kinds; empty kinds are left out."""
    needs = list(plan.needs.all())
    grouped = [
        (label, [need for need in needs if need.kind == kind])
        for kind, label in ImplementationNeed.Kind.choices
    ]
    return [(label, found) for label, found in grouped if found]


def page(plan, place, actor):
    """Everything that the page of a plan places."""
    closed = plan.state in CLOSED_STATES
    return {
        "plan": plan,
        "sentence": where_it_stands(plan),
        "lights": [] if closed else lights(plan),
        "hints": [] if closed else hints(plan),
        "decisions": list(queries.decisions_on(plan)),
        "versions": queries.versions_of(plan),
        "process": PROCESS,
        **ways_on(plan, place, actor),
        **content(plan),
    }


WITH_THE_LEADERS = {State.WITH_LEADERSHIP, State.APPROVED}


def ways_on(plan, place, actor):
    """The addresses that are open to the actor from the plan's page."""
    writes = plan.state not in CLOSED_STATES and may(actor, "mobilization.edit_plan", plan)
    decides = plan.state == State.WITH_LEADERSHIP and may(actor, "mobilization.decide_plan", plan)
    sends = plan.state == State.WITHHELD and writes and not queries.is_decided(plan)
    in_meeting = decisions_in_the_room(
        plan, place, actor, queries.meetings_at_plans(plan.team.group)
    )
    return {
        "plan_url": place.url("plan", plan.pk),
        "print_url": place.url("plan_print", plan.pk),
        "edit_url": place.url("plan_edit", plan.pk) if writes else "",
        # An edit takes a plan back from the Leadership Group, so it is not the step that is next.
        "edit_tone": "secondary" if plan.state in WITH_THE_LEADERS else "primary",
        "decide_url": place.url("decision", plan.pk) if decides else "",
        "send_url": place.url("plan_send", plan.pk) if sends else "",
        "in_meeting": in_meeting,
    }


PARTS = {
    "outcomes": {
        "title": gettext_lazy("Outcomes"),
        "words": gettext_lazy(
            "A few good ones. Say what will be different, how it is measured, and by when. "
            "Empty an outcome to take it out."
        ),
        "legend": gettext_lazy("Outcome"),
        "add": gettext_lazy("Add an outcome"),
    },
    "steps": {
        "title": gettext_lazy("Steps"),
        "words": gettext_lazy(
            "What has to happen, in its order. In the action plan the dates make the timeline."
        ),
        "legend": gettext_lazy("Step"),
        "add": gettext_lazy("Add a step"),
    },
    "needs": {
        "title": gettext_lazy("What it takes"),
        "words": gettext_lazy("Money, expertise and materials, as exactly as you know them."),
        "legend": gettext_lazy("Need"),
        "add": gettext_lazy("Add a need"),
    },
    "commitments": {
        "title": gettext_lazy("Commitments"),
        "words": gettext_lazy(
            "Who has promised what, by when. Without at least one the plan does not go forward."
        ),
        "legend": gettext_lazy("Commitment"),
        "add": gettext_lazy("Add a commitment"),
    },
}


def parts(sheet):
    """The rows of the form with their words."""
    return [{"name": name, "rows": rows, **PARTS[name]} for name, rows in sheet.parts.items()]


MEANINGS = {
    "take_forward": gettext_lazy(
        "The conceptual plan becomes an action plan: the team adds dates, what it takes, and "
        "who has promised what."
    ),
    "merge": gettext_lazy(
        "This plan closes, and its team joins the other. The text stays readable here; the "
        "other plan stays as it is until somebody edits it."
    ),
    "disband": gettext_lazy("The plan closes for good. Its text and the reason stay readable."),
    "send_to_leadership": gettext_lazy(
        "The plan goes to the Leadership Group, and its co-chairs get a letter."
    ),
}


def content(plan):
    return {
        "test_parts": TEST_PARTS,
        "outcomes": [(outcome, tested(outcome)) for outcome in plan.outcomes.all()],
        "steps": timeline_of(plan),
        "needs": needs_by_kind(plan),
        "commitments": plan.commitments.all(),
        "members": [member.person for member in plan.team.members.all()],
        "members_line": one_page.members_line(plan),
    }


def tested(outcome):
    """[(part of the test, True if it was judged to be met)]."""
    return [(label, getattr(outcome, name)) for name, label, _words in TEST_PARTS]


def entries(link):
    """What waits for the person: plans to write, plans to decide on, plans to read."""
    person = link.person
    place = Place(link.token, "personal_")
    return [
        *(to_start(team, place) for team in queries.open_teams_of(person)),
        *(to_write(plan, place) for plan in queries.plans_of_member(person)),
        *to_decide(person, place),
        *to_read(person, place),
    ]


def to_start(team, place):
    return Entry(
        title=_("Your team's plan"),
        sentence=_("“%(team)s” has no plan yet. Begin with a title and the long-term goal.")
        % {"team": team},
        action=_("Start the plan"),
        url=place.url("plan_start", team.pk),
        urgent=True,
    )


def to_write(plan, place):
    closed = plan.state in CLOSED_STATES
    return Entry(
        title=_("Your team's plan: %(title)s") % {"title": plan.title},
        sentence=where_it_stands(plan),
        action=_("Read the plan") if closed else _("Read or edit the plan"),
        url=place.url("plan", plan.pk),
        urgent=plan.state == State.WITHHELD,
    )


def to_decide(person, place):
    seat = getattr(person, "leadership_seat", None)
    if not seat or not seat.is_co_chair:
        return []
    return [
        Entry(
            title=_("A plan waits for the Leadership Group's decision"),
            sentence=f"{plan.title} ({plan.team.group})",
            action=_("Read and decide"),
            url=place.url("decision", plan.pk),
            urgent=True,
        )
        for plan in queries.waiting_for_decision(person.initiative)
    ]


def to_read(person, place):
    if not queries.readable_by(person).exists():
        return []
    return [
        Entry(
            title=_("Plans"),
            sentence=_("Where every plan that concerns you stands."),
            action=_("See the plans"),
            url=place.url("plan_list"),
        )
    ]
