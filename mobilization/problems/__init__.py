"""The sentences of mobilization, one module per noun."""

from core.problems import add_to_catalogue
from mobilization.problems import (
    agendas,
    ballot_codes,
    cards,
    categories,
    coaching,
    comfort,
    demo,
    documents,
    feedback,
    groups,
    invitations,
    meetings,
    plans,
    presentations,
    priorities,
    scans,
    summaries,
    team_invitations,
    teams,
    votes,
)

for noun in (
    groups,
    invitations,
    meetings,
    agendas,
    cards,
    categories,
    votes,
    ballot_codes,
    comfort,
    priorities,
    scans,
    teams,
    team_invitations,
    plans,
    presentations,
    feedback,
    coaching,
    summaries,
    documents,
    demo,
):
    add_to_catalogue(noun.SENTENCES)
