"""The blank sheets: each a tagged PDF of its own, on the paper that was asked for."""

import pytest

from core import documents
from mobilization.documents import blank
from mobilization.presenters import replies
from mobilization.presenters.protocol import PARTS
from tests.factories.accounts import OrganisationFactory, PersonFactory
from tests.factories.process import ClusterGroupFactory, LetterFactory, MeetingFactory
from tests.pdf import elements_of, reader_of, text_of

pytestmark = pytest.mark.django_db

SIZES = {"letter": (612, 792), "a4": (595, 842)}
SAYS = {
    "conceptual": "Steps to achieve the outcomes",
    "action": "Names and commitments",
    "cards": "The three top requirements",
    "reply": "I will come in person.",
    "protocol": "11. Anything else",
}
PAGES = {"conceptual": 1, "action": 1, "cards": 2, "reply": 1, "protocol": 3}


@pytest.fixture
def group():
    group = ClusterGroupFactory(cluster__name="Optics")
    LetterFactory(group=group)
    MeetingFactory(group=group)
    return group


@pytest.mark.parametrize(("sheet", "paper"), blank.KINDS)
def test_each_sheet_on_each_paper(group, sheet, paper):
    _title, html = blank.render(group, None, sheet=sheet, paper=paper)
    pdf, pages = documents.to_pdf(html)

    reader = reader_of(pdf)
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert (pages, sizes) == (PAGES[sheet], {SIZES[paper]})
    assert SAYS[sheet] in text_of(pdf)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert [tag for tag, _element in elements_of(pdf)].count("/H1") == 1


def test_the_protocol_has_eleven_parts():
    assert len(PARTS) == 11
    assert all(questions for _heading, questions in PARTS)


def test_the_form_to_a_letter_is_filled_in(group):
    firm = OrganisationFactory(initiative=group.initiative, name="Lens Works")
    person = PersonFactory(
        initiative=group.initiative, name="Ada Anvil", title="Owner", organisation=firm
    )
    group.initiative.office_phone = "614 555 0100"

    reply = replies.form(group, group.meetings.get(), group.letter.reply_by)
    found = replies.filled_in(reply, person)

    assert (found.name, found.position, found.organisation) == ("Ada Anvil", "Owner", "Lens Works")
    assert found.number == 1
    assert found.when == "Thursday, March 4, 2027, 8:00 AM EST (America/New_York)"
    assert (found.place, found.reply_by) == (
        "Public library, room 2",
        "Thursday, February 18, 2027",
    )
    assert found.office_phone == "614 555 0100"


def test_a_blank_form_names_the_next_meeting_and_no_day_of_an_old_letter(group):
    assert replies.blank(group).reply_by == "Thursday, February 18, 2027"
    group.meetings.update(state="closed")
    assert replies.blank(group).number is None
    MeetingFactory(group=group, number=2)
    assert (replies.blank(group).number, replies.blank(group).reply_by) == (2, "")


def test_a_new_date_or_address_makes_a_sheet_out_of_date(group):
    seen = [documents.digest(blank.facts(group))]
    group.meetings.update(place="Town hall")
    seen.append(documents.digest(blank.facts(group)))
    group.initiative.office_fax = "614 555 0101"
    seen.append(documents.digest(blank.facts(group)))
    assert len(set(seen)) == 3
