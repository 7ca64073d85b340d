"""Plans in print, on either paper: the conceptual plan on one page, the action plan in full."""

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
from tests.factories.process import CommitmentFactory, OutcomeFactory, PlanStepFactory
from tests.pdf import elements_of, reader_of, text_of

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
    _title, html = plans.render_page(plan, None, paper=paper)
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
    html = plans.render_page(plan, None, paper="letter")[1]
    assert "sheet--roomy" in html
    assert one_page.density(plan).name == "roomy"


def fullness(plan):
    return {paper.key: full for paper, full in one_page.fullness(one_page.texts_of(plan))}


@pytest.mark.django_db
def test_the_longest_plan_gets_no_warning():
    plan = longest_plan()
    assert one_page.density(plan).name == "dense"
    assert fullness(plan) == {"letter": 94, "a4": 89}
    assert [advice.light for advice in presenter.lights(plan)][2] == "green"


@pytest.mark.django_db
def test_what_cannot_fit_is_said_before_and_in_print():
    plan = longest_plan(people=150)
    assert fullness(plan) == {"letter": 185, "a4": 177}
    assert [advice.light for advice in presenter.lights(plan)][2] == "red"
    with pytest.raises(Problem) as caught:
        plans.render_page(plan, None, paper="letter")
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


@pytest.mark.django_db
@pytest.mark.parametrize("paper", PAPERS)
def test_an_action_plan_is_printed_with_timeline_requirements_and_commitments(paper):
    plan = plan_in("action", title="Technicians", structure="A board of five firms")
    PlanStepFactory(plan=plan, text="Open the laboratory", due=date(2027, 6, 1))
    PlanStepFactory(plan=plan, text="Sign the lease", due=date(2027, 3, 1))
    plan.needs.create(kind="money", text="80,000 dollars")
    ada = PersonFactory(initiative=plan.initiative, name="Ada Sample")
    CommitmentFactory(plan=plan, person=ada, text="Lends two trainers", due=date(2027, 4, 1))

    title, html = plans.render_in_full(plan, None, paper=paper)
    pdf, pages = documents.to_pdf(html)

    words, box = text_of(pdf), reader_of(pdf).pages[0].mediabox
    assert (title, pages, (round(box.width), round(box.height))) == (
        "Technicians",
        1,
        PAPERS[paper],
    )
    for found in (
        "Mar 1, 2027 Sign the lease Jun 1, 2027 Open the laboratory",
        "Money 80,000 dollars Expertise nothing named yet",
        "Organizational structure A board of five firms",
        "Ada Sample Lends two trainers Apr 1, 2027",
    ):
        assert found in words
    assert [tag for tag, _element in elements_of(pdf)].count("/H1") == 1


@pytest.mark.django_db
def test_the_longest_action_plan_goes_on_overleaf_with_the_heads_of_its_tables():
    plan = longest_plan()
    plan.state = "action"
    plan.save()
    for kind in ("money", "expertise", "materials"):
        for _number in range(4):
            plan.needs.create(kind=kind, text=text(240))
    for number in range(MOST_LINES["commitments"]):
        CommitmentFactory(plan=plan, text=text(240), due=date(2027, 1, 1 + number))
    pdf, pages = documents.to_pdf(plans.render_in_full(plan, None, paper="letter")[1])
    words = text_of(pdf)
    assert pages > 2
    assert f"{pages} / {pages}" in words
    for number in range(MOST_LINES["commitments"]):
        assert words.count(f"Jan {1 + number}, 2027") == 1
