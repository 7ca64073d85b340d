import pytest
from django.core.exceptions import PermissionDenied

from core.models import AppendOnly
from mobilization import models
from mobilization.models import Attendance, Deed, Meeting, Requirement
from mobilization.queries import categories as category_queries
from mobilization.services import (
    ballot_codes,
    cards,
    categories,
    comfort,
    deeds,
    guests,
    leads,
    meetings,
    priorities,
    requirements,
    scans,
    teams,
    undoing,
    volunteers,
    votes,
)
from tests.factories.accounts import member
from tests.factories.process import (
    BallotFactory,
    CardFactory,
    GuestFactory,
    MeetingFactory,
    PriorityFactory,
    RequirementFactory,
    SeatFactory,
    TeamFactory,
    present,
    under,
)
from tests.pictures import photo
from tests.races import problems, race
from tests.refusals import refused

pytestmark = pytest.mark.django_db

WATCHED = [
    models.Seat,
    models.Invitation,
    models.Attendance,
    models.Card,
    models.Category,
    models.Requirement,
    models.CardLine,
    models.Scan,
    models.Ballot,
    models.Dot,
    models.Priority,
    models.PriorityRequirement,
    models.Comfort,
    models.Hands,
    models.Team,
    models.TeamMember,
    models.Volunteer,
]


class Room:
    """A meeting with one of everything; each method below does one kind of step in it."""

    def __init__(self):
        self.meeting = MeetingFactory(state="check_in", code="ACDEFG", areas_are_shown=True)
        self.by = member(self.meeting.initiative, "recorder")
        self.person = present(self.meeting)
        self.absent = SeatFactory(group=self.meeting.group).person
        self.card = CardFactory(meeting=self.meeting, person=present(self.meeting), second="Roads")
        self.listed, self.other = RequirementFactory.create_batch(2, meeting=self.meeting)
        self.card.lines.create(requirement=self.listed, line="second")
        self.area = PriorityFactory(meeting=self.meeting, name="People")
        self.area.places.create(requirement=self.listed)
        self.team = TeamFactory(priority__meeting=self.meeting)
        self.asked = PriorityFactory(meeting=self.meeting)
        models.Volunteer.objects.create(priority=self.asked, person=self.absent)

    def at(self, state):
        """Where the step is made; what stood before it was not a step."""
        Meeting.objects.update(state=state)
        self.meeting.refresh_from_db()
        return {"meeting": self.meeting, "by": self.by}

    def checked_in(self):
        meetings.check_in(person=self.absent, source="desk", **self.at("check_in"))

    def check_in_undone(self):
        meetings.undo_check_in(person=self.person, **self.at("check_in"))

    def walked_in(self):
        meetings.walk_in(name="Nora Late", **self.at("check_in"))

    def stands_in(self):
        values = self.at("check_in")
        meetings.stand_in(person=self.person, in_place_of=self.absent, **values)

    def turned_away(self):
        guests.turn_away(guest=GuestFactory(meeting=self.meeting), by=self.at("check_in")["by"])

    def card_typed(self):
        words = {"vision": "Lenses", "first": "Grinders", "source": "paper"}
        cards.write(person=self.person, **words, **self.at("cards"))

    def card_scanned(self):
        scans.keep(person=self.person, file=photo(), **self.at("check_in"))

    def categories_changed(self):
        """Two exchange their names, one moves, one comes, and one goes with what is filed there."""
        workforce, roads, *_others, other = self.meeting.categories.values("id", "name")
        rows = [
            {"id": roads["id"], "name": "Quality of life"},
            {"name": "Homes"},
            {**other, "name": "Infrastructure"},
            {**workforce, "gone": True, "goes_to": other["id"]},
            {**under(self.meeting, "Quality of life").__dict__, "name": "Other"},
        ]
        stood = category_queries.mark(self.meeting)
        categories.save(stood=stood, rows=rows, **self.at("requirements"))

    def requirement_added(self):
        requirements.add(
            text="Rails", category=under(self.meeting, "Other"), **self.at("requirements")
        )

    def requirement_edited(self):
        by = self.at("requirements")["by"]
        requirements.edit(
            requirement=self.listed, text="Rails", category=under(self.meeting, "Other"), by=by
        )

    def requirement_removed(self):
        requirements.remove(requirement=self.listed, by=self.at("requirements")["by"])

    def filed(self):
        by = self.at("requirements")["by"]
        requirements.take_over(
            card=self.card, line="first", category=under(self.meeting, "Other"), by=by
        )

    def said_before(self):
        by = self.at("requirements")["by"]
        requirements.already_said(card=self.card, line="second", requirement=self.other, by=by)

    def unlinked(self):
        requirements.unlink(card=self.card, line="second", by=self.at("requirements")["by"])

    def paper_dot(self):
        dot = {"person": self.person, "requirement": self.listed}
        votes.cast(source="paper", **dot, **self.at("voting"))

    def ballot_typed(self):
        self.at("voting")
        ballot_codes.issue(meeting=self.meeting, people=[self.person], by=self.by)
        code = self.meeting.ballot_codes.get().code
        dots = {self.listed: "", self.other: "work"}
        ballot_codes.enter(meeting=self.meeting, code=code, dots=dots, by=self.by)

    def area_made(self):
        chosen = [self.listed, self.other]
        priorities.create(name="Roads", requirements=chosen, **self.at("grouping"))

    def area_renamed(self):
        priorities.rename(priority=self.area, name="Skills", by=self.at("grouping")["by"])

    def grouped(self):
        by = self.at("grouping")["by"]
        priorities.put(priority=self.area, requirements=[self.other], by=by)

    def ungrouped(self):
        priorities.take_out(requirements=[self.listed], **self.at("grouping"))

    def area_removed(self):
        priorities.remove(priority=self.area, by=self.at("grouping")["by"])

    def areas_hidden(self):
        priorities.show(shown=False, **self.at("grouping"))

    def comfort_asked(self):
        comfort.ask(method="fist", **self.at("grouping"))

    def volunteered(self):
        priority = self.team.priority  # so that the person is on the team too
        by = self.at("teams")["by"]
        volunteers.step_forward(priority=priority, person=self.person, way="named", by=by)

    def volunteer_struck(self):
        by = self.at("teams")["by"]
        volunteers.step_back(priority=self.asked, person=self.absent, by=by)

    def passed_over(self):
        volunteers.pass_over(priority=self.area, by=self.at("teams")["by"])

    def team_formed(self):
        leaders = {"champion": self.person, "convener": self.absent, "members": [self.card.person]}
        teams.form(priority=self.area, **leaders, by=self.at("teams")["by"])

    def team_changed(self):
        leaders = {"champion": self.person, "convener": self.person, "next_date": None}
        teams.change(team=self.team, **leaders, by=self.at("teams")["by"])

    def member_added(self):
        teams.add_member(team=self.team, person=self.person, by=self.at("teams")["by"])

    def team_undone(self):
        teams.undo(team=self.team, by=self.at("teams")["by"])


@pytest.fixture
def room():
    return Room()


def everything():
    """All rows of the room but what only counts versions.

    A ballot with all its dots is none, and neither is a question that was withdrawn.
    """
    rows = deeds.images([model.objects.order_by("pk") for model in WATCHED])
    for values in rows.values():
        values.pop("version", None)
    kept = {
        key: values
        for key, values in rows.items()
        if values.get("dots_left") != "4" and not values.get("withdrawn_at")
    }
    return kept | {"areas": Meeting.objects.filter(areas_are_shown=True).count()}


KINDS = [name for name in vars(Room) if not name.startswith("_") and name != "at"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_step_is_written_down_and_undone(room, kind):
    before = everything()
    getattr(room, kind)()
    after, deed = everything(), Deed.objects.get()
    assert deed.kind == kind
    assert (before == after) == (kind == "turned_away")  # which changes only who waits

    undoing.undo(deed=deed, by=room.by)

    assert everything() == before
    assert Deed.objects.get(undoes=deed).by_name == str(room.by)
    assert not models.Guest.objects.exclude(state="waiting").exists()
    assert not models.BallotCode.objects.exclude(entered_at=None).exists()
    with refused("step_undone_already"):
        undoing.undo(deed=deed, by=room.by)


def test_steps_are_undone_one_after_the_other(room):
    for kind in ("paper_dot", "ballot_typed"):
        getattr(room, kind)()
    assert models.Ballot.objects.get().dots_left == 2
    for deed in Deed.objects.order_by("-pk"):
        undoing.undo(deed=deed, by=room.by)
    assert models.Ballot.objects.get().dots_left == 4
    assert not models.Dot.objects.exists()


def test_the_meeting_goes_back_and_its_timer_runs_on(room):
    room.at("cards")
    Meeting.objects.update(timer_ends_at="2027-03-04T14:00:00.123456Z")
    room.meeting.refresh_from_db()
    timer = room.meeting.timer_ends_at
    meetings.move(meeting=room.meeting, name="open_requirements", by=room.by)
    assert room.meeting.timer_ends_at is None
    undoing.undo(deed=Deed.objects.get(), by=room.by)
    room.meeting.refresh_from_db()
    assert (room.meeting.state, room.meeting.timer_ends_at) == ("cards", timer)
    for name in meetings.MEETING.steps:
        opposite = meetings.opposite(room.meeting, name)
        assert meetings.opposite(room.meeting, opposite) == name


def test_a_category_in_which_something_was_filed_since_stays(room):
    room.categories_changed()
    changed = Deed.objects.last()
    requirements.add(
        meeting=room.meeting, text="Flats", category=under(room.meeting, "Homes"), by=room.by
    )
    with refused("step_has_grown"):
        undoing.undo(deed=changed, by=room.by)
    assert under(room.meeting, "Homes").requirements.get().text == "Flats"
    undoing.undo(deed=Deed.objects.last(), by=room.by)
    undoing.undo(deed=changed, by=room.by)
    assert not models.Category.objects.filter(name="Homes").exists()


def test_a_requirement_does_not_come_back_under_a_category_that_is_gone(room):
    room.requirement_removed()
    removed = Deed.objects.last()
    room.other.delete()
    rows = [{"id": under(room.meeting, "Workforce").pk, "name": "Workforce", "gone": True}]
    stood = category_queries.mark(room.meeting)
    categories.save(stood=stood, rows=rows, **room.at("requirements"))
    with refused("step_has_grown"):
        undoing.undo(deed=removed, by=room.by)
    assert not Requirement.objects.filter(meeting=room.meeting).exists()


def test_categories_that_somebody_changed_again_are_not_turned_back(room):
    room.categories_changed()
    rows = [{"id": under(room.meeting, "Homes").pk, "name": "Housing"}]
    stood = category_queries.mark(room.meeting)
    categories.save(stood=stood, rows=rows, **room.at("requirements"))
    first, second = Deed.objects.order_by("pk")
    with refused("step_has_grown"):
        undoing.undo(deed=first, by=room.by)
    undoing.undo(deed=second, by=room.by)
    undoing.undo(deed=first, by=room.by)
    assert under(room.meeting, "Workforce").position == 1


def test_a_step_that_something_was_built_on_stays(room):
    room.checked_in()
    CardFactory(meeting=room.meeting, person=room.absent, source="phone")
    with refused("took_part"):
        undoing.undo(deed=Deed.objects.last(), by=room.by)
    room.requirement_added()
    added = Deed.objects.last()
    rails = Requirement.objects.get(text="Rails")
    ballot = BallotFactory(meeting=room.meeting, person=room.person)
    ballot.dots.create(requirement=rails, source="phone")
    with refused("step_has_grown"):
        undoing.undo(deed=added, by=room.by)
    ballot.dots.all().delete()
    room.card.lines.create(requirement=rails, line="third")
    with refused("step_has_grown"):
        undoing.undo(deed=added, by=room.by)
    room.at("voting")
    with refused("part_not_open"):
        undoing.undo(deed=added, by=room.by)
    assert not Deed.objects.exclude(undoes=None).exists()


def test_a_team_is_undone_whatever_its_members_said_of_their_address(room):
    room.team_formed()
    models.TeamMember.objects.update(shares_contact=True)
    undoing.undo(deed=Deed.objects.get(), by=room.by)
    assert not models.Team.objects.filter(priority=room.area).exists()


def test_a_phone_that_was_let_in_waits_again(room):
    guest = GuestFactory(meeting=room.meeting)
    for _way in ("by the list of steps", "at the door"):
        guests.let_in(guest=guest, person=room.person, by=room.by)
        deed = Deed.objects.filter(kind="let_in").last()
        if _way == "at the door":
            guests.call_back(guest=guest, by=room.by)
        else:
            undoing.undo(deed=deed, by=room.by)
        guest.refresh_from_db()
        assert (guest.state, guest.entry) == ("waiting", None)
        with refused("step_undone_already"):
            undoing.undo(deed=deed, by=room.by)
    assert Attendance.objects.filter(person=room.person).exists()


def test_the_lead_is_handed_over_and_back(room):
    other = member(room.meeting.initiative, "lead_facilitator")
    for to in (room.by, other):
        for _time in range(2):  # a second time changes nothing
            leads.hand_over(meeting=room.meeting, to=to, by=room.by)
    assert Deed.objects.count() == 2
    undoing.undo(deed=Deed.objects.last(), by=other)
    assert Meeting.objects.get().lead == room.by
    for stranger in (
        room.person,
        member(room.meeting.initiative, "administrator"),
        member(MeetingFactory().initiative),
    ):
        with pytest.raises(PermissionDenied):
            leads.hand_over(meeting=room.meeting, to=stranger, by=room.by)
        with pytest.raises(PermissionDenied):
            undoing.undo(deed=Deed.objects.first(), by=stranger)


def test_history_is_not_rewritten(room):
    room.checked_in()
    deed = Deed.objects.get()
    for rewrite in (deed.save, deed.delete, Deed.objects.all().delete):
        with pytest.raises(AppendOnly):
            rewrite()


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_undo_one_step_one_does():
    room = Room()
    room.paper_dot()
    deed = Deed.objects.get()
    outcomes = race(*[lambda: undoing.undo(deed=Deed.objects.get(pk=deed.pk), by=room.by)] * 8)
    assert problems(outcomes) == ["step_undone_already"] * 7
    assert models.Ballot.objects.get().dots_left == 4
