"""Letter and answers: by e-mail, by telephone, and checked by a co-chair."""

from accounts.models import Person
from tests.browser.steps.people import BY_TELEPHONE, CO_CHAIRS, GUEST, email_of
from tests.browser.steps.walk import (
    CLUSTER,
    address_mailed_to,
    field,
    fill,
    follow,
    in_days,
    press,
    row,
    workers_do_what_waits,
)


def the_manager_writes_the_letter(walk):
    page = walk.manager
    page.goto(walk.opens("invitations", CLUSTER))
    follow(page, "Write the letter")
    field(page, "First meeting").fill(in_days(45))
    fill(page, Place="Sample Library, room 2")
    field(page, "Reply by").fill(in_days(30)[:10])
    walk.look(page, "letter-form")
    press(page, "Save the letter")
    page.get_by_role("heading", name="The letter as the invitee reads it").wait_for()
    walk.look(page, "letter")


def the_co_chair_checks_the_list(walk):
    """The office mails a co-chair the link to their own page."""
    page = walk.administrator
    page.goto(walk.opens("person_edit", walk.person(CO_CHAIRS[0]).pk))
    walk.look(page, "person")
    press(page, "Make a link and mail it")
    page.get_by_text("A new link was mailed").wait_for()
    phone = walk.co_chair = walk.phone_at(address_mailed_to(email_of(CO_CHAIRS[0])))
    walk.look(phone, "co-chair-home")
    follow(phone, "See the list")
    phone.get_by_text(GUEST).wait_for()
    walk.look(phone, "co-chair-list")


def the_administrator_sends_the_letters(walk):
    page = walk.administrator
    page.goto(walk.opens("invitations", CLUSTER))
    walk.look(page, "invitations-to-send")
    page.get_by_role("button", name="Send 12 letters").click()
    workers_do_what_waits()
    page.get_by_text("Ready").wait_for()
    walk.look(page, "letters-sent")


def the_guest_says_yes_on_second_thought(walk):
    phone = walk.guest = walk.phone_at(address_mailed_to(email_of(GUEST)))
    walk.look(phone, "answer")
    press(phone, "I am not sure yet")
    phone.get_by_text("not sure yet.").wait_for()
    press(phone, "Yes, I will come")
    phone.get_by_text("You have told us that you will come").wait_for()
    walk.look(phone, "answered")


def the_administrator_writes_down_an_answer(walk):
    page = walk.administrator
    page.goto(walk.opens("invitations", CLUSTER))
    row(page, BY_TELEPHONE).get_by_role("link", name="Record an answer").click()
    field(page, "Yes, will come").check()
    fill(page, Note="By telephone; needs a parking space")
    walk.look(page, "answer-by-telephone")
    press(page, "Record the answer")
    page.get_by_text("The answer of").wait_for()
    walk.look(page, "invitations")
    assert Person.objects.filter(seats__invitation__state="accepted").count() == 2
