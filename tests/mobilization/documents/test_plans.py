"""The conceptual plan on one page, in print, on either paper."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from core import documents
from core.problems import Problem
from mobilization.documents import plans
from mobilization.models import TeamMember
from mobilization.models.plans import MOST_LINES
from mobilization.presenters import one_page
from mobilization.presenters import plans as presenter
from tests.factories.accounts import OrganisationFactory, PersonFactory
from tests.factories.plans import plan_in
from tests.factories.process import OutcomeFactory, PlanStepFactory

WORDS = "The colleges and the firms of the region train technicians together and share the cost. "
PAPERS = {"letter": (612, 792), "a4": (595, 842)}


def text(length):
    return (WORDS * 10)[: length - 1] + "."


def longest_plan(words=text, people=12):
    """As much as the form takes, and a large team."""
    plan = plan_in(title=words(120), goal=words(400))
    plan.outcomes.all().delete()
    for _ in range(MOST_LINES["outcomes"]):
        OutcomeFactory(
            plan=plan,
            text=words(240),
            measure=words(160),
            baseline=words(80),
            target=words(80),
            due=date(2027, 9, 30),
        )
    for _ in range(MOST_LINES["steps"]):
        PlanStepFactory(plan=plan, text=words(240))
    firm = OrganisationFactory(initiative=plan.initiative, name="Invented Instruments of Ohio")
    for number in range(people):
        person = PersonFactory(
            initiative=plan.initiative, name=f"Alexandra Volunteer {number}", organisation=firm
        )
        TeamMember.objects.create(team=plan.team, person=person)
    return plan


def printed(plan, paper):
    _title, html = plans.render(plan, None, paper=paper)
    return PdfReader(BytesIO(documents.to_pdf(html)[0]))


@pytest.mark.django_db
@pytest.mark.parametrize("paper", PAPERS)
def test_the_longest_plan_is_one_page(paper):
    plan = longest_plan()
    pdf = printed(plan, paper)
    box = pdf.pages[0].mediabox
    assert len(pdf.pages) == 1
    assert (round(box.width), round(box.height)) == PAPERS[paper]
    content = " ".join(pdf.pages[0].extract_text().split())
    assert content.count("Alexandra Volunteer") == 12
    assert content.count("by September 30, 2027") == 5


@pytest.mark.django_db
def test_a_short_plan_is_set_roomily():
    plan = plan_in()
    html = plans.render(plan, None, paper="letter")[1]
    assert "sheet--roomy" in html
    assert one_page.density(plan).name == "roomy"


@pytest.mark.django_db
def test_the_longest_plan_gets_no_warning():
    plan = longest_plan()
    assert one_page.density(plan).name == "dense"
    assert one_page.fullness(plan) == 94
    assert [advice.light for advice in presenter.lights(plan)][2] == "green"


@pytest.mark.django_db
def test_what_cannot_fit_is_said_before_and_in_print():
    plan = longest_plan(people=150)
    assert one_page.fullness(plan) == 188
    assert [advice.light for advice in presenter.lights(plan)][2] == "red"
    with pytest.raises(Problem) as caught:
        plans.render(plan, None, paper="letter")
    assert caught.value.code == "plan_longer_than_a_page"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("length", "people", "density"), [(35, 4, "roomy"), (80, 10, "close"), (90, 50, "dense")]
)
def test_the_estimate_is_on_the_safe_side(length, people, density):
    plan = longest_plan(words=lambda most: text(min(most, length)), people=people)
    assert one_page.density(plan).name == density
    for paper in PAPERS:
        assert documents.to_pdf(plans.set_in(plan, one_page.density(plan), paper))[1] == 1
