"""The addresses of coaching, below /i/<initiative>/."""

from django.urls import path

from mobilization.views import coaching

member = [
    path("plans/teams/<int:team_id>/coaching/", coaching.log, name="coaching_log"),
    path("plans/teams/<int:team_id>/facilitator/", coaching.assign, name="coaching_assign"),
]

link = []
