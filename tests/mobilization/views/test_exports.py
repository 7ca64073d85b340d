import csv
import io
import json

import openpyxl
import pytest
from django.urls import reverse

from accounts.models import Membership, Person
from mobilization.models import Deed, Dot, Meeting
from mobilization.services import meetings, undoing
from tests.factories.accounts import PersonFactory, member
from tests.factories.meetings import WORDS, voted_meeting
from tests.factories.plans import plan_in, sibling
from tests.factories.process import (
    MEETING_AT,
    AttendanceFactory,
    CardFactory,
    MeetingFactory,
    TeamFactory,
    present,
)

pytestmark = pytest.mark.django_db

Role = Membership.Role
ROOM = {Role.MANAGER, Role.LEAD_FACILITATOR, Role.RECORDER}
RESULTS = ["csv", "xlsx", "json"]
NAMED = [("ballots", "csv"), ("ballots", "xlsx"), ("cards", "csv"), ("cards", "xlsx")]
NAMED += [("record", "json"), ("attendance", "csv"), ("attendance", "xlsx")]
VOTERS = ["Ada Maker", "Ben Maker", "Cy Maker"]


@pytest.fixture
def meeting():
    return voted_meeting(group__cluster__slug="optics")


@pytest.fixture
def get(client, meeting):
    def get(name, *args, number=1, role=Role.RECORDER):
        client.force_login(member(meeting.initiative, role))
        return client.get(reverse(name, args=[meeting.initiative.slug, "optics", number, *args]))

    return get


def csv_rows(answer):
    return list(csv.reader(io.StringIO(answer.text)))


def words_of(answer):
    """Everything that a person could read in the file."""
    if "spreadsheet" not in answer["Content-Type"]:
        return answer.text
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    return " ".join(str(value) for sheet in book for row in sheet.values for value in row)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize(("what", "format"), NAMED)
def test_files_with_names_are_for_the_facilitators_alone(get, role, what, format):
    answer = get("export_names", what, format, role=role)

    assert answer.status_code == (200 if role in ROOM else 403)
    for name in VOTERS:
        assert (name in words_of(answer)) == (role in ROOM)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("format", RESULTS)
def test_results_are_for_the_whole_team_and_show_nobodys_vote(get, meeting, role, format):
    answer = get("export_results", format, role=role)

    assert answer.status_code == 200
    words = words_of(answer)
    assert all(text in words for text in WORDS.values())
    if format == "json":
        facts = json.loads(answer.text)
        for area in facts.pop("priority_areas"):  # there they put their names down themselves
            assert set(area["team"]["members"]) <= set(VOTERS)
        words = json.dumps(facts)
    for name in Person.objects.values_list("name", flat=True):
        assert name not in words


@pytest.mark.parametrize("state", ["planned", "check_in", "cards", "requirements", "voting"])
@pytest.mark.parametrize("format", RESULTS)
def test_no_total_leaves_the_room_before_the_dots_are_counted(get, meeting, state, format):
    Meeting.objects.update(state=state)

    answer = get("export_results", format, role=Role.ADMINISTRATOR)

    assert answer.status_code == 409
    assert "counted yet" in answer.text


def test_the_totals_are_those_of_the_ballots(get):
    counted = {}
    for row in csv_rows(get("export_names", "ballots", "csv"))[1:]:
        counted[row[2]] = counted.get(row[2], 0) + 1

    totals = csv_rows(get("export_results", "csv"))[1:]

    assert {row[1]: int(row[3]) for row in totals} == {
        text: counted.get(text, 0) for text in WORDS.values()
    }
    assert [row[0] for row in totals] == ["1", "2", "2", "4", "–"]


def test_what_has_no_dot_has_no_rank_in_any_file(get):
    ranks = [row["rank"] for row in get("export_results", "json").json()["requirements"]]
    assert ranks == [1, 2, 2, 4, None]


def test_the_files_tell_on_which_words_dots_were_placed(get, meeting):
    dots = Dot.objects.filter(requirement__text=WORDS["rail"])
    dots.update(words_before="Freight rail")

    record = get("export_names", "record", "json").json()
    words = {row["requirement"]: row["words_before"] for row in record["dots"]}
    assert words == {
        **{row["requirement"]: "" for row in record["dots"]},
        WORDS["rail"]: "Freight rail",
    }
    told = [{"requirement": WORDS["rail"], "words_before": "Freight rail", "dots": 1}]
    assert record["rewordings"] == told
    assert get("export_results", "json").json()["rewordings"] == told
    assert [row[5] for row in csv_rows(get("export_results", "csv"))[1:]] == [
        "",
        "",
        "",
        "Freight rail (1)",
        "",
    ]
    dots_table = csv_rows(get("export_names", "ballots", "csv"))[1:]
    assert {row[2]: row[6] for row in dots_table} == words


def test_a_workbook_of_ballots_holds_those_without_a_dot_too(get, meeting):
    present(meeting, name="Dee Silent")

    book = openpyxl.load_workbook(io.BytesIO(get("export_names", "ballots", "xlsx").content))

    assert book.sheetnames == ["Dots", "Ballots", "Totals"]
    ballots = {row[0]: row[2:4] for row in book["Ballots"].iter_rows(2, values_only=True)}
    assert ballots == {
        "Ada Maker": (3, 1),
        "Ben Maker": (2, 2),
        "Cy Maker": (3, 1),
        "Dee Silent": (0, 4),
    }


@pytest.mark.parametrize(("what", "format"), [("cards", "csv"), ("record", "json")])
def test_cards_stay_private_until_they_are_read(get, what, format):
    Meeting.objects.update(state="cards")
    hidden = get("export_names", what, format).text
    assert "Ada Maker" in hidden
    assert "Zinc and tin" not in hidden
    assert "School, said" not in hidden

    Meeting.objects.update(state="requirements")
    assert "Zinc and tin" in get("export_names", what, format).text


def test_each_meetings_files_say_who_came_in_whose_place_to_it(get, meeting):
    person = meeting.attendances.first().person
    boss = PersonFactory(initiative=meeting.initiative, name="Omar Vale")
    later = MeetingFactory(group=meeting.group, number=2)
    came = AttendanceFactory(meeting=later, person=person)
    named = [("attendance", "csv"), ("record", "json")]
    for in_place_of in (boss, None):
        came.in_place_of = in_place_of
        came.save()
        for file in named:
            assert "Omar Vale" not in get("export_names", *file).text
            said = "Omar Vale" in get("export_names", *file, number=2).text
            assert said == (in_place_of is not None)


def test_what_people_wrote_is_not_computed(get, meeting):
    CardFactory(meeting=meeting, vision="=1+1", first="@home")

    assert "'=1+1,'@home" in get("export_names", "cards", "csv").text


def test_the_record_holds_comfort_volunteers_and_every_step(get, meeting):
    person = meeting.attendances.first().person
    asked = meeting.comforts.create(method="consent", closed_at=MEETING_AT)
    asked.answers.create(person=person, level=2)
    asked.hands.create(level=1, count=3)
    meeting.priorities.get().volunteers.create(person=person, could_champion=True)
    by = member(meeting.initiative)
    meetings.move(meeting=meeting, name="back_to_grouping", by=by)
    undoing.undo(deed=Deed.objects.get(), by=by)

    record = get("export_names", "record", "json").json()

    levels = [
        (row["level"], row["phones"], row["hands"]) for row in record["comfort"][0]["answers"]
    ]
    assert levels == [(2, 1, 0), (1, 0, 3), (0, 0, 0)]
    assert (record["comfort"][0]["method"], record["comfort"][0]["withdrawn"]) == ("consent", False)
    assert [row["name"] for row in record["volunteers"]] == [person.name]
    steps = [(row["step"], row["by"], row["undone_by"]) for row in record["steps"]]
    assert steps == [("moved", str(by), str(by))]
    results = get("export_results", "json").json()
    assert results["comfort"] == record["comfort"]

    meeting.comforts.create(method="fist")
    closed = [
        [row["closed_at"] is not None for row in found["comfort"]]
        for found in (
            get("export_names", "record", "json").json(),
            get("export_results", "json").json(),
        )
    ]
    assert closed == [[True, False], [True]]
    assert not {"volunteers", "steps"} & results.keys()


def test_the_scripts_of_the_facilitators_stay_out(get):
    assert "script" not in json.loads(get("export_results", "json").text)["agenda"][0]


@pytest.mark.parametrize(
    ("what", "format"), [("ballots", "pdf"), ("people", "csv"), ("record", "csv")]
)
def test_there_are_no_other_files(get, what, format):
    assert get("export_names", what, format).status_code == 404


def test_files_are_kept_by_no_cache(get):
    answer = get("export_names", "record", "json")

    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == 'attachment; filename="optics-meeting-1-record.json"'


def test_the_page_offers_what_may_be_had(get, meeting):
    assert "Whole record" in get("export").text
    assert "Whole record" not in get("export", role=Role.ADMINISTRATOR).text
    Meeting.objects.update(state="voting")
    assert "no total leaves the room before" in get("export", role=Role.ADMINISTRATOR).text


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_people_does_not_change_the_queries(
    get, client, meeting, people, django_assert_num_queries
):
    for _number in range(people):
        CardFactory(meeting=meeting, person=present(meeting))
    get("export_names", "record", "json")  # what a process asks once is asked now
    address = reverse("export_names", args=[meeting.initiative.slug, "optics", 1, "record", "json"])

    with django_assert_num_queries(31):
        assert client.get(address).status_code == 200


def test_a_later_meeting_has_its_results_at_any_time(client):
    meeting = MeetingFactory(number=2, group__cluster__slug="optics")
    client.force_login(member(meeting.initiative))

    address = reverse("export_results", args=[meeting.initiative.slug, "optics", 2, "json"])

    assert client.get(address).json()["meeting"]["number"] == 2


def test_a_later_meeting_offers_no_ballots_and_no_cards(client):
    meeting = MeetingFactory(number=2, group__cluster__slug="optics")
    client.force_login(member(meeting.initiative))

    def get(name, *args):
        return client.get(reverse(name, args=[meeting.initiative.slug, "optics", 2, *args]))

    page = get("export").text
    assert ("Meeting as JSON" in page, "Whole record as JSON" in page) == (True, True)
    assert ("Ballots" in page, "Cards as" in page, "Totals as" in page) == (False, False, False)
    for what, format in NAMED:
        is_offered = what in ("record", "attendance")
        assert get("export_names", what, format).status_code == (200 if is_offered else 404)


@pytest.mark.parametrize("teams", [1, 30])
def test_a_later_meeting_tells_of_its_teams_plans_and_flip_charts(
    client, teams, django_assert_num_queries
):
    plan = plan_in(title="Ten trainers", goal="=1+1")
    meeting = plan.team.group.meetings.get(number=2)
    for _number in range(teams - 1):
        sibling(plan)
    idle = TeamFactory(priority__meeting=plan.team.priority.meeting)
    meeting.presentations.create(team=plan.team, person=plan.team.champion, state="heard")
    told = {"given_by_name": "Rae Recorder", "text": "Who pays?"}
    plan.team.feedback.create(meeting=meeting, source="room", kind="question", **told)
    secret = {**told, "text": "Between us"}
    plan.team.feedback.create(meeting=meeting, source="leadership", kind="question", **secret)
    client.force_login(member(meeting.initiative, Role.ADMINISTRATOR))
    place = [meeting.initiative.slug, meeting.group.cluster.slug, 2]

    def get(format):
        return client.get(reverse("export_results", args=[*place, format]))

    facts = get("json").json()
    first, *_others, last = facts["teams"]
    outcome, promise = plan.outcomes.get(), plan.commitments.get()
    assert {key: first[key] for key in ("title", "state", "presenter", "presentation")} == {
        "title": "Ten trainers",
        "state": "conceptual",
        "presenter": plan.team.champion.name,
        "presentation": "heard",
    }
    assert first["outcomes"] == [outcome.text]
    assert first["commitments"] == [{"name": promise.person.name, "text": promise.text}]
    assert first["feedback"] == [{"kind": "question", "text": "Who pays?", "answer": ""}]
    assert (last["team"], last["title"], last["presentation"]) == (str(idle), "", "waiting")
    assert not {"dots_each", "requirements"} & facts.keys()

    rows = csv_rows(get("csv"))
    assert len(rows) == 1 + teams + 1
    assert rows[1][:7] == [
        str(plan.team),
        "Ten trainers",
        "Conceptual plan",
        "",
        plan.team.champion.name,
        "Heard",
        "'=1+1",
    ]
    assert rows[-1][2] == "No plan yet"
    book = openpyxl.load_workbook(io.BytesIO(get("xlsx").content))
    assert book.sheetnames == ["Plans", "Flip charts"]
    assert list(book["Flip charts"].iter_rows(2, values_only=True)) == [
        (str(plan.team), "Question", "Who pays?", None)
    ]
    with django_assert_num_queries(20):
        get("json")
