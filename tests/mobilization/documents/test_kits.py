import pytest
from django.utils import timezone

from core import documents
from mobilization.documents import kits
from mobilization.presenters import kits as presenter
from mobilization.queries import kits as queries
from mobilization.services import agendas, ballot_codes, plans
from tests.factories.accounts import OrganisationFactory, PersonFactory, member
from tests.factories.plans import plan_in, sibling
from tests.factories.process import InvitationFactory, MeetingFactory, SeatFactory, present
from tests.pdf import elements_of, reader_of, text_of

pytestmark = pytest.mark.django_db

SIZES = {"letter": (612, 792), "a4": (595, 842)}
CARD = (504, 360)  # 7 by 5 inches


def comes(meeting, name, answer="accepted"):
    answered = None if answer in ("listed", "sent") else timezone.now()
    invitation = InvitationFactory(seat__group=meeting.group, state=answer, answered_at=answered)
    person = invitation.person
    person.name = name
    person.organisation = OrganisationFactory(initiative=meeting.initiative)
    person.save()
    return person


def names(meeting):
    return [person.name for person in queries.coming(meeting)]


def test_the_first_meeting_is_for_those_who_said_yes_and_the_co_chairs():
    meeting = MeetingFactory()
    for answer in ("accepted", "declined", "unsure", "listed", "sent"):
        comes(meeting, answer, answer)
    chair = PersonFactory(initiative=meeting.initiative, name="chair")
    SeatFactory(group=meeting.group, role="co_chair", person=chair)
    present(meeting, name="walked in")
    comes(MeetingFactory(), "another group")

    assert names(meeting) == ["accepted", "chair", "walked in"]


def test_later_meetings_count_with_who_came_before_and_who_is_on_a_team():
    plan = plan_in()
    first = plan.team.priority.meeting
    present(first, name="came")
    comes(first, "declined", "declined")
    second = first.group.meetings.get(number=2)

    assert sorted(names(second)) == sorted(["came", plan.team.champion.name])


@pytest.mark.parametrize(("people", "more"), [(0, 3), (15, 3), (30, 3), (31, 4), (200, 20)])
def test_a_tenth_is_spare_and_three_at_least(people, more):
    assert presenter.spare(people) == more


@pytest.mark.parametrize(
    ("number", "team_work", "sheets"),
    [
        (1, False, ["conceptual"]),
        (1, True, ["conceptual"]),
        (2, False, ["action"]),
        (2, True, ["conceptual", "action"]),
        (3, False, []),
        (3, True, ["action"]),
    ],
)
def test_the_worksheets_are_those_that_the_meeting_hands_out(number, team_work, sheets):
    assert [key for key, _title in presenter.worksheets_of(number, team_work)] == sheets


@pytest.mark.parametrize("paper", SIZES)
def test_the_kit_of_the_first_meeting(paper):
    meeting = MeetingFactory(group__cluster__name="Optics")
    people = [comes(meeting, f"Ada {number}") for number in range(3)]
    ballot_codes.issue(meeting=meeting, people=people, by=member(meeting.initiative))

    title, html = kits.render(meeting, None, paper=paper)
    pdf, _pages = documents.to_pdf(html)

    reader, text = reader_of(pdf), text_of(pdf)
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert title == "Kit for Meeting 1: Optics"
    assert sizes == {SIZES[paper], SIZES[paper][::-1], CARD}
    assert "Made for 3 people who come, with 3 to spare." in text
    for person, code in meeting.ballot_codes.values_list("person__name", "code"):
        assert text.count(code) == 1
        assert text.count(person) == 4  # sign-in sheet, both sides of the tent, ballot
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [tag for tag, _element in elements_of(pdf)].count("/H1") == 1


def test_the_kit_of_a_later_meeting_has_a_chart_for_each_plan():
    plan = plan_in(title="Technicians for tomorrow")
    meeting = plan.team.group.meetings.get(number=2)
    agendas.add_team_work(meeting=meeting, by=member(meeting.initiative))

    _title, html = kits.render(meeting, None, paper="letter")

    assert "What is missing" in html
    # Its chart, the sheet itself, and three times in the list of copies, with the link.
    assert html.count("Technicians for tomorrow") == 5
    assert 'id="conceptual"' in html
    assert 'id="ballots"' not in html


@pytest.mark.parametrize(
    ("state", "number", "heading"),
    [("conceptual", 2, "Conceptual plan ·"), ("action", 3, "Action plan ·")],
)
@pytest.mark.parametrize("paper", SIZES)
def test_the_kit_of_a_later_meeting_hands_out_each_plan_as_it_stands(state, number, heading, paper):
    plan = plan_in(state, title="Technicians for tomorrow")
    sibling(plan, "disbanded", title="Given up")
    meeting = plan.team.group.meetings.get(number=number)

    pdf, pages = documents.to_pdf(kits.render(meeting, None, paper=paper)[1])

    last = " ".join(reader_of(pdf).pages[-1].extract_text().split())
    assert heading in last
    assert plan.commitments.get().person.name in last
    assert ("Forty technicians certified" in last, "Given up" in text_of(pdf)) == (True, False)
    sides = "one side" if state == "conceptual" else "both sides"
    assert f"{sides} {pages}" in text_of(pdf)
    assert [tag for tag, _element in elements_of(pdf)].count("/H1") == 1


def test_an_edit_of_a_plan_makes_the_kit_out_of_date():
    plan = plan_in()
    meeting = plan.team.group.meetings.get(number=2)
    before = documents.digest(kits.basis(meeting))
    plans.save(plan=plan, version=1, content={"goal": "Other words"}, by=plan.team.champion)
    assert documents.digest(kits.basis(meeting)) != before


def test_a_new_answer_and_a_new_agenda_make_the_kit_out_of_date():
    meeting = MeetingFactory()
    seen = [documents.digest(kits.basis(meeting))]

    comes(meeting, "Ada")
    seen.append(documents.digest(kits.basis(meeting)))
    agendas.add_team_work(meeting=meeting, by=member(meeting.initiative))
    seen.append(documents.digest(kits.basis(meeting)))

    assert len(set(seen)) == 3


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_people_does_not_change_the_queries(people, django_assert_num_queries):
    meeting = MeetingFactory()
    for number in range(people):
        comes(meeting, f"Person {number}")

    with django_assert_num_queries(5):
        assert len(queries.facts(meeting)["people"]) == people
