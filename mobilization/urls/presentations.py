"""The addresses of presentations: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import include, path

from mobilization.views import presentations

of_a_meeting = [
    path("", presentations.presentations, name="presentations"),
    path("teams/<int:team>/", presentations.presenter_name, name="presenter_name"),
    path("teams/<int:team>/shift/", presentations.presentation_shift, name="presentation_shift"),
    path("teams/<int:team>/move/", presentations.presentation_move, name="presentation_move"),
    path("plans/<int:plan>/copies/", presentations.copies_ready, name="copies_ready"),
    path("<int:turn>/confirm/", presentations.presenter_confirm, name="presenter_confirm"),
]

member = [
    path("groups/<slug:cluster>/meetings/<int:number>/presentations/", include(of_a_meeting)),
]

link = [
    path("presentations/<int:turn>/", presentations.personal_turn, name="personal_turn"),
    path(
        "meetings/<int:meeting>/teams/<int:team>/present/",
        presentations.own_offer_to_present,
        name="own_offer_to_present",
    ),
]
