"""What happens in the rooms of the demo: one first meeting held, another in the middle."""

from datetime import timedelta

from django.utils import timezone

from mobilization.demo import meeting as said
from mobilization.demo import talk
from mobilization.models import (
    Attendance,
    CardLine,
    Comfort,
    Dot,
    Invitation,
    Meeting,
    Requirement,
    Seat,
)
from mobilization.models.cards import Source
from mobilization.models.votes import Offer
from mobilization.services import (
    cards,
    comfort,
    guests,
    meetings,
    priorities,
    requirements,
    teams,
    volunteers,
    votes,
)


def hold_the_first_meeting(group, team):
    """Freight and logistics from check-in to teams; the meeting is closed."""
    meeting = open_the_doors(group, team)
    present = check_in(meeting, len(said.CARDS), team)
    write_cards(meeting, present, said.CARDS, team)
    listed = list_requirements(meeting, said.CATEGORIES, team)
    place_dots(meeting, present, said.DOTS, listed, team)
    go(meeting, "open_grouping", team)
    lead = team["lead_facilitator"].user
    areas = [
        priorities.create(
            meeting=meeting, name=name, requirements=[listed[text] for text in texts], by=lead
        )
        for name, texts in said.PRIORITIES.items()
    ]
    take_the_comfort(meeting, present, lead)
    go(meeting, "open_teams", team)
    for number, area in enumerate(areas[:2]):
        form_the_team(area, present[number * 5 : number * 5 + 5], lead)
    volunteers.pass_over(priority=areas[2], by=lead)
    volunteers.choose_drafting(meeting=meeting, option=Meeting.Drafting.BETWEEN, by=lead)
    go(meeting, "close", team)


def take_the_comfort(meeting, present, lead):
    """With a fist of five: most by phone, a few by hand."""
    comfort.ask(meeting=meeting, method=Comfort.Method.FIST, by=lead)
    for person, level in zip(present, talk.COMFORT, strict=False):
        comfort.answer(meeting=meeting, person=person, level=level, by=person)
    comfort.count_hands(meeting=meeting, counts=talk.HANDS, by=lead)
    comfort.close(meeting=meeting, by=lead)


def form_the_team(area, people, lead):
    """They come forward one by one, and all but one share their address."""
    champion, convener, *members = people
    for person in people:
        could_champion = person == champion
        volunteers.step_forward(
            priority=area, person=person, could_champion=could_champion, by=person
        )
    team = teams.form(
        priority=area,
        champion=champion,
        convener=convener,
        members=members,
        next_date=timezone.now() + timedelta(days=14),
        by=lead,
    )
    for member in team.members.exclude(person=members[-1]).select_related("person"):
        volunteers.share_contact(member=member, shares=True, by=member.person)


def begin_the_first_meeting(group, team):
    """Vehicles and components up to the dots: some are placed, some phones are still out."""
    meeting = open_the_doors(group, team)
    present = check_in(meeting, len(said.OTHER_CARDS), team)
    write_cards(meeting, present, said.OTHER_CARDS, team)
    listed = list_requirements(meeting, said.OTHER_CATEGORIES, team)
    place_dots(meeting, present, said.OTHER_DOTS, listed, team)
    guests.knock(meeting=meeting, name="Frankie Mockwell", organisation="Sample Tooling")


def open_the_doors(group, team):
    return go(group.meetings.get(number=1), "open_check_in", team)


def go(meeting, move, team):
    return meetings.move(meeting=meeting, name=move, by=team["lead_facilitator"].user)


def check_in(meeting, count, team):
    """Co-chairs and those who accepted come in; every third by their own link."""
    seats = meeting.group.seats.select_related("person").order_by("pk")
    coming = [
        seat.person
        for seat in seats
        if seat.role == Seat.Role.CO_CHAIR or seat.invitation.state == Invitation.State.ACCEPTED
    ][:count]
    for number, person in enumerate(coming):
        at_the_desk = number % 3 > 0
        meetings.check_in(
            meeting=meeting,
            person=person,
            source=Attendance.Source.DESK if at_the_desk else Attendance.Source.LINK,
            by=team["recorder"].user if at_the_desk else person,
        )
    return coming


def write_cards(meeting, present, words, team):
    """Every fourth card comes in on paper and is typed by the recorder."""
    go(meeting, "open_cards", team)
    for number, (person, card) in enumerate(zip(present, words, strict=True)):
        vision, first, second, third = card
        on_paper = is_on_paper(number)
        cards.write(
            meeting=meeting,
            person=person,
            vision=vision,
            first=first,
            second=second,
            third=third,
            source=Source.PAPER if on_paper else Source.PHONE,
            by=team["recorder"].user if on_paper else person,
        )


def is_on_paper(number):
    return number % 4 == 3


def list_requirements(meeting, categories, team):
    """Take every line of every card over into the list: {text: requirement}."""
    go(meeting, "open_requirements", team)
    named = {category.name: category for category in meeting.categories.all()}
    for card in meeting.cards.order_by("pk"):
        for line in CardLine.Line:
            text = getattr(card, line)
            if text:
                category = named[categories[text]]
                requirements.take_over(
                    card=card, line=line, category=category, by=team["recorder"].user
                )
    return {row.text: row for row in Requirement.objects.filter(meeting=meeting)}


def place_dots(meeting, present, dots, listed, team):
    """Everybody's dots, one called out; beside their first one two of three say what they offer."""
    go(meeting, "open_voting", team)
    for number, texts in enumerate(dots):
        on_paper, person = is_on_paper(number), present[number]
        by = team["recorder"].user if on_paper else person
        ballot = {"meeting": meeting, "person": person, "by": by}
        written = Dot.Source.PAPER if on_paper else Dot.Source.PHONE
        for text in texts:
            source = Dot.Source.SPOKEN if text == said.CALLED_OUT else written
            votes.cast(requirement=listed[text], source=source, **ballot)
        if number % 3 < 2:
            offer = Offer.WORK if number % 3 else Offer.CHAMPION
            votes.offer(requirement=listed[texts[0]], offer=offer, **ballot)
