"""A team's contact list."""

from dataclasses import dataclass

from mobilization.presenters.meetings import organisation_of


@dataclass(frozen=True)
class Contact:
    """A member; `email` and `phone` are empty unless the member shares them."""

    name: str
    organisation: str
    is_champion: bool
    is_convener: bool
    shares: bool
    email: str
    phone: str


def rows(team):
    """[Contact] by name."""
    return [contact(team, member) for member in team.members.all()]


def contact(team, member):
    person = member.person
    return Contact(
        name=person.name,
        organisation=organisation_of(person),
        is_champion=person.pk == team.champion_id,
        is_convener=person.pk == team.convener_id,
        shares=member.shares_contact,
        email=person.email if member.shares_contact else "",
        phone=person.phone if member.shares_contact else "",
    )
