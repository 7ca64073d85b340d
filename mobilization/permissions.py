"""Who may do what in the process: one table, and the predicates it is made of.

People come by personal link: a member of the Leadership Group, a co-chair or an invitee of a
cluster group. The support team signs in. Facilitators hold no ballot: they are users, and a
ballot belongs to a person with a seat in the group.
"""

import rules

from accounts.models import Person
from accounts.permissions import manager, member, office, room
from mobilization.models import (
    ClusterGroup,
    LeadershipSeat,
    Plan,
    Seat,
    Summary,
    Team,
    TeamMember,
)
from mobilization.models.summaries import REPORTED


def group_of(record):
    """The cluster group that a record of the process belongs to."""
    if isinstance(record, ClusterGroup):
        return record
    for step in (
        "group",
        "seat",
        "meeting",
        "team",
        "plan",
        "version",
        "ballot",
        "priority",
    ):
        if hasattr(record, step):
            return group_of(getattr(record, step))
    return None


@rules.predicate
def leader(actor, record):
    seats = LeadershipSeat.objects.filter(person__initiative=record.initiative)
    return isinstance(actor, Person) and seats.filter(person=actor).exists()


@rules.predicate
def leadership_co_chair(actor, record):
    seats = LeadershipSeat.objects.filter(person__initiative=record.initiative, is_co_chair=True)
    return isinstance(actor, Person) and seats.filter(person=actor).exists()


@rules.predicate
def seated(actor, record):
    seats = Seat.objects.filter(group=group_of(record))
    return isinstance(actor, Person) and seats.filter(person=actor).exists()


@rules.predicate
def co_chair(actor, record):
    seats = Seat.objects.filter(group=group_of(record), role=Seat.Role.CO_CHAIR)
    return isinstance(actor, Person) and seats.filter(person=actor).exists()


@rules.predicate
def oneself(actor, record):
    return isinstance(actor, Person) and record.person == actor


@rules.predicate
def on_the_team(actor, record):
    """The actor is a person of the team, or of the team of a plan; a user never is."""
    if not isinstance(actor, Person):
        return False
    return TeamMember.objects.filter(team=getattr(record, "team", record), person=actor).exists()


@rules.predicate
def answers_for_the_team(actor, feedback):
    """The actor is on the team that was told, or on the one into which it was merged."""
    teams = Team.objects.filter(pk=feedback.team_id)
    return isinstance(actor, Person) and teams.answered_by(actor).exists()


@rules.predicate
def convener(actor, record):
    """The actor is the person who calls the team together."""
    return isinstance(actor, Person) and getattr(record, "team", record).convener_id == actor.pk


@rules.predicate
def has_approved_plan(actor, record):
    plans = Plan.objects.filter(team__priority__meeting__group=group_of(record))
    return plans.filter(state=Plan.State.APPROVED).exists()


@rules.predicate
def with_the_co_chairs(actor, summary):
    return summary.state != Summary.State.DRAFT


@rules.predicate
def checked(actor, summary):
    return summary.state in REPORTED


@rules.predicate
def sent_out(actor, summary):
    return summary.state == Summary.State.SENT


rules.add_perm("mobilization.view_process", member)
rules.add_perm("mobilization.choose_clusters", manager)
rules.add_perm("mobilization.change_groups", office)
rules.add_perm("mobilization.send_letters", office)
rules.add_perm("mobilization.answer_invitation", oneself | office)
rules.add_perm("mobilization.plan_meetings", room | office)
rules.add_perm("mobilization.run_meeting", room)
rules.add_perm("mobilization.seat_walk_ins", room | office)
rules.add_perm("mobilization.check_in", oneself & seated | room | office)
# Whoever writes a card or places a dot needs a seat: the statement that stores it asks for that.
rules.add_perm("mobilization.write_card", oneself | room)
rules.add_perm("mobilization.place_dots", oneself | room)
rules.add_perm("mobilization.answer_comfort", oneself & seated)
rules.add_perm("mobilization.volunteer", oneself & seated | room)
rules.add_perm("mobilization.invite_to_team", convener | room | office)
rules.add_perm("mobilization.answer_team_invitation", oneself | room | office)
rules.add_perm("mobilization.share_contact", oneself | room)
rules.add_perm("mobilization.read_contacts", on_the_team | member)
rules.add_perm("mobilization.answer_call", oneself & seated | room | office)
rules.add_perm("mobilization.check_summary", co_chair)
rules.add_perm("mobilization.confirm_presenter", oneself | room)
rules.add_perm("mobilization.offer_to_present", oneself)
rules.add_perm("mobilization.prepare_copies", room | office)
rules.add_perm("mobilization.give_feedback", leader & checked)
rules.add_perm(
    "mobilization.read_summary",
    co_chair & with_the_co_chairs | leader & checked | seated & sent_out,
)
rules.add_perm("mobilization.export_results", member)
rules.add_perm("mobilization.export_names", room)
rules.add_perm("mobilization.form_teams", room)
rules.add_perm("mobilization.edit_plan", on_the_team | room)
rules.add_perm("mobilization.answer_feedback", answers_for_the_team | room)
rules.add_perm("mobilization.decide_plan_in_meeting", room)
rules.add_perm("mobilization.read_plan", member | leader | seated)
rules.add_perm("mobilization.decide_plan", leadership_co_chair)
rules.add_perm("mobilization.sign_blueprint", leadership_co_chair)
rules.add_perm("mobilization.print_documents", member)
rules.add_perm("mobilization.read_documents", member | leader | co_chair)
rules.add_perm("mobilization.read_blueprint", member | leader | seated & has_approved_plan)
