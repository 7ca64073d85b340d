"""How the demo begins: the initiative, its team, its region and data, its leaders, its clusters."""

import secrets
from io import StringIO
from pathlib import Path

from django.core.management import call_command

from accounts.models import Membership, Organisation
from accounts.services import initiatives, people
from accounts.services import team as support
from clusters.services import briefings, definitions
from mobilization.demo import cast, plans, region
from mobilization.demo.people import POSITIONS, PUBLIC_BODIES, TEAM, WORDS, email_of
from mobilization.services import groups

FIGURES = Path(__file__).parent / "central_ohio_2016_2023.csv"
AREA = "central-ohio"


def found():
    """The initiative with its figures and its support team: {role: membership}."""
    initiative = initiatives.create_initiative(
        slug=region.SLUG,
        name=region.NAME,
        time_zone=region.TIME_ZONE,
        email=email_of(TEAM["manager"]),
        manager_name=TEAM["manager"],
        password=secrets.token_urlsafe(24),
    )
    initiative.purpose = region.PURPOSE
    initiative.save(update_fields=["purpose"])
    manager = initiative.memberships.select_related("user").get()
    team = {Membership.Role.MANAGER: manager}
    for role in ("lead_facilitator", "recorder", "administrator"):
        name = TEAM[role]
        team[role] = support.add(
            initiative=initiative, email=email_of(name), role=role, name=name, by=manager.user
        )
    load_figures(manager.user)
    return team


def load_figures(manager):
    """The region's and the nation's figures, by the ordinary importer."""
    out = StringIO()
    call_command("import_qcew", str(FIGURES), stdout=out)
    call_command(
        "set_region",
        initiative=region.SLUG,
        name=region.NAME,
        areas=(AREA,),
        base=region.BASE,
        start=region.START,
        end=region.END,
        commute=True,
        reason=region.REGION_REASON,
        series_cpi=region.PRICE_SERIES,
        by=manager.email,
        stdout=out,
    )


def seat_the_leadership_group(team):
    """Twenty-one leaders, a dozen from business, and two of them co-chairs."""
    manager = team["manager"]
    for number, name in enumerate(cast.LEADERS):
        body, sector = body_of(number)
        organisation = find_or_add(manager, name=body)
        person = people.add_person(
            initiative=manager.initiative,
            name=name,
            email=email_of(name),
            title=POSITIONS[number % len(POSITIONS)] if sector == "business" else "Director",
            organisation=organisation,
            by=manager.user,
        )
        groups.seat_leader(
            person=person,
            sector=sector,
            is_co_chair=name in cast.LEADERSHIP_CO_CHAIRS,
            by=manager.user,
        )


def body_of(number):
    """The organisation and sector of the leader of that number: public bodies come last."""
    from_the_end = len(cast.LEADERS) - number
    if from_the_end <= len(PUBLIC_BODIES):
        return PUBLIC_BODIES[-from_the_end]
    return f"{WORDS[number % len(WORDS)]} Holdings {number + 1}", "business"


def find_or_add(manager, *, name, industry="", size=""):
    known = Organisation.objects.filter(initiative=manager.initiative, name=name).first()
    return known or people.add_organisation(
        initiative=manager.initiative, name=name, industry=industry, size=size, by=manager.user
    )


def define_clusters(team):
    """The three clusters with their industries: {key: cluster}."""
    manager = team["manager"]
    clusters = {}
    for key, (name, description, roles) in region.CLUSTERS.items():
        cluster = definitions.define(
            initiative=manager.initiative, name=name, description=description, by=manager.user
        )
        for role, codes in roles.items():
            for code in codes:
                definitions.add_industry(cluster=cluster, naics=code, role=role, by=manager.user)
        clusters[key] = cluster
    briefings.write(cluster=clusters["freight"], **plans.BRIEFING, by=manager.user)
    return clusters
