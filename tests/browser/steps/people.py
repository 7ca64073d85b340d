"""People, the Leadership Group, and the seats of the cluster group."""

from mobilization.models import Seat
from tests.browser.steps.walk import CLUSTER, field, fill, follow, press
from tests.factories.accounts import OrganisationFactory, PersonFactory
from tests.factories.process import LeadershipSeatFactory

CO_CHAIRS = ["Cora Chair", "Carl Chair"]
GUEST, BY_TELEPHONE = "Ada Sample", "Ben Sample"
LEADER = "Lena Leader"
INDUSTRIES = ["3254", "3391", "6221"]


def the_administrator_lists_a_firm_and_a_person(walk):
    page = walk.administrator
    page.goto(walk.opens("people"))
    page.goto(walk.opens("organisation_new"))
    fill(page, Name="Sample Pharma")
    field(page, "Industry (4-digit NAICS)").fill("3254")
    field(page, "Size").select_option(label="Large")
    press(page, "Add the organization")
    page.goto(walk.opens("person_new"))
    fill(page, Name=GUEST, Position="Head of production")
    field(page, "Organization").select_option(label="Sample Pharma")
    field(page, "E-mail address").fill(email_of(GUEST))
    walk.look(page, "person-form")
    press(page, "Add the person")
    page.get_by_text(f"{GUEST} is in the list now").wait_for()


def the_others_are_listed(walk):
    """The firms and people that would take too long to type."""
    names = [*CO_CHAIRS, BY_TELEPHONE, *(f"Guest {letter}" for letter in "DEFGHIJKLM")]
    for number, name in enumerate(names):
        firm = OrganisationFactory(
            initiative=walk.initiative,
            name=f"Sample Works {number + 1}",
            industry=INDUSTRIES[number % 3],
        )
        PersonFactory(
            initiative=walk.initiative, name=name, email=email_of(name), organisation=firm
        )
    for name in (LEADER, "Leo Leader", "Lia Leader"):
        PersonFactory(initiative=walk.initiative, name=name, email=email_of(name))


def email_of(name):
    return f"{name.lower().replace(' ', '.')}@example.org"


def the_manager_seats_the_leadership_group(walk):
    page = walk.manager
    page.goto(walk.opens("groups"))
    follow(page, "Add a member")
    field(page, "Person").select_option(label=LEADER)
    field(page, "Co-chair of the Leadership Group").check()
    press(page, "Add the member")
    page.get_by_text(f"{LEADER} sits in the Leadership Group now").wait_for()
    for name in ("Leo Leader", "Lia Leader"):
        LeadershipSeatFactory(person=walk.person(name))


def the_manager_chooses_the_cluster(walk):
    page = walk.manager
    page.goto(walk.opens("groups"))
    follow(page, "Choose a cluster")
    field(page, "Cluster").select_option(label="Health and life sciences")
    fill(page, Reason="It is large and concentrated, and its employers asked for it.")
    walk.look(page, "choose-cluster")
    press(page, "Choose the cluster")
    page.get_by_text("was chosen").wait_for()


def the_manager_fills_the_list(walk):
    page = walk.manager
    seat(walk, Seat.Role.CO_CHAIR, CO_CHAIRS)
    page.goto(walk.opens("seat_new", CLUSTER))
    walk.look(page, "seats")
    guests = [GUEST, BY_TELEPHONE, *(f"Guest {letter}" for letter in "DEFGHIJKLM")]
    seat(walk, Seat.Role.INVITEE, guests)
    walk.look(page, "group")
    page.goto(walk.opens("people"))
    walk.look(page, "people")


def seat(walk, role, names):
    page = walk.manager
    page.goto(walk.opens("seat_new", CLUSTER))
    field(page, "As").select_option(value=role)
    for name in names:
        page.get_by_role("checkbox", name=name).check()
    press(page, "Add them to the list")
    page.get_by_role("heading", name="Where the group stands").wait_for()
