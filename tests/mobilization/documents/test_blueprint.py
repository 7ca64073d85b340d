import pytest
from django.utils import timezone

from core import documents
from core.problems import Problem
from mobilization.documents import blueprint
from mobilization.documents.kinds import KINDS
from mobilization.models import Blueprint, Decision, LeadershipSeat, Plan
from tests.factories.accounts import OrganisationFactory, PersonFactory
from tests.factories.blueprints import approved_plan, signed
from tests.factories.plans import plan_in
from tests.factories.process import LeadershipSeatFactory, SeatFactory
from tests.pdf import reader_of, text_of
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    return approved_plan(title="An evening school")


@pytest.fixture
def group(plan):
    signed(plan.team.group)
    return plan.team.group


def printed(group):
    _title, html = blueprint.render(group, None)
    return documents.to_pdf(html)[0]


def test_it_holds_statement_plan_commitments_and_the_leadership_group(group, plan):
    text = text_of(printed(group))

    assert "We stand behind these plans." in text
    assert f"Signed by {group.blueprint.signed_by.name}, co-chair of the Leadership Group" in text
    assert "on June 1, 2027" in text
    assert "An evening school" in text
    assert "Forty technicians certified Certificates awarded by the college Dec 1, 2027" in text
    assert f"{plan.team.champion.name} Lends two trainers" in text
    assert f"{group.blueprint.signed_by.name} (co-chair)" in text
    assert "Version 1, approved by the Leadership Group" in text


def test_a_plan_stands_as_it_was_approved(group, plan):
    Plan.objects.filter(pk=plan.pk).update(title="Something nobody approved")

    text = text_of(printed(group))

    assert "An evening school" in text
    assert "Something nobody approved" not in text


def test_plans_that_are_not_approved_stay_outside(group, plan):
    plan_in(
        "with_leadership", title="A laboratory", team__priority__meeting=plan.team.priority.meeting
    )

    assert "A laboratory" not in text_of(printed(group))


def test_without_an_approved_plan_there_is_no_blueprint():
    plan = plan_in("with_leadership")
    signed(plan.team.group)

    with refused("no_approved_plan"):
        blueprint.render(plan.team.group, None)


def test_a_voided_approval_is_none(group, plan):
    Decision.objects.update(voided_at=timezone.now())

    with refused("no_approved_plan"):
        blueprint.render(group, None)


def test_without_a_statement_there_is_no_blueprint(plan):
    with refused("no_statement"):
        blueprint.render(plan.team.group, None)


def test_it_is_a_tagged_pdf_with_title_and_language(group):
    reader = reader_of(printed(group))

    catalog = reader.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert reader.metadata.title == f"Blueprint: {group.cluster.name}"
    assert reader.metadata.author == group.initiative.name


def test_another_statement_changes_the_basis(group):
    kind = KINDS["blueprint"]
    before = documents.digest(kind.basis(group))

    Blueprint.objects.update(statement="We stand behind them even more.")

    assert documents.digest(kind.basis(group)) != before


def test_without_data_it_has_no_figures(group):
    assert blueprint.figures_of(group.cluster) == {}
    with pytest.raises(Problem):
        blueprint.queries.cluster_table(group.cluster)


@pytest.mark.parametrize("leaders", [18, 20])
def test_no_co_chair_stands_alone_on_a_page(group, leaders):
    for number in range(leaders):
        person = PersonFactory(
            initiative=group.initiative,
            name=f"Leader {number}",
            organisation=OrganisationFactory(initiative=group.initiative),
        )
        LeadershipSeatFactory(person=person, sector=LeadershipSeat.Sector.values[number % 4])
    for number in range(3):
        chair = PersonFactory(initiative=group.initiative, name=f"Chair {number}")
        SeatFactory(group=group, person=chair, role="co_chair")

    pages = [page.extract_text() for page in reader_of(printed(group)).pages]

    assert sum("Chair 0" in page for page in pages) == 1
    (page,) = (page for page in pages if "Chair 0" in page)
    assert "Chair 1" in page
    assert "Chair 2" in page
