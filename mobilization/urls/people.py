"""The addresses of people: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import people

member = [
    path("people/", people.people, name="people"),
    path("people/new/", people.person_new, name="person_new"),
    path("people/<int:person>/", people.person_edit, name="person_edit"),
    path(
        "people/<int:person>/link/withdraw/",
        people.person_link_withdraw,
        name="person_link_withdraw",
    ),
    path("people/<int:person>/link/new/", people.person_link_renew, name="person_link_renew"),
    path("people/organizations/", people.organisations, name="organisations"),
    path("people/organizations/new/", people.organisation_new, name="organisation_new"),
    path(
        "people/organizations/<int:organisation>/",
        people.organisation_edit,
        name="organisation_edit",
    ),
]

link = []
