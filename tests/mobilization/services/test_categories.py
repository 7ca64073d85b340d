import pytest
from django.core.exceptions import PermissionDenied

from mobilization.models import Category, Deed, Requirement
from mobilization.queries import categories as queries
from mobilization.services import categories, requirements
from tests.factories.accounts import PersonFactory, member
from tests.factories.process import MeetingFactory, RequirementFactory, under
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

SIX = [
    "Workforce",
    "Infrastructure",
    "Innovation and entrepreneurship",
    "Regulation and taxation",
    "Quality of life",
    "Other",
]


@pytest.fixture
def meeting():
    return MeetingFactory(state="requirements")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, "recorder")


def rows_of(meeting):
    return list(meeting.categories.values("id", "name"))


def save(meeting, rows, by, stood=None):
    stood = stood or queries.mark(meeting)
    categories.save(meeting=meeting, stood=stood, rows=rows, by=by)


def names(meeting):
    return list(meeting.categories.values_list("name", flat=True))


@pytest.mark.parametrize(
    "state", ["planned", "check_in", "cards", "requirements", "voting", "grouping", "teams"]
)
def test_before_the_meeting_closes_the_list_is_edited_as_a_whole(state, meeting, recorder):
    type(meeting).objects.update(state=state)
    requirement = RequirementFactory(meeting=meeting)
    first, second, *others = rows_of(meeting)
    rows = [{"name": "Homes"}, second | {"name": "Roads and rails"}, first, *others]

    save(meeting, rows, recorder)

    assert names(meeting) == ["Homes", "Roads and rails", "Workforce", *SIX[2:]]
    requirement.refresh_from_db()
    assert (requirement.category.name, requirement.category.position) == ("Workforce", 3)
    assert Deed.objects.get().kind == "categories_changed"


def test_the_categories_of_a_closed_meeting_stay(meeting, recorder):
    type(meeting).objects.update(state="closed")
    with refused("part_not_open"):
        save(meeting, [{"name": "Homes"}], recorder)
    assert names(meeting) == SIX


def test_names_are_exchanged_and_what_is_filed_stays_where_it_is(meeting, recorder):
    requirement = RequirementFactory(meeting=meeting)
    first, second, *others = rows_of(meeting)
    exchanged = [first | {"name": second["name"]}, second | {"name": first["name"]}, *others]

    save(meeting, exchanged, recorder)

    assert names(meeting)[:2] == ["Infrastructure", "Workforce"]
    requirement.refresh_from_db()
    assert requirement.category.name == "Infrastructure"


def test_a_category_in_use_goes_only_with_a_place_for_its_requirements(meeting, recorder):
    RequirementFactory(meeting=meeting, text="Roads")
    first, second, third, *others = rows_of(meeting)
    gone = first | {"gone": True}

    with refused("category_in_use"):
        save(meeting, [gone, second, third, *others], recorder)
    with refused("category_goes_too"):
        rows = [gone | {"goes_to": third["id"]}, second, third | {"gone": True}, *others]
        save(meeting, rows, recorder)
    assert names(meeting) == SIX

    rows = [gone | {"goes_to": third["id"]}, second | {"gone": True}, third, *others]
    save(meeting, rows, recorder)

    assert names(meeting) == SIX[2:]
    assert list(
        Requirement.objects.values_list("text", "category__name", "category__position")
    ) == [("Roads", "Innovation and entrepreneurship", 1)]


@pytest.mark.parametrize(
    ("added", "code"),
    [
        (["Homes", "Schools", "Water", "Energy"], "too_many_categories"),
        (["Homes", "hOMES"], "category_twice"),
        (["WORKFORCE"], "category_twice"),
    ],
)
def test_a_list_that_is_none_is_refused(meeting, recorder, added, code):
    with refused(code):
        save(meeting, [*rows_of(meeting), *({"name": name} for name in added)], recorder)
    assert names(meeting) == SIX


def test_one_category_at_least_is_left(meeting, recorder):
    with refused("no_category_left"):
        save(meeting, [row | {"gone": True} for row in rows_of(meeting)], recorder)
    assert names(meeting) == SIX


def test_nine_are_allowed(meeting, recorder):
    rows = [*rows_of(meeting), {"name": "Homes"}, {"name": "Schools"}, {"name": "Water"}]
    save(meeting, rows, recorder)
    assert list(Category.objects.values_list("position", flat=True)) == list(range(1, 10))


def test_an_edit_of_a_list_that_somebody_else_changed_is_refused_and_then_keeps_theirs(
    meeting, recorder
):
    """Who saves again after reading what stands there takes nothing out unseen."""
    stood, mine = queries.mark(meeting), [*rows_of(meeting), {"name": "Water"}]
    gone = [rows_of(meeting)[0] | {"gone": True}, *rows_of(meeting)[1:], {"name": "Homes"}]
    save(meeting, gone, recorder)

    with refused("categories_edited_meanwhile"):
        save(meeting, mine, recorder, stood=stood)
    assert names(meeting) == [*SIX[1:], "Homes"]

    save(meeting, mine, recorder)
    assert names(meeting) == [*SIX, "Water", "Homes"]


def test_only_those_who_plan_the_meeting_edit_them(meeting):
    with pytest.raises(PermissionDenied):
        save(meeting, [{"name": "Homes"}], PersonFactory(initiative=meeting.initiative))


def test_nothing_is_filed_under_a_category_that_is_gone_or_of_another_meeting(meeting, recorder):
    gone = under(meeting, "Other")
    save(meeting, [*rows_of(meeting)[:5], {"id": gone.pk, "name": "", "gone": True}], recorder)
    listed = RequirementFactory(meeting=meeting, text="Roads")

    for category in (gone, under(MeetingFactory(), "Other")):
        with refused("category_gone"):
            requirements.add(meeting=meeting, text="Rails", category=category, by=recorder)
        with refused("category_gone"):
            requirements.edit(requirement=listed, text="Roads", category=category, by=recorder)
    assert list(Requirement.objects.values_list("text", "category__name")) == [
        ("Roads", "Workforce")
    ]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_save_at_once_one_is_stored():
    meeting = MeetingFactory(state="requirements")
    by = member(meeting.initiative, "recorder")
    stood, standing = queries.mark(meeting), rows_of(meeting)

    results = race(
        *[
            lambda name=f"Homes {number}": save(meeting, [*standing, {"name": name}], by, stood)
            for number in range(8)
        ]
    )

    assert problems(results) == ["categories_edited_meanwhile"] * 7
    assert len(names(meeting)) == 7


@pytest.mark.django_db(transaction=True)
def test_filing_while_the_category_goes_leaves_no_requirement_without_one():
    """Either the requirement was faster, and the category stays, or it is refused."""
    meeting = MeetingFactory(state="requirements")
    by = member(meeting.initiative, "recorder")
    other, stood = under(meeting, "Other"), queries.mark(meeting)
    rows = [*rows_of(meeting)[:5], {"id": other.pk, "name": "Other", "gone": True}]

    def file(number):
        return requirements.add(meeting=meeting, text=f"Line {number}", category=other, by=by)

    filing = [lambda number=number: file(number) for number in range(7)]
    results = race(*filing, lambda: save(meeting, rows, by, stood))

    refusals = problems(results)
    listed = meeting.requirements.count()
    if listed:
        assert refusals == ["category_in_use"]
        assert (listed, len(names(meeting))) == (7, 6)
    else:
        assert refusals == ["category_gone"] * 7
        assert len(names(meeting)) == 5
