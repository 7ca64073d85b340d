"""The addresses of approvals: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import approvals

member = [
    path("leadership/", approvals.leadership, name="leadership"),
]

link = [
    path("plans/<int:plan_id>/decision/", approvals.decide, name="personal_decision"),
]
