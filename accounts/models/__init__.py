from accounts.models.initiatives import Initiative, Membership
from accounts.models.people import Organisation, Person, PersonalLink
from accounts.models.users import User

__all__ = ["Initiative", "Membership", "Organisation", "Person", "PersonalLink", "User"]
