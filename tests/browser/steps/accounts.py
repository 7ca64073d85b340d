"""How the support team gets in."""

from io import StringIO

from django.core.management import call_command

from accounts.models import Membership
from tests.browser.steps.walk import PASSWORD, SLUG, address_mailed_to, field, fill, press
from tests.factories.accounts import MembershipFactory

MANAGER = "manager@example.org"


def an_initiative_is_made_by_command(monkeypatch):
    monkeypatch.setenv("CLUSTERWISE_PASSWORD", PASSWORD)
    call_command(
        "create_initiative",
        SLUG,
        name="Sample region",
        manager_email=MANAGER,
        manager_name="Mara Ledger",
        stdout=StringIO(),
    )


def the_manager_signs_in(walk):
    page = walk.manager = walk.open_page()
    page.goto("/")
    walk.look(page, "sign-in")
    sign_in(page, MANAGER)
    page.get_by_role("heading", name="Sample region").wait_for()
    walk.look(page, "overview")


def the_recorder_is_added_and_chooses_a_password(walk):
    add_to_team(walk.manager, walk, "Rita Recorder", "recorder@example.org", "Recorder")
    page = walk.recorder = walk.open_page()
    page.goto(address_mailed_to("recorder@example.org"))
    walk.look(page, "choose-password")
    page.get_by_label("New Password", exact=False).first.fill(PASSWORD)
    page.get_by_label("again").fill(PASSWORD)
    press(page, "Store the password")
    page.get_by_role("heading", name="Your password is stored").wait_for()
    page.goto("/")
    sign_in(page, "recorder@example.org")
    page.get_by_role("heading", name="Sample region").wait_for()


def sign_in(page, email):
    fill(page, Email=email, Password=PASSWORD)
    press(page, "Sign in")


def add_to_team(page, walk, name, email, role):
    page.goto(walk.opens("team_new"))
    field(page, "E-mail address").fill(email)
    fill(page, Name=name)
    field(page, "Role").select_option(label=role)
    press(page, "Add to the team")


def the_others_of_the_team_are_signed_in(walk):
    for name, role in [
        ("lead", Membership.Role.LEAD_FACILITATOR),
        ("administrator", Membership.Role.ADMINISTRATOR),
    ]:
        email = f"{name}@example.org"
        MembershipFactory(
            initiative=walk.initiative,
            role=role,
            user__email=email,
            user__name=f"{name.title()} Invented",
        )
        setattr(walk, name, walk.signed_in(email))
