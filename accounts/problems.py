"""The sentences of accounts."""

from django.utils.translation import gettext_lazy as _

from core.problems import add_to_catalogue

add_to_catalogue(
    {
        "slug_taken": _(
            "There is an initiative at “%(slug)s” already. Nothing was made. Choose another slug."
        ),
        "password_weak": _(
            "The password was refused: %(reason)s Nothing was made. Choose another password."
        ),
        "organisation_listed": _(
            "“%(name)s” is listed already. Nothing was stored. Choose the one that is in the list, "
            "or tell the two apart by their names."
        ),
        "person_listed": _(
            "Somebody with the address %(email)s is listed already. Nothing was stored. Search the "
            "list for that person, or leave the address out if two people share it."
        ),
        "name_missing": _(
            "There is no account with the address %(email)s yet. Nothing was stored. Write the "
            "person's name too, and an account is made."
        ),
        "account_made_meanwhile": _(
            "An account with the address %(email)s was made at the same moment. Nothing was "
            "stored. Send the form again."
        ),
        "in_team_already": _(
            "%(name)s is in the support team already. Nothing was changed. To change the role, "
            "remove the person from the team and add them again."
        ),
        "manager_stays": _(
            "%(name)s is project manager and stays in the team. Nothing was changed. Ask whoever "
            "runs the server if a project manager leaves."
        ),
        "mail_refused": _(
            "What you entered was stored, but the mail to %(email)s could not be sent. Check the "
            "address, and that the mail server is reachable; then send it again."
        ),
    }
)
