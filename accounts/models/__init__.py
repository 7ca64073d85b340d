from accounts.models.initiatives import Initiative, Membership
from accounts.models.people import Organisation, Pass, Person, PersonalLink
from accounts.models.users import User

__all__ = ["Initiative", "Membership", "Organisation", "Pass", "Person", "PersonalLink", "User"]
