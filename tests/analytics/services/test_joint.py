"""The joint sheet: what is taken over is in once, and of two who edit nobody loses anything."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership
from analytics.models import JointObservation, Observation, Worksheet
from analytics.services import joint, worksheets
from core.workflow import history_of
from tests.factories.accounts import member
from tests.factories.analytics import (
    JointObservationFactory,
    ObservationFactory,
    OwnSheetFactory,
    RegionFactory,
    WorksheetFactory,
)
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def worksheet():
    region = RegionFactory(areas=["39049"])
    return WorksheetFactory(initiative=region.initiative, state="joining")


@pytest.fixture
def by(worksheet):
    return member(worksheet.initiative, Membership.Role.RECORDER)


def handed_in(worksheet, **values):
    return ObservationFactory(sheet__worksheet=worksheet, sheet__handed_in=True, **values)


def take(worksheet, by, *observations, into=None):
    return joint.take_over(worksheet=worksheet, observations=observations, by=by, into=into)


def test_several_become_one_line_with_all_their_industries(worksheet, by):
    first = handed_in(worksheet, text="Growing.", codes=["4931", "4921"], query="ownership=5")
    second = handed_in(worksheet, text="They grow.", codes=["4931", "4842"])
    line = take(worksheet, by, first, second)
    assert set(line.text.split("\n")) == {"Growing.", "They grow."}
    assert line.codes == ["4842", "4921", "4931"]
    assert (line.question, line.start_year, line.base) == ("growth", 2016, "US000")
    assert set(line.sources.all()) == {first, second}
    assert [(move.name, move.note) for move in history_of(worksheet)] == [("take_over", line.text)]


def test_a_line_takes_more_in_and_keeps_its_words(worksheet, by):
    line = JointObservationFactory(worksheet=worksheet, text="In our words.", codes=["4931"])
    taken = take(worksheet, by, handed_in(worksheet, codes=["4842"]), into=line)
    assert (taken.text, taken.codes, taken.version) == ("In our words.", ["4842", "4931"], 2)
    assert taken.edited_by_name == by.name


def test_what_is_in_already_is_refused_and_nothing_of_it_happens(worksheet, by):
    first, second = handed_in(worksheet), handed_in(worksheet)
    take(worksheet, by, first)
    with refused("observation_taken"):
        take(worksheet, by, first, second)
    second.refresh_from_db()
    assert second.taken_into is None
    assert JointObservation.objects.count() == 1


def test_what_was_not_handed_in_or_is_of_another_round_is_nobodys_to_take(worksheet, by):
    private = ObservationFactory(sheet__worksheet=worksheet)
    elsewhere = handed_in(WorksheetFactory(state="joining"))
    for observations in ([], [private], [elsewhere]):
        with refused("nothing_chosen"):
            take(worksheet, by, *observations)
    with refused("observation_taken"):
        take(worksheet, by, handed_in(worksheet), private)
    assert not JointObservation.objects.exists()


def test_a_line_can_be_written_together(worksheet, by):
    seen = {"question": "check", "text": "Ask the plants.", "codes": ["3361"]}
    line = joint.write(worksheet=worksheet, by=by, query="ownership=5", **seen)
    assert (line.codes, line.query, line.areas) == (["3361"], "ownership=5", "39049")
    with refused("industry_not_in_table"):
        joint.write(worksheet=worksheet, by=by, **(seen | {"codes": ["9998"]}))
    assert JointObservation.objects.count() == 1


def test_an_edit_is_bound_to_the_version_that_was_read(worksheet, by):
    line = JointObservationFactory(worksheet=worksheet, text="First.", codes=["3361"])
    mine = {"question": "pay", "text": "Mine.", "codes": ["3363"]}
    changed = joint.change(line=line, version=1, by=by, **mine)
    assert (changed.text, changed.codes, changed.version) == ("Mine.", ["3363"], 2)
    # The same form sent twice is done already.
    assert joint.change(line=line, version=1, by=by, **mine).version == 2
    with refused("line_edited_meanwhile"):
        joint.change(line=line, version=1, by=by, question="pay", text="Theirs.", codes=[])
    assert [(move.name, move.note) for move in history_of(worksheet)] == [("edit_line", "First.")]


def test_an_edit_that_began_before_something_was_added_does_not_pass_over_it(worksheet, by):
    line = JointObservationFactory(worksheet=worksheet, codes=["3361"])
    take(worksheet, by, handed_in(worksheet, codes=["3363"]), into=line)
    with refused("line_edited_meanwhile"):
        joint.change(line=line, version=1, by=by, question="pay", text="Mine.", codes=["3361"])
    assert JointObservation.objects.get().codes == ["3361", "3363"]


def test_a_removed_line_gives_back_what_it_was_taken_from(worksheet, by):
    seen = handed_in(worksheet)
    line = take(worksheet, by, seen)
    with refused("line_edited_meanwhile"):
        joint.remove(line=line, version=7, by=by)
    joint.remove(line=line, version=1, by=by)
    joint.remove(line=line, version=1, by=by)
    seen.refresh_from_db()
    assert seen.taken_into is None
    with refused("line_gone"):
        joint.change(line=line, version=1, by=by, question="pay", text="Mine.", codes=[])
    with refused("line_gone"):
        take(worksheet, by, seen, into=line)
    assert [move.name for move in history_of(worksheet)] == ["take_over", "remove_line"]


@pytest.mark.parametrize("state", ["collecting", "closed"])
def test_the_joint_sheet_is_written_while_it_is_being_made(worksheet, by, state):
    seen, line = handed_in(worksheet), JointObservationFactory(worksheet=worksheet)
    Worksheet.objects.update(state=state)
    words = {"question": "pay", "text": "Mine.", "codes": []}
    for act in (
        lambda: take(worksheet, by, seen),
        lambda: joint.write(worksheet=worksheet, by=by, **words),
        lambda: joint.change(line=line, version=1, by=by, **words),
        lambda: joint.remove(line=line, version=1, by=by),
    ):
        with refused("worksheet_moved"):
            act()


def test_an_administrator_reads_the_joint_sheet_and_does_not_write_it(worksheet):
    other = member(worksheet.initiative, Membership.Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied):
        take(worksheet, other, handed_in(worksheet))


@pytest.mark.django_db(transaction=True)
def test_of_many_who_take_the_same_over_at_once_one_does(worksheet, by):
    seen = handed_in(worksheet, codes=["4931"])
    results = race(*[lambda: take(worksheet, by, seen)] * 6)
    assert problems(results) == ["observation_taken"] * 5
    assert JointObservation.objects.get().codes == ["4931"]
    assert Observation.objects.get().taken_into == JointObservation.objects.get()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_edit_a_line_at_once_one_is_told(worksheet, by):
    line = JointObservationFactory(worksheet=worksheet, text="First.", codes=["3361"])

    def edit(text, codes):
        words = {"question": "pay", "text": text, "codes": codes}
        return lambda: joint.change(line=line, version=1, by=by, **words)

    results = race(edit("Mine.", ["3363"]), edit("Theirs.", ["3362"]))
    assert problems(results) == ["line_edited_meanwhile"]
    now = JointObservation.objects.get()
    assert (now.text, now.codes) in [("Mine.", ["3363"]), ("Theirs.", ["3362"])]


@pytest.mark.django_db(transaction=True)
def test_what_is_taken_over_while_closing_is_in_or_refused(worksheet, by):
    JointObservationFactory(worksheet=worksheet)
    sheet = OwnSheetFactory(worksheet=worksheet, handed_in=True)
    seen = ObservationFactory.create_batch(4, sheet=sheet)
    results = race(
        lambda: worksheets.move(worksheet=Worksheet.objects.get(), name="close", by=by),
        *[lambda one=one: take(worksheet, by, one) for one in seen],
    )
    codes = problems(results)
    assert set(codes) <= {"worksheet_moved"}
    assert Worksheet.objects.get().state == "closed"
    assert Observation.objects.exclude(taken_into=None).count() == 4 - len(codes)
