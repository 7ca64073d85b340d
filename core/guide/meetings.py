"""Rules for the meetings: when they are, how long, and what is settled at their end."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.guide.lights import AMBER, GREEN, Advice, between
from core.times import add_month


def invited_in_time(sent_on, meets_on):
    """Invitations go out one calendar month before the meeting (Part II, Step 4).

    Dates. From 31 January the month ends on the last day of February.
    """
    in_time = add_month(sent_on) <= meets_on
    sentence = (
        _("The letter goes out at least one month before the meeting.")
        if in_time
        else _("The meeting is less than one month after the letter; the Guide asks for a month.")
    )
    return Advice(GREEN if in_time else AMBER, sentence, _("Part II, Step 4"))


def meetings_a_month_apart(earlier, later):
    """The three meetings are at least one calendar month apart (Part II, Step 4)."""
    apart = add_month(earlier) <= later
    sentence = (
        _("The meetings are at least one month apart.")
        if apart
        else _("The meetings are less than one month apart; the Guide asks for a month.")
    )
    return Advice(GREEN if apart else AMBER, sentence, _("Part II, Step 4"))


def meeting_length(minutes):
    """A meeting lasts at least two hours (Part II, Step 4). Minutes from start to close."""
    hours, rest = divmod(minutes, 60)
    sentence = _("The agenda takes %(hours)d h %(rest)02d min; the Guide asks for at least two.")
    light = GREEN if minutes >= 120 else AMBER
    return Advice(light, sentence % {"hours": hours, "rest": rest}, _("Part II, Step 4"))


def priority_areas(count):
    """One to three priority areas (Part II, Step 4)."""
    sentence = ngettext(
        "There is %(count)d priority area; the Guide asks for one to three.",
        "There are %(count)d priority areas; the Guide asks for one to three.",
        count,
    )
    return Advice(between(count, 1, 3), sentence % {"count": count}, _("Part II, Step 4"))


def comfort_is_taken(question, present):
    """The group is asked whether it is comfortable with its areas (Part II, Step 4).

    `question` is None where it was not, else it says whether it `is_open` and how many (`total`)
    of those who are present have answered.
    """
    light = AMBER
    if question is None:
        sentence = _(
            "The group has not been asked whether it is comfortable with its priority areas."
        )
    elif question.is_open:
        sentence = _(
            "The question whether the group is comfortable is still open: %(total)d of %(present)d "
            "have answered."
        ) % {"total": question.total, "present": present}
    else:
        light, sentence = GREEN, _("The group has said how comfortable it is with its areas.")
    return Advice(light, sentence, _("Part II, Step 4"))


def areas_are_decided(undecided):
    """Every priority area gets a team, or the room goes on to the next one (Part II, Step 4)."""
    sentence = ngettext(
        "%(count)d priority area has neither a team nor the decision to go on without one.",
        "%(count)d priority areas have neither a team nor the decision to go on without one.",
        undecided,
    )
    light = AMBER if undecided else GREEN
    return Advice(light, sentence % {"count": undecided}, _("Part II, Step 4"))


def teams_have_dates(dated, total):
    """Each team's next date is chosen before people leave (Part II, Step 4)."""
    sentence = ngettext(
        "%(dated)d of %(total)d team has a date for its next meeting.",
        "%(dated)d of %(total)d teams have a date for their next meeting.",
        total,
    )
    light = GREEN if total and dated == total else AMBER
    return Advice(light, sentence % {"dated": dated, "total": total}, _("Part II, Step 4"))


def drafting_is_chosen(chosen):
    """One of the three ways to draft the conceptual plans is chosen (Part II, Step 4)."""
    sentence = (
        _("It is agreed when the plans are drafted.")
        if chosen
        else _("It is not agreed yet when the plans are drafted.")
    )
    return Advice(GREEN if chosen else AMBER, sentence, _("Part II, Step 4"))


def presenters_confirmed(confirmed, teams):
    """Somebody of each team is confirmed to present (Part II, Steps 5 and 6)."""
    sentence = ngettext(
        "%(confirmed)d of %(teams)d team has a presenter who has confirmed.",
        "%(confirmed)d of %(teams)d teams have a presenter who has confirmed.",
        teams,
    )
    light = GREEN if teams and confirmed == teams else AMBER
    figures = {"confirmed": confirmed, "teams": teams}
    return Advice(light, sentence % figures, _("Part II, Step 5"))


def copies_ready(ready, plans):
    """Copies of each plan are there to hand out (Part II, Steps 5 and 6)."""
    sentence = ngettext(
        "%(ready)d of %(plans)d plan has its copies ready.",
        "%(ready)d of %(plans)d plans have their copies ready.",
        plans,
    )
    light = GREEN if plans and ready == plans else AMBER
    return Advice(light, sentence % {"ready": ready, "plans": plans}, _("Part II, Step 5"))


def place_of_later_meeting(number):
    """Where the Guide tells of Meeting 2 or 3."""
    return _("Part II, Step 6") if number == 3 else _("Part II, Step 5")


def presentation_is_over(on, number):
    """A presentation is ended before the meeting is (Part II, Steps 5 and 6)."""
    sentence = (
        _("A presentation is still running.") if on else _("No presentation is running any more.")
    )
    return Advice(AMBER if on else GREEN, sentence, place_of_later_meeting(number))


def teams_are_heard(heard, total, number):
    """Every team presents, adds to it, and is asked (Part II, Steps 5 and 6)."""
    sentence = ngettext(
        "%(heard)d of %(total)d team has been heard.",
        "%(heard)d of %(total)d teams have been heard.",
        total,
    )
    light = GREEN if heard == total else AMBER
    figures = {"heard": heard, "total": total}
    return Advice(light, sentence % figures, place_of_later_meeting(number))


def plans_are_decided(undecided, number):
    """The group decides on each plan before it parts (Part II, Steps 5 and 6)."""
    sentence = ngettext(
        "%(count)d plan is not decided on.", "%(count)d plans are not decided on.", undecided
    )
    light = AMBER if undecided else GREEN
    return Advice(light, sentence % {"count": undecided}, place_of_later_meeting(number))


def teams_have_plans(without, number):
    """A team brings a plan, or goes on with another one, or ends (Part II, Steps 5 and 6)."""
    sentence = ngettext("%(count)d team has no plan.", "%(count)d teams have no plan.", without)
    light = AMBER if without else GREEN
    return Advice(light, sentence % {"count": without}, place_of_later_meeting(number))
