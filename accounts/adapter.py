"""allauth's choices that the project makes."""

from allauth.account.adapter import DefaultAccountAdapter


class ClosedSignup(DefaultAccountAdapter):
    """Accounts are made by a project manager or `create_initiative`, not by visitors."""

    def is_open_for_signup(self, request):
        return False
