"""The words of a blueprint."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from mobilization.models import ImplementationNeed, LeadershipSeat
from mobilization.presenters.measures import measured
from mobilization.presenters.personal import Entry
from mobilization.queries.blueprints import waiting_for_statement


def blueprint(facts):
    """What the blueprint's template places, from the facts of one group."""
    return {
        **facts,
        "plans": [plan(number, row) for number, row in enumerate(facts["plans"], start=1)],
        "sectors": by_sector(facts["leaders"]),
    }


def plan(number, row):
    """One approved plan: the content of the approved version, dated and grouped for reading."""
    content = row["content"]
    return {
        **row,
        "anchor": f"plan-{number}",
        "title": content["title"],
        "goal": content["goal"],
        "structure": content["structure"],
        "outcomes": [{**row, "measured": measured_in(row)} for row in dated(content["outcomes"])],
        "steps": dated(content["steps"]),
        "needs": needs(content["needs"]),
        "commitments": dated(content["commitments"]),
        "members": [member["name"] for member in content["members"]],
    }


def measured_in(row):
    """The measure of a kept outcome; plans approved long ago have no baseline and no target."""
    return measured(row["measure"], row.get("baseline", ""), row.get("target", ""))


def dated(lines):
    """Lines with `due` as a date, or None where there is none."""
    return [{**row, "due": row["due"] and date.fromisoformat(row["due"])} for row in lines]


def needs(lines):
    """[(kind in words, [texts])] in the order of the kinds."""
    kinds = ImplementationNeed.Kind
    found = [(kind.label, [row["text"] for row in lines if row["kind"] == kind]) for kind in kinds]
    return [(label, texts) for label, texts in found if texts]


def by_sector(leaders):
    """[(sector, [members])] in the Guide's order of sectors, as they come inside each."""
    sectors = [str(label) for label in LeadershipSeat.Sector.labels]
    found = [(sector, [row for row in leaders if row["sector"] == sector]) for sector in sectors]
    return [(sector, members) for sector, members in found if members]


def entries(link):
    """The statements that wait for a co-chair of the Leadership Group."""
    seat = getattr(link.person, "leadership_seat", None)
    if not seat or not seat.is_co_chair:
        return []
    return [entry(link, group) for group in waiting_for_statement(link.person.initiative)]


def entry(link, group):
    return Entry(
        title=_("Statement for the blueprint: %(cluster)s") % {"cluster": group},
        sentence=_("Plans are approved. The blueprint needs the Leadership Group's statement."),
        action=_("Write and sign the statement"),
        url=reverse("sign_blueprint", args=[link.token, group.cluster.slug]),
        urgent=True,
    )
