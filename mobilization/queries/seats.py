"""What is recorded of a person with a seat: whoever left a trace stays on the list."""

from dataclasses import dataclass, field

from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from mobilization import models


@dataclass(frozen=True)
class Trace:
    """Rows that name a person: `code` is the Problem of whoever wants the person off the list.

    `meeting` and `person` are the ways from a row to both, and `about` what the Problem speaks of:
    the number of the meeting, unless it says otherwise.
    """

    code: str
    model: type[Model]
    meeting: str = "meeting"
    person: str = "person"
    such: Q = field(default_factory=Q)
    about: object = None

    def rows(self, group, person) -> QuerySet:
        """One value each, `about`."""
        rows = self.model.objects.filter(
            self.such, **{f"{self.meeting}__group": group, self.person: person}
        )
        return rows.order_by().values_list(self.about or F(f"{self.meeting}__number"), flat=True)


def of_team(code, model, team="team__", **more):
    """The same for rows of a team, which speak of it by its name."""
    name = Coalesce(NullIf(f"{team}name", Value("")), f"{team}priority__name")
    return Trace(code, model, meeting=f"{team}priority__meeting", about=name, **more)


TRACES = (
    of_team("seat_on_a_team", models.TeamMember),
    of_team("seat_on_a_team", models.Team, "", person="champion"),
    of_team("seat_on_a_team", models.Team, "", person="convener"),
    of_team("seat_has_promised", models.Commitment, "plan__team__"),
    of_team("seat_asked_to_join", models.TeamInvitation),
    Trace("seat_took_part", models.Card),
    Trace("seat_took_part", models.Scan),
    Trace("seat_took_part", models.Ballot, such=Q(dots__isnull=False)),
    Trace("seat_took_part", models.BallotCode, such=Q(entered_at__isnull=False)),
    Trace("seat_took_part", models.ComfortAnswer, "comfort__meeting"),
    Trace("seat_took_part", models.Volunteer, "priority__meeting"),
    Trace("seat_took_part", models.Presentation),
    Trace("seat_checked_in", models.Guest, such=Q(state=models.Guest.State.LET_IN)),
    Trace("seat_checked_in", models.Attendance),
    Trace("seat_was_taken", models.Attendance, person="in_place_of"),
    Trace("seat_gave_word", models.Excuse),
    Trace("seat_gave_word", models.Reply),
    Trace("seat_has_the_summary", models.SummaryLetter, "summary__meeting", such=Q(kind="group")),
)


def marked(seats):
    """The seats with `can_go`: no letter is out, and the person left no trace in the group."""
    can_go = Q(role=models.Seat.Role.CO_CHAIR)
    can_go |= Q(invitation__state=models.Invitation.State.LISTED)
    for trace in TRACES:
        can_go &= ~Q(Exists(trace.rows(OuterRef("group"), OuterRef("person"))))
    return seats.annotate(can_go=can_go)


def first_trace(seat):
    """(the Trace to be told of, what it is about), or None where the person left none."""
    for trace in TRACES:
        about = trace.rows(seat.group_id, seat.person_id).first()
        if about is not None:
            return trace, about
    return None
