import pytest
from django.urls import reverse

from mobilization.models import Category
from mobilization.queries import categories as queries
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, RequirementFactory, under

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="requirements", group__cluster__slug="optics")


@pytest.fixture
def open_page(client, meeting):
    client.force_login(member(meeting.initiative, "recorder"))

    def visit(name, data=None):
        address = reverse(name, args=[meeting.initiative.slug, "optics", meeting.number])
        return client.get(address) if data is None else client.post(address, data)

    return visit


def typed(meeting, changes, new=""):
    """What the browser sends: the rows as they stand with `changes` {name: {field: value}}."""
    rows = [
        {"id": row.pk, "place": row.position, "name": row.name, **changes.get(row.name, {})}
        for row in meeting.categories.all()
    ]
    rows.append({"id": "", "place": "", "name": new})
    data = {
        "stood": queries.mark(meeting),
        "rows-TOTAL_FORMS": len(rows),
        "rows-INITIAL_FORMS": 0,
    }
    for number, row in enumerate(rows):
        data |= {f"rows-{number}-{name}": value for name, value in row.items()}
    return data


def names():
    return list(Category.objects.values_list("name", flat=True))


def test_the_form_begins_with_what_stands_there_and_a_spare_row(open_page, meeting):
    RequirementFactory.create_batch(2, meeting=meeting)
    text = open_page("categories_edit").text
    assert 'value="Regulation and taxation"' in text
    assert "2 requirements are filed here." in text
    assert 'name="rows-0-goes_to"' in text
    assert 'name="rows-1-goes_to"' not in text  # nothing is filed there
    assert 'name="rows-6-gone"' not in text


@pytest.mark.parametrize(("state", "place"), [("requirements", "console"), ("planned", "meeting")])
def test_who_saves_goes_back_to_where_they_work(open_page, meeting, state, place):
    type(meeting).objects.update(state=state)
    answer = open_page("categories_edit", typed(meeting, {}, new="Homes"))
    assert answer.url == reverse(place, args=[meeting.initiative.slug, "optics", 1])
    assert names()[6:] == ["Homes"]


@pytest.mark.parametrize(
    ("keys", "order"),
    [
        ({"Other": 2}, "Workforce Other Infrastructure Innovation Regulation Quality"),
        ({"Workforce": 4}, "Infrastructure Innovation Regulation Workforce Quality Other"),
        (
            {"Workforce": 2, "Infrastructure": 1},
            "Infrastructure Workforce Innovation Regulation Quality Other",
        ),
    ],
)
def test_another_key_moves_a_category_to_that_place(open_page, meeting, keys, order):
    open_page(
        "categories_edit", typed(meeting, {name: {"place": key} for name, key in keys.items()})
    )
    assert [name.split()[0] for name in names()] == order.split()


def test_the_console_files_under_the_new_key(open_page, meeting):
    open_page("categories_edit", typed(meeting, {}, new="Homes"))
    text = open_page("console").text
    assert f'<option value="{under(meeting, "Homes").pk}">Homes</option>' in text
    assert "Categories changed" in text


def test_a_problem_keeps_what_was_typed_beside_what_stands_there(open_page, meeting):
    RequirementFactory(meeting=meeting)
    data = typed(meeting, {"Workforce": {"gone": "on"}}, new="Homes")

    text = open_page("categories_edit", data).text
    assert "“Workforce” is in use: 1 on the list." in text
    assert "What stands there now" in text
    assert 'value="Homes"' in text
    assert "Homes" not in names()

    data["rows-0-goes_to"] = under(meeting, "Other").pk
    assert open_page("categories_edit", data).status_code == 302
    assert names() == [*names()[:5], "Homes"]


def test_what_somebody_else_stored_meanwhile_is_told_and_can_be_saved_over(open_page, meeting):
    data = typed(meeting, {"Other": {"name": "The rest"}})
    open_page("categories_edit", typed(meeting, {}, new="Homes"))

    page = open_page("categories_edit", data)
    assert "Somebody else changed the categories" in page.text
    assert "Homes" in page.text

    data["stood"] = page.context["sheet"].head["stood"].value()
    open_page("categories_edit", data)
    assert names()[5:] == ["The rest", "Homes"]


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("name", "x" * 41), ("place", 10), ("goes_to", "7x")]
)
def test_a_mistake_is_marked_and_stores_nothing(open_page, meeting, field, value):
    RequirementFactory(meeting=meeting)
    page = open_page("categories_edit", typed(meeting, {"Workforce": {field: value}}))
    assert "Nothing was stored yet" in page.text
    assert list(page.context["sheet"].rows.forms[0].errors) == [field]
    assert names()[0] == "Workforce"


def test_only_the_first_meeting_has_categories(open_page, meeting):
    type(meeting).objects.update(number=2, state="planned")
    meeting.number = 2
    assert open_page("categories_edit").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_form_takes_the_same_queries(open_page, meeting, count, django_assert_num_queries):
    RequirementFactory.create_batch(count, meeting=meeting)
    open_page("categories_edit")
    with django_assert_num_queries(7):
        open_page("categories_edit")
