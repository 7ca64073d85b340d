"""The addresses of the process, one module per noun."""

from django.urls import path

from mobilization.urls import (
    approvals,
    blueprints,
    coaching,
    coming,
    documents,
    feedback,
    groups,
    invitations,
    meetings,
    people,
    plans,
    presentations,
    summaries,
    team_invitations,
    thread,
)
from mobilization.views import overview, personal

NOUNS = [
    people,
    groups,
    invitations,
    meetings,
    coming,
    plans,
    approvals,
    blueprints,
    documents,
    thread,
    summaries,
    feedback,
    presentations,
    coaching,
    team_invitations,
]

member = [
    path("", overview.overview, name="overview"),
    *(pattern for noun in NOUNS for pattern in noun.member),
]

public = meetings.public

link = [
    path("", personal.home, name="personal_home"),
    *(pattern for noun in NOUNS for pattern in noun.link),
]
