"""What waits on a personal page: plans to write, to decide on, to read."""

from django.utils.translation import gettext as _

from mobilization.models import Plan
from mobilization.models.plans import CLOSED_STATES
from mobilization.presenters.personal import Entry
from mobilization.presenters.plans.places import Place
from mobilization.presenters.plans.rows import where_it_stands
from mobilization.queries import plans as queries


def entries(link):
    """What waits for the person: plans to write, plans to decide on, plans to read."""
    person = link.person
    place = Place(link.token, "personal_")
    return [
        *teams_to_start(person, place),
        *(to_write(plan, place) for plan in queries.plans_of_member(person)),
        *to_decide(person, place),
        *to_read(person, place),
    ]


def teams_to_start(person, place):
    return [to_start(team, place) for team in queries.open_teams_of(person)]


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
        urgent=plan.state == Plan.State.WITHHELD,
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
