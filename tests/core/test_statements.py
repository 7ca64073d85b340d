import pytest
from django.db.models import F

from accounts.models import Person
from core.statements import Statement, blank
from tests.factories.accounts import PersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def called():
    """People of a name and a position, which is a text of the statement's own."""
    return Person.objects.filter(name=blank("name"), title="name").order_by("pk")


def test_a_statement_runs_with_the_values_of_the_moment(called):
    ada, ben = (PersonFactory(name=name, title="name") for name in ("Ada", "Ben"))
    PersonFactory(name="Cleo", title="mayor")
    statement = Statement(called)
    assert [statement.record(name=name) for name in ("Ada", "Ben", "Cleo")] == [ada, ben, None]


def test_it_reads_columns_as_well(called):
    ada = PersonFactory(name="Ada", title="name")
    statement = Statement(called.values_list("pk", "name"))
    assert statement.row(name="Ada") == (ada.pk, "Ada")
    assert statement.row(name="Ben") is None


def test_it_changes_the_rows_and_says_how_many(called):
    PersonFactory(name="Ada", title="name")
    statement = Statement(called, email=F("title"))
    assert (statement.change(name="Ada"), statement.change(name="Ben")) == (1, 0)
    assert Person.objects.get().email == "name"


def test_it_names_the_row_that_it_changed(called):
    ada = PersonFactory(name="Ada", title="name")
    statement = Statement(called, email=F("title"))
    assert (statement.key(name="Ada"), statement.key(name="Ben")) == (ada.pk, None)
    assert Person.objects.get().email == "name"


def test_it_changes_rows_only_where_another_finds_one(called):
    ada = PersonFactory(name="Ada", title="name", email="before@ada.example")
    mayors = Statement(Person.objects.filter(title=blank("office")), shared=True)
    statement = Statement(called, given=mayors, email=F("title"))

    assert statement.key(name="Ada", office="mayor") is None
    assert Person.objects.get().email == "before@ada.example"

    PersonFactory(name="Cleo", title="mayor")
    assert statement.key(name="Ada", office="mayor") == ada.pk
    assert Person.objects.get(pk=ada.pk).email == "name"
