import pytest
from django.db.models import F
from django.utils import timezone

from accounts.models import Organisation, Person, PersonalLink
from accounts.models.people import LINK_LIFE
from core.statements import Insertion, Statement, blank
from tests.factories.accounts import OrganisationFactory, PersonFactory

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


def test_it_reads_several_rows_and_what_belongs_to_them(called, django_assert_num_queries):
    pair = PersonFactory.create_batch(2, name="Ada", title="name")
    statement = Statement(called.select_related("initiative").annotate(called_too=F("name")))
    with django_assert_num_queries(1):
        found = statement.records(name="Ada")
        assert [(row.initiative, row.called_too) for row in found] == [
            (person.initiative, "Ada") for person in pair
        ]
    assert Statement(called.values_list("pk")).rows(name="Ada") == [(row.pk,) for row in pair]


def test_it_changes_the_rows_and_says_how_many(called):
    PersonFactory(name="Ada", title="name")
    statement = Statement(called, email=F("title"))
    assert (statement.change(name="Ada"), statement.change(name="Ben")) == (1, 0)
    assert Person.objects.get().email == "name"


def test_it_reads_the_row_that_it_changed(called):
    ada = PersonFactory(name="Ada", title="name")
    statement = Statement(called, email=F("title"))
    assert statement.changed_row("id", "email", name="Ada") == (ada.pk, "name")
    assert statement.changed_row("id", name="Ben") is None
    assert Person.objects.get().email == "name"


def test_it_changes_rows_only_where_another_finds_one(called):
    ada = PersonFactory(name="Ada", title="name", email="before@ada.example")
    mayors = Statement(Person.objects.filter(title=blank("office")), shared=True)
    statement = Statement(called, given=mayors, email=F("title"))

    assert statement.changed_row("id", name="Ada", office="mayor") is None
    assert Person.objects.get().email == "before@ada.example"

    PersonFactory(name="Cleo", title="mayor")
    assert statement.changed_row("id", name="Ada", office="mayor") == (ada.pk,)
    assert Person.objects.get(pk=ada.pk).email == "name"


def test_an_insertion_names_the_row_that_it_wrote():
    person, moment = PersonFactory(), timezone.now()
    insertion = Insertion(PersonalLink, "person", "expires_at", made_at=moment, key="one")
    key = insertion.key(person=person.pk, expires_at=moment + LINK_LIFE)
    rows = PersonalLink.objects.filter(expires_at=moment + LINK_LIFE, revoked_at=None)
    assert rows.values_list("pk", "person", "key").get() == (key, person.pk, "one")


def test_an_insertion_made_once_leaves_the_row_that_is_there():
    there = OrganisationFactory(name="Ironworks")
    insertion = Insertion(Organisation, "initiative", "name", once=True)
    assert insertion.key(initiative=there.initiative_id, name="Ironworks") is None
    assert Organisation.objects.get() == there
