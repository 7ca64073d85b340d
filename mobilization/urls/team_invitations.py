"""The addresses of asking absent invitees: `member` below /i/<initiative>/, `link` below
/r/<token>/."""

from django.urls import include, path

from mobilization.views import team_invitations as views

of_a_team = [
    path("", views.team_invitees, name="team_invitees"),
    path("letters/", views.team_mail, name="team_letters"),
    path("next/", views.team_next, name="team_next"),
    path("paper/", views.team_paper, name="team_paper"),
    path("<int:invitation>/", views.team_invitation_change, name="team_invitation_change"),
    path("<int:invitation>/answer/", views.team_answer_record, name="team_answer_record"),
]

member = [
    path("teams/<int:team>/invitees/", include(of_a_team)),
]

of_own_team = [
    path("", views.personal_team_invitees, name="personal_team_invitees"),
    path("letters/", views.personal_team_mail, name="personal_team_letters"),
    path("next/", views.personal_team_next, name="personal_team_next"),
]

link = [
    path("teams/<int:team>/invitees/", include(of_own_team)),
    path("teams/<int:team>/join/", views.team_answer, name="team_answer"),
]
