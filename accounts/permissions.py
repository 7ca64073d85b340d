"""Who may do what with initiatives and people: one table, and the predicates it is made of."""

import rules

from accounts.models import Membership, User

MANAGER = Membership.Role.MANAGER
LEAD_FACILITATOR = Membership.Role.LEAD_FACILITATOR
RECORDER = Membership.Role.RECORDER
ADMINISTRATOR = Membership.Role.ADMINISTRATOR
FACILITATORS = (MANAGER, LEAD_FACILITATOR, RECORDER)


def holds(*roles):
    """A predicate: the actor is a user who holds one of `roles` in the record's initiative."""

    @rules.predicate(f"holds:{','.join(roles)}")
    def predicate(actor, record):
        return isinstance(actor, User) and actor.role_in(record.initiative) in roles

    return predicate


member = holds(*Membership.Role.values)
manager = holds(MANAGER)
office = holds(MANAGER, ADMINISTRATOR)
room = holds(*FACILITATORS)

rules.add_perm("accounts.enter", member)
rules.add_perm("accounts.change_team", manager)
rules.add_perm("accounts.change_people", office)
rules.add_perm("accounts.change_office", office)
