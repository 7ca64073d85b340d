import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.urls import reverse

from accounts import links
from accounts.models import Membership, Organisation, Person
from mobilization.models import Seat
from tests.factories.accounts import (
    InitiativeFactory,
    OrganisationFactory,
    PersonFactory,
    member,
)
from tests.factories.process import LeadershipSeatFactory, SeatFactory

pytestmark = pytest.mark.django_db

Role = Membership.Role
OFFICE = [Role.MANAGER, Role.ADMINISTRATOR]
ROOM = [Role.LEAD_FACILITATOR, Role.RECORDER]


@pytest.fixture
def initiative():
    return InitiativeFactory(slug="here")


@pytest.fixture
def sign_in(client, initiative):
    def as_role(role=Role.MANAGER):
        client.force_login(member(initiative, role))
        return client

    return as_role


def somebody(initiative, **values):
    """A person with an organisation, a seat in the Leadership Group and one in a group."""
    firm = OrganisationFactory(initiative=initiative)
    person = PersonFactory(initiative=initiative, organisation=firm, **values)
    LeadershipSeatFactory(person=person)
    SeatFactory(group__cluster__initiative=initiative, person=person, role=Seat.Role.CO_CHAIR)
    return person


@pytest.mark.parametrize("role", OFFICE)
def test_the_office_sees_addresses(role, initiative, sign_in):
    somebody(initiative, email="ada@example.org")

    assert "ada@example.org" in sign_in(role).get(reverse("people", args=["here"])).text


@pytest.mark.parametrize("role", ROOM)
def test_facilitators_see_names_and_organisations_only(role, initiative, sign_in):
    person = somebody(initiative, email="ada@example.org", phone="614-555-0100")

    page = sign_in(role).get(reverse("people", args=["here"])).text

    assert person.name in page
    assert str(person.organisation) in page
    assert "Leadership Group" in page
    assert "ada@example.org" not in page
    assert "614-555-0100" not in page


@pytest.mark.parametrize("role", ROOM)
def test_facilitators_cannot_search_or_sort_by_address(role, initiative, sign_in):
    PersonFactory(initiative=initiative, name="Ada Anvil", email="smith@example.org")

    client = sign_in(role)

    assert "Ada Anvil" not in client.get("/i/here/people/?q=smith").text
    assert client.get("/i/here/people/?sort=email").status_code == 200


@pytest.mark.parametrize("role", ROOM)
@pytest.mark.parametrize("name", ["person_new", "organisation_new"])
def test_facilitators_change_nobody(name, role, sign_in):
    assert sign_in(role).get(reverse(name, args=["here"])).status_code == 403


def test_people_of_another_initiative_are_not_found(sign_in):
    elsewhere = somebody(InitiativeFactory(slug="elsewhere"))
    client = sign_in()

    assert client.get(reverse("person_edit", args=["here", elsewhere.pk])).status_code == 404
    firm = reverse("organisation_edit", args=["here", elsewhere.organisation_id])
    assert client.get(firm).status_code == 404
    withdraw = reverse("person_link_withdraw", args=["here", elsewhere.pk])
    assert client.post(withdraw).status_code == 404
    assert client.get(reverse("people", args=["elsewhere"])).status_code == 404


def test_a_person_is_added_with_their_organisation(initiative, sign_in):
    firm = OrganisationFactory(initiative=initiative)
    values = {"name": "Ada Anvil", "organisation": firm.pk, "email": "ada@example.org"}

    answer = sign_in().post(reverse("person_new", args=["here"]), values)

    assert answer.url == reverse("people", args=["here"])
    assert Person.objects.get().organisation == firm


def test_an_address_that_is_taken_keeps_what_was_typed(initiative, sign_in):
    PersonFactory(initiative=initiative, email="ada@example.org")
    values = {"name": "Ada Again", "email": "ADA@example.org"}

    page = sign_in().post(reverse("person_new", args=["here"]), values).text

    assert "Somebody with the address ADA@example.org is listed already." in page
    assert 'value="Ada Again"' in page
    assert Person.objects.count() == 1


def test_an_organisation_of_another_initiative_cannot_be_chosen(sign_in):
    firm = OrganisationFactory()

    page = sign_in().post(
        reverse("person_new", args=["here"]), {"name": "Ada", "organisation": firm.pk}
    )

    assert page.status_code == 200
    assert not Person.objects.exists()


def test_a_person_and_an_organisation_are_changed(initiative, sign_in):
    person = somebody(initiative)
    client = sign_in()
    firm = person.organisation

    client.post(reverse("person_edit", args=["here", person.pk]), {"name": "New Name"})
    client.post(
        reverse("organisation_edit", args=["here", firm.pk]),
        {"name": "New Firm", "industry": "3254", "size": "large"},
    )

    person.refresh_from_db()
    firm.refresh_from_db()
    assert (person.name, person.organisation) == ("New Name", None)
    assert (firm.name, firm.industry, firm.size) == ("New Firm", "3254", "large")


def test_an_organisation_is_listed_once_whatever_its_case(initiative, sign_in):
    OrganisationFactory(initiative=initiative, name="Nut & Bolt")

    page = sign_in().post(reverse("organisation_new", args=["here"]), {"name": "nut & bolt"})

    assert "is listed already" in page.text
    assert Organisation.objects.count() == 1


def test_a_wrong_industry_is_told_beside_the_field(sign_in):
    values = {"name": "Nut & Bolt", "industry": "33"}

    page = sign_in().post(reverse("organisation_new", args=["here"]), values).text

    assert "Write four digits, for example 3345." in page
    assert 'value="33"' in page


# --- Personal links -------------------------------------------------------------------------


def test_a_withdrawn_link_opens_nothing_and_its_history_says_who_withdrew_it(
    initiative, sign_in, client
):
    person = somebody(initiative)
    address = reverse("personal_home", args=[links.for_person(person).token])

    sign_in().post(reverse("person_link_withdraw", args=["here", person.pk]))

    assert client.get(address).status_code == 410
    page = client.get(reverse("person_edit", args=["here", person.pk])).text
    assert "The link was withdrawn." in page
    assert "Link withdrawn" in page


def test_a_new_link_is_mailed_to_its_owner_and_not_shown(
    initiative, sign_in, client, django_capture_on_commit_callbacks
):
    person = somebody(initiative, email="ada@example.org")
    old = links.for_person(person)
    sign_in()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("person_link_renew", args=["here", person.pk]))

    new = links.for_person(person)
    assert new.pk != old.pk
    assert [letter.to for letter in mail.outbox] == [["ada@example.org"]]
    assert new.url() in mail.outbox[0].body
    assert new.token not in client.get(reverse("person_edit", args=["here", person.pk])).text


def test_the_link_of_somebody_without_an_address_is_shown_to_be_handed_over(initiative, sign_in):
    person = somebody(initiative, email="")
    client = sign_in()

    client.post(reverse("person_link_renew", args=["here", person.pk]))

    page = client.get(reverse("person_edit", args=["here", person.pk])).text
    assert links.for_person(person).url() in page


@pytest.mark.parametrize("name", ["person_link_withdraw", "person_link_renew"])
def test_links_change_by_post_alone(name, initiative, sign_in):
    person = somebody(initiative)

    assert sign_in().get(reverse(name, args=["here", person.pk])).status_code == 405


# --- The lists ------------------------------------------------------------------------------


def test_search_finds_every_word_in_name_or_organisation(initiative, sign_in):
    firm = OrganisationFactory(initiative=initiative, name="Nut & Bolt")
    PersonFactory(initiative=initiative, name="Ada Anvil", organisation=firm)
    PersonFactory(initiative=initiative, name="Ben Anvil")

    page = sign_in().get(reverse("people", args=["here"]), {"q": "anvil bolt"}).text

    assert "Ada Anvil" in page
    assert "Ben Anvil" not in page


def test_the_list_has_pages(initiative, sign_in):
    for number in range(26):
        PersonFactory(initiative=initiative, name=f"Person {number:02}")
    client = sign_in()

    assert "Person 25" not in client.get("/i/here/people/").text
    assert "Person 25" in client.get("/i/here/people/?page=2").text


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("people", 9), ("organisations", 6)])
def test_a_list_takes_the_same_queries_however_long_it_is(
    name, queries, rows, initiative, sign_in, django_assert_num_queries
):
    for _number in range(rows):
        somebody(initiative)
    client = sign_in()
    ContentType.objects.clear_cache()

    with django_assert_num_queries(queries):
        client.get(reverse(name, args=["here"]))
