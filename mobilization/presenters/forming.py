"""The console while the teams form: whom to ask next, and what is agreed before people leave."""

from dataclasses import dataclass, replace

from core import guide
from mobilization.models import Meeting, Seat
from mobilization.presenters import huddle, teams
from mobilization.presenters.huddle import Candidate, Candidates
from mobilization.presenters.teams import TeamRow
from mobilization.queries import meetings as queries

NOBODY = Candidates([], [], [])
Drafting = Meeting.Drafting


@dataclass(frozen=True)
class AreaForming:
    """An area, whom of those who put dots there to ask, and which co-chairs are free.

    Each name stands once: a co-chair who offered more than a dot stands with those who did.
    """

    team: TeamRow
    candidates: Candidates
    co_chairs: list[Candidate]


def forming(meeting):
    rows = teams.team_rows(meeting)
    asked = huddle.by_area(meeting)
    seats = list(queries.seats(meeting))
    formed = [row for row in rows if row.team_id]
    dated = sum(bool(row.next_date) for row in formed)
    return {
        "teams": rows,
        "forming": [area_forming(row, asked.get(row.area.pk, NOBODY), rows, seats) for row in rows],
        "here": [seat.person for seat in seats if seat.is_present],
        "away": [seat.person for seat in seats if not seat.is_present],
        "drafting": [(way.value, way.label, way == meeting.drafting) for way in Drafting],
        "leaving": [
            *([guide.teams_have_dates(dated, len(formed))] if formed else []),
            guide.drafting_is_chosen(bool(meeting.drafting)),
        ],
        "undated": [row for row in formed if not row.next_date],
    }


def area_forming(row, asked, rows, seats):
    offering = {who.person_id for who in [*asked.champions, *asked.workers]}
    taken = offering.union(*(other.people for other in rows))
    free = [
        Candidate(seat.person_id, seat.person.name)
        for seat in seats
        if seat.role == Seat.Role.CO_CHAIR and seat.is_present and seat.person_id not in taken
    ]
    others = [who for who in asked.others if who not in free]
    return AreaForming(row, without(replace(asked, others=others), row.people), free)


def without(asked, people):
    """The candidates who have not come forward by themselves."""
    groups = (asked.champions, asked.workers, asked.others)
    return Candidates(*([who for who in group if who.person_id not in people] for group in groups))
