from mobilization.models.agendas import Agenda, AgendaItem
from mobilization.models.approvals import Condition, Decision
from mobilization.models.ballot_codes import BallotCode
from mobilization.models.blueprints import Blueprint
from mobilization.models.cards import Card, CardLine, Requirement
from mobilization.models.categories import Category
from mobilization.models.coaching import CoachingTalk, TeamFacilitator
from mobilization.models.comfort import Comfort, ComfortAnswer, Hands
from mobilization.models.coming import Reply
from mobilization.models.copies import Copies
from mobilization.models.deeds import Deed
from mobilization.models.feedback import Feedback
from mobilization.models.groups import ClusterGroup, LeadershipSeat, Seat
from mobilization.models.guests import Guest
from mobilization.models.invitations import Invitation, Letter
from mobilization.models.meetings import Attendance, Excuse, Meeting
from mobilization.models.plans import (
    Commitment,
    ImplementationNeed,
    Outcome,
    Plan,
    PlanStep,
    PlanVersion,
)
from mobilization.models.presentations import Presentation
from mobilization.models.priorities import Priority, PriorityRequirement
from mobilization.models.receipts import Receipt
from mobilization.models.scans import Scan
from mobilization.models.summaries import Summary, SummaryLetter
from mobilization.models.team_invitations import TeamInvitation
from mobilization.models.teams import Team, TeamMember
from mobilization.models.volunteers import Volunteer
from mobilization.models.votes import Ballot, Dot

__all__ = [
    "Agenda",
    "AgendaItem",
    "Attendance",
    "Ballot",
    "BallotCode",
    "Blueprint",
    "Card",
    "CardLine",
    "Category",
    "ClusterGroup",
    "CoachingTalk",
    "Comfort",
    "ComfortAnswer",
    "Commitment",
    "Condition",
    "Copies",
    "Decision",
    "Deed",
    "Dot",
    "Excuse",
    "Feedback",
    "Guest",
    "Hands",
    "ImplementationNeed",
    "Invitation",
    "LeadershipSeat",
    "Letter",
    "Meeting",
    "Outcome",
    "Plan",
    "PlanStep",
    "PlanVersion",
    "Presentation",
    "Priority",
    "PriorityRequirement",
    "Receipt",
    "Reply",
    "Requirement",
    "Scan",
    "Seat",
    "Summary",
    "SummaryLetter",
    "Team",
    "TeamFacilitator",
    "TeamInvitation",
    "TeamMember",
    "Volunteer",
]
