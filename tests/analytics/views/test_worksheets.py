"""The pages of the observations worksheet, for everybody who may see the NAICS table."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Membership
from analytics.models import JointObservation, Observation, OwnSheet, Worksheet
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import (
    JointObservationFactory,
    ObservationFactory,
    OwnSheetFactory,
    RegionFactory,
    SnapshotFactory,
    WorksheetFactory,
)

pytestmark = pytest.mark.django_db

Role = Membership.Role
SECRET = "Nobody reads this yet."


@pytest.fixture
def initiative():
    return RegionFactory(areas=["39049"], initiative__slug="here").initiative


def url(name, *args):
    return reverse(name, args=["here", *args])


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def text(response):
    return " ".join(unescape(response.content.decode()).split())


def test_without_a_region_the_way_to_the_data_is_shown():
    place = InitiativeFactory(slug="here")
    page = text(signed_in(member(place)).get(url("worksheet_home")))
    assert "there is none before the region has been chosen" in page
    assert url("worksheet_begin") not in page


def test_the_team_goes_from_the_table_to_a_closed_joint_sheet(initiative):
    manager = signed_in(member(initiative))
    admin = signed_in(member(initiative, Role.ADMINISTRATOR))
    assert "Begin the worksheet" in text(manager.get(url("worksheet_home")))
    assert "a facilitator begins it" in text(admin.get(url("worksheet_home")))
    manager.post(url("worksheet_begin"))

    # The administrator writes on the table of private employment and hands it in.
    mine = url("own_sheet", 1)
    seen = {
        "question": "growth",
        "text": "Warehouses grow.",
        "codes": "warehousing",
        "query": "ownership=5",
    }
    answer = admin.post(f"{mine}?ownership=5", seen)
    assert answer.url == f"{mine}?ownership=5#growth"
    page = text(admin.get(mine))
    assert "4931</strong> Warehousing and Storage" in page
    assert "compared with United States; private" in page
    admin.post(url("own_sheet_move", 1), {"move": "hand_in"})

    # It is read once the joint sheet is begun.
    assert "Warehouses grow." not in text(manager.get(url("worksheet", 1)))
    manager.post(url("worksheet_move", 1), {"move": "join"})
    assert "Warehouses grow." in text(manager.get(url("worksheet", 1)))
    observation = Observation.objects.get()
    answer = manager.post(
        url("observations_take_over", 1), {"observations": [observation.pk], "into": ""}
    )
    assert answer.url == f"{url('worksheet', 1)}#growth"
    assert "taken over" in text(manager.get(url("worksheet", 1)))

    # Closed, it leads on to a cluster of its industries.
    manager.post(url("worksheet_move", 1), {"move": "close"})
    page = text(manager.get(url("worksheet", 1)))
    assert f'{url("cluster_new")}?naics=4931"' in page
    assert 'name="naics" value="4931" checked' in page
    assert url("cluster_new") not in text(admin.get(url("worksheet", 1)))
    cluster = text(manager.get(f"{url('cluster_new')}?naics=4931"))
    assert "4931 Warehousing and Storage" in cluster


@pytest.mark.parametrize("state", ["collecting", "joining", "closed"])
def test_what_was_not_handed_in_is_seen_by_its_owner_alone(initiative, state):
    worksheet = WorksheetFactory(initiative=initiative, state=state)
    owner = member(initiative, Role.RECORDER)
    sheet = OwnSheetFactory(worksheet=worksheet, owner=owner)
    private = ObservationFactory(sheet=sheet, text=SECRET, codes=["5241"])
    JointObservationFactory(worksheet=worksheet)
    assert SECRET in text(signed_in(owner).get(url("own_sheet", 1)))
    for role in Role.values:
        other = signed_in(member(initiative, role))
        for name in ("worksheet_home", "own_sheet", "worksheet", "worksheet_csv"):
            page = text(other.get(url(name, *([] if name == "worksheet_home" else [1]))))
            assert SECRET not in page
            assert "5241" not in page
        assert other.get(url("observation_edit", 1, private.pk)).status_code == 403


def test_what_was_handed_in_is_read_by_nobody_before_the_joint_sheet(initiative):
    worksheet = WorksheetFactory(initiative=initiative)
    ObservationFactory(sheet__worksheet=worksheet, sheet__handed_in=True, text=SECRET)
    client = signed_in(member(initiative))
    assert SECRET not in text(client.get(url("worksheet", 1)))
    answer = client.get(url("worksheet_csv", 1))
    assert "The joint sheet has not been begun" in text(answer)
    assert SECRET not in text(answer)


def test_the_observations_of_another_initiative_are_not_found(initiative):
    worksheet = WorksheetFactory(initiative=initiative, state="joining")
    theirs = ObservationFactory(sheet__handed_in=True, text=SECRET)
    line = JointObservationFactory()
    client = signed_in(member(initiative))
    assert client.get(url("observation_edit", 1, theirs.pk)).status_code == 404
    assert client.get(url("joint_line_edit", 1, line.pk)).status_code == 404
    assert client.get(url("worksheet", 2)).status_code == 404
    client.post(url("observations_take_over", 1), {"observations": [theirs.pk], "into": line.pk})
    assert not worksheet.lines.exists()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": ""}, "This field is required"),
        ({"codes": "unicorns"}, "is in the title of no industry"),
        ({"codes": "9998"}, "Not 4-digit industries of the table of 2023: 9998."),
    ],
)
def test_mistakes_are_said_and_what_was_typed_is_kept(initiative, values, words):
    WorksheetFactory(initiative=initiative)
    typed = {"question": "pay", "text": "Pay falls.", "codes": "4931", "query": ""}
    client = signed_in(member(initiative))
    page = text(client.post(url("own_sheet", 1), typed | values))
    assert words in page
    for name in ("text", "codes"):
        assert (typed | values)[name] in page
    assert page.count('<details class="no-print" open>') == 1
    assert not Observation.objects.exists()


def test_what_is_written_after_handing_in_is_kept_in_the_form(initiative):
    worksheet = WorksheetFactory(initiative=initiative)
    user = member(initiative)
    ObservationFactory(sheet=OwnSheetFactory(worksheet=worksheet, owner=user, handed_in=True))
    typed = {"question": "pay", "text": "Too late for this.", "codes": ""}
    page = text(signed_in(user).post(url("own_sheet", 1), typed))
    assert "Your sheet is handed in, so nothing was changed on it." in page
    assert "Too late for this." in page


def test_an_observation_can_be_made_on_a_frozen_table(initiative):
    WorksheetFactory(initiative=initiative)
    frozen = SnapshotFactory(initiative=initiative, name="May")
    theirs = SnapshotFactory(name="Secret")
    client = signed_in(member(initiative))
    page = text(client.get(url("own_sheet", 1)))
    assert "May" in page
    assert "Secret" not in page
    typed = {"question": "pay", "text": "Pay falls.", "codes": "", "snapshot": theirs.pk}
    client.post(url("own_sheet", 1), typed)
    assert not Observation.objects.exists()
    client.post(url("own_sheet", 1), typed | {"snapshot": frozen.pk})
    assert Observation.objects.get().snapshot == frozen


def test_an_observation_is_changed_and_removed(initiative):
    worksheet = WorksheetFactory(initiative=initiative)
    user = member(initiative, Role.ADMINISTRATOR)
    sheet = OwnSheetFactory(worksheet=worksheet, owner=user)
    seen = ObservationFactory(sheet=sheet, text="Before.", codes=["3361"])
    client = signed_in(user)
    page = text(client.get(url("observation_edit", 1, seen.pk)))
    assert "Before." in page
    assert "3361" in page
    answer = client.post(
        url("observation_edit", 1, seen.pk), {"question": "pay", "text": "After.", "codes": ""}
    )
    assert answer.url == f"{url('own_sheet', 1)}#pay"
    assert Observation.objects.get().text == "After."
    client.post(url("observation_remove", 1, seen.pk))
    assert not Observation.objects.exists()


def test_nothing_written_is_nothing_to_hand_in(initiative):
    WorksheetFactory(initiative=initiative)
    client = signed_in(member(initiative))
    came_from = {"Referer": f"http://testserver{url('own_sheet', 1)}"}
    page = client.post(
        url("own_sheet_move", 1), {"move": "hand_in"}, follow=True, headers=came_from
    )
    assert "so it was not handed in" in text(page)
    assert not OwnSheet.objects.exists()
    assert client.post(url("own_sheet_move", 1), {"move": "eat"}).status_code == 404
    assert client.post(url("worksheet_move", 1), {"move": "eat"}).status_code == 404


def test_two_facilitators_who_edit_a_line_lose_nothing(initiative):
    worksheet = WorksheetFactory(initiative=initiative, state="joining")
    line = JointObservationFactory(worksheet=worksheet, text="First.")
    one, other = (signed_in(member(initiative, role)) for role in (Role.RECORDER, Role.MANAGER))
    edit = url("joint_line_edit", 1, line.pk)
    words = {"question": "pay", "codes": "", "version": "1"}
    one.post(edit, words | {"text": "By the recorder."})
    page = text(other.post(edit, words | {"text": "By the manager."}))
    assert "changed this line while you were at it" in page
    assert "By the recorder." in page
    assert "By the manager.</textarea>" in page
    assert 'name="version" value="2"' in page
    other.post(edit, words | {"text": "By both.", "version": "2"})
    assert JointObservation.objects.get().text == "By both."


def test_a_line_is_written_and_removed(initiative):
    worksheet = WorksheetFactory(initiative=initiative, state="joining")
    client = signed_in(member(initiative, Role.RECORDER))
    new = url("joint_line_new", 1)
    assert '<option value="check" selected>' in text(client.get(f"{new}?question=check"))
    words = {"question": "check", "text": "Ask the plants.", "codes": "3361, 3363"}
    assert client.post(new, words).url == f"{url('worksheet', 1)}#check"
    line = worksheet.lines.get()
    assert line.codes == ["3361", "3363"]
    client.post(url("joint_line_remove", 1, line.pk), {"version": "x"})
    assert worksheet.lines.exists()
    client.post(url("joint_line_remove", 1, line.pk), {"version": "1"})
    assert not worksheet.lines.exists()


def test_a_later_round_leaves_the_earlier_ones_to_be_read(initiative):
    first = WorksheetFactory(initiative=initiative, state="closed")
    JointObservationFactory(worksheet=first, text="Of the first round.")
    client = signed_in(member(initiative))
    client.post(url("worksheet_begin"))
    assert Worksheet.objects.count() == 2
    home = text(client.get(url("worksheet_home")))
    assert f'<a href="{url("worksheet", 1)}">Round 1</a>' in home
    page = text(client.get(url("worksheet", 1)))
    assert "Of the first round." in page
    assert "this one stays as it is" in page


def primary_actions(page):
    """What the marked actions of a page say."""
    content = page.content.decode()
    return re.findall(r"<(?:a|button)[^>]*btn-primary[^>]*>\s*([^<]*)<", content)


def test_the_joint_sheet_has_one_next_step_wherever_it_stands(initiative):
    worksheet = WorksheetFactory(initiative=initiative, state="joining")
    lead, admin = member(initiative), member(initiative, Role.ADMINISTRATOR)

    def steps():
        return [primary_actions(signed_in(user).get(url("worksheet", 1))) for user in (lead, admin)]

    assert steps() == [["Write the first line"], ["Go to your sheet"]]
    sheet = OwnSheetFactory(worksheet=worksheet, owner=admin, handed_in=True)
    seen = ObservationFactory(sheet=sheet, question="pay")
    assert steps() == [["Take over what was handed in"], ["Read what was handed in"]]
    page = text(signed_in(lead).get(url("worksheet", 1)))
    assert 'href="#pay"' in page
    seen.taken_into = JointObservationFactory(worksheet=worksheet)
    seen.save()
    assert steps() == [["Close the joint sheet"], ["Read what was handed in"]]


# --- Queries ------------------------------------------------------------------------------------


def filled(initiative, state, count):
    worksheet = WorksheetFactory(initiative=initiative, state=state)
    for _number in range(count):
        line = JointObservationFactory(worksheet=worksheet, codes=["3361", "3363"])
        ObservationFactory(
            sheet__worksheet=worksheet,
            sheet__owner=member(initiative),
            sheet__handed_in=True,
            codes=["3361"],
            taken_into=line,
        )
    return worksheet


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("state", "queries"), [("collecting", 12), ("joining", 23), ("closed", 24)]
)
def test_a_round_asks_the_same_queries_for_one_and_for_thirty(
    initiative, state, queries, count, django_assert_num_queries
):
    worksheet = filled(initiative, state, count)
    client = signed_in(worksheet.sheets.first().owner)
    client.get(url("worksheet", 1))
    with django_assert_num_queries(queries):
        client.get(url("worksheet", 1))


@pytest.mark.parametrize("count", [1, 30])
def test_the_file_asks_the_same_queries_for_one_and_for_thirty(
    initiative, count, django_assert_num_queries
):
    worksheet = filled(initiative, "closed", count)
    client = signed_in(worksheet.sheets.first().owner)
    with django_assert_num_queries(14):
        client.get(url("worksheet_csv", 1))


@pytest.mark.parametrize("count", [1, 30])
def test_ones_own_sheet_asks_the_same_queries_for_one_and_for_thirty(
    initiative, count, django_assert_num_queries
):
    user = member(initiative)
    sheet = OwnSheetFactory(worksheet__initiative=initiative, owner=user)
    ObservationFactory.create_batch(count, sheet=sheet, codes=["3361"])
    SnapshotFactory(initiative=initiative)
    client = signed_in(user)
    with django_assert_num_queries(15):
        page = client.get(url("own_sheet", 1))
    assert page.content.count(b"3361</strong>") == count
