import pytest

from accounts import links
from mobilization.presenters import invitations
from tests.factories.process import InvitationFactory, MeetingFactory

pytestmark = pytest.mark.django_db


def titles(person):
    return [entry.title for entry in invitations.entries(links.for_person(person))]


@pytest.mark.parametrize(
    ("number", "state", "found"),
    [
        (1, "planned", ["Invitation: Optics"]),
        (1, "teams", ["Invitation: Optics"]),
        (1, "closed", []),
        (2, "closed", ["Invitation: Optics"]),
    ],
)
def test_an_invitation_stands_on_the_home_until_meeting_1_is_over(number, state, found):
    invitation = InvitationFactory(state="sent", seat__group__cluster__name="Optics")
    MeetingFactory(group=invitation.seat.group, number=number, state=state)
    MeetingFactory(number=1, state="closed")  # of another group
    assert titles(invitation.seat.person) == found
