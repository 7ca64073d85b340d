"""The rules of the Guide, one function each: light, sentence, place in the Guide.

They are soft gates: shown, never blocking. Places are the Guide's part and step, as in
"Part II, Step 3".
"""

from calendar import monthrange
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

GREEN, AMBER, RED = "green", "amber", "red"
MARKS = {GREEN: "✓", AMBER: "!", RED: "×"}


@dataclass(frozen=True)
class Advice:
    """What a rule says of the figures at hand."""

    light: str
    sentence: str
    place: str

    @property
    def mark(self):
        return MARKS[self.light]

    @property
    def word(self):
        return {GREEN: _("Met"), AMBER: _("Not yet"), RED: _("Not met")}[self.light]


def between(count, least, most):
    """Green inside the range, amber below it, red above it."""
    if count < least:
        return AMBER
    return GREEN if count <= most else RED


def region(activity, commute):
    """A region matches the clustering of activity and the commute shed (Part I, Step 1)."""
    if activity and commute:
        sentence = _("The region is where activity clusters, and where people live and work.")
    else:
        sentence = _(
            "A region should match both where activity clusters and where people commute; say "
            "which of the two these areas do, and adjust them as you learn."
        )
    return Advice(GREEN if activity and commute else AMBER, sentence, _("Part I, Step 1"))


def leadership_group(members):
    """The Leadership Group has 20 to 25 members in total (Part II, Step 1)."""
    sentence = ngettext(
        "The Leadership Group has %(count)d member; the Guide asks for 20 to 25.",
        "The Leadership Group has %(count)d members; the Guide asks for 20 to 25.",
        members,
    )
    return Advice(between(members, 20, 25), sentence % {"count": members}, _("Part II, Step 1"))


def leadership_before_groups(members, team):
    """Leadership Group and support team stand before the cluster groups (Part II, Step 1)."""
    ready = members > 0 and team > 0
    sentence = (
        _("Leadership Group and support team are there, so cluster groups can be called.")
        if ready
        else _("Name the Leadership Group and the support team before you call cluster groups.")
    )
    return Advice(GREEN if ready else AMBER, sentence, _("Part II, Step 1"))


def co_chairs(count):
    """Two to three co-chairs per cluster (Part II, Step 3)."""
    sentence = ngettext(
        "The group has %(count)d co-chair; the Guide asks for two or three.",
        "The group has %(count)d co-chairs; the Guide asks for two or three.",
        count,
    )
    return Advice(between(count, 2, 3), sentence % {"count": count}, _("Part II, Step 3"))


def invitees(count):
    """30 to 50 invitees per cluster (Part II, Step 3)."""
    sentence = ngettext(
        "%(count)d person is on the invitation list; the Guide asks for 30 to 50.",
        "%(count)d people are on the invitation list; the Guide asks for 30 to 50.",
        count,
    )
    return Advice(between(count, 30, 50), sentence % {"count": count}, _("Part II, Step 3"))


def participants(count):
    """15 to 20 participants at the first meeting (Part II, Step 3)."""
    sentence = ngettext(
        "%(count)d person will come; the Guide aims at 15 to 20.",
        "%(count)d people will come; the Guide aims at 15 to 20.",
        count,
    )
    return Advice(between(count, 15, 20), sentence % {"count": count}, _("Part II, Step 3"))


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


def add_month(day):
    """The same day of the next month, or that month's last day."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return day.replace(year=year, month=month, day=min(day.day, monthrange(year, month)[1]))


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


def participants_here(count):
    """15 to 20 participants at the first meeting (Part II, Step 3), as they arrive."""
    sentence = _("The Guide aims at 15 to 20 participants at the first meeting.")
    return Advice(between(count, 15, 20), sentence, _("Part II, Step 3"))


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


def outcomes(count):
    """A few good outcomes, quality over quantity (Part II, Step 4)."""
    sentence = ngettext(
        "The plan has %(count)d outcome; the Guide asks for a few good ones.",
        "The plan has %(count)d outcomes; the Guide asks for a few good ones.",
        count,
    )
    return Advice(between(count, 1, 3), sentence % {"count": count}, _("Part II, Step 4"))


def four_part_test(passed, total):
    """Every outcome is clear, compelling, an outcome and achievable in a year (Step 4)."""
    light = GREEN if total and passed == total else AMBER
    sentence = ngettext(
        "%(passed)d of %(total)d outcome passes all four parts of the test.",
        "%(passed)d of %(total)d outcomes pass all four parts of the test.",
        total,
    )
    figures = {"passed": passed, "total": total}
    return Advice(light, sentence % figures, _("Part II, Step 4"))


def coaching(has_facilitator, talks):
    """A facilitator goes along with each team, or it is coached by phone (Part II, Step 4)."""
    if has_facilitator:
        light, sentence = GREEN, _("A facilitator goes along with the team.")
    elif talks:
        light, sentence = GREEN, _("The team is coached; the Guide asks for phone calls at least.")
    else:
        sentence = _("Nobody coaches the team yet; the Guide asks for phone calls at least.")
        light = AMBER
    return Advice(light, sentence, _("Part II, Step 4"))


def one_page(fits):
    """The conceptual plan is one page in print (Part II, Step 4)."""
    sentence = (
        _("The conceptual plan fits on one page.")
        if fits
        else _("The conceptual plan is longer than the one page the Guide gives it.")
    )
    return Advice(GREEN if fits else RED, sentence, _("Part II, Step 4"))


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


def dated_steps(dated, total):
    """An action plan's steps have their dates: they are its timeline (Part II, Step 5)."""
    if not total:
        return Advice(AMBER, _("The action plan has no steps yet."), _("Part II, Step 5"))
    sentence = ngettext(
        "%(dated)d of %(total)d step has a date.",
        "%(dated)d of %(total)d steps have a date.",
        total,
    )
    light = GREEN if dated == total else AMBER
    return Advice(light, sentence % {"dated": dated, "total": total}, _("Part II, Step 5"))


def clear_commitments(count, unclear=0):
    """Without clear commitments a plan does not go forward (Part II, Step 6)."""
    sentence = ngettext(
        "The plan has %(count)d named commitment; without any it does not go forward.",
        "The plan has %(count)d named commitments; without any it does not go forward.",
        count,
    ) % {"count": count}
    if unclear:
        more = ngettext("%(unclear)d is not clear yet.", "%(unclear)d are not clear yet.", unclear)
        sentence += " " + more % {"unclear": unclear}
    light = AMBER if unclear else GREEN
    return Advice(light if count else RED, sentence, _("Part II, Step 6"))


def briefing_pages(count):
    """The briefing paper has 10 to 15 pages (Part II, Step 2)."""
    sentence = ngettext(
        "The briefing paper has %(count)d page; the Guide asks for 10 to 15.",
        "The briefing paper has %(count)d pages; the Guide asks for 10 to 15.",
        count,
    )
    return Advice(between(count, 10, 15), sentence % {"count": count}, _("Part II, Step 2"))


# Years in which the National Bureau of Economic Research counts most months of a recession, or
# its lowest employment.
RECESSIONS = {1991, 2001, 2008, 2009, 2020}


def years_compared(start, end):
    """Growth is judged over 10 to 15 years as well as annually (Part I, Step 5)."""
    span = end - start
    sentence = ngettext(
        "The table spans %(count)d year; the Guide looks at 10 to 15, and at each year between.",
        "The table spans %(count)d years; the Guide looks at 10 to 15, and at each year between.",
        span,
    )
    light = GREEN if 10 <= span <= 15 else AMBER
    return Advice(light, sentence % {"count": span}, _("Part I, Step 5"))


def end_points(start, end):
    """Neither end of the span is a year of recession (Part I, Step 5).

    Growth between two years is that of its end points: from the bottom of a recession it looks
    better than it was, to the bottom worse.
    """
    low = sorted({start, end} & RECESSIONS)
    if not low:
        sentence = _("Neither end of the span is a year of recession.")
        return Advice(GREEN, sentence, _("Part I, Step 5"))
    sentence = _(
        "%(years)s was a year of recession: growth from or to it is that of the business cycle. "
        "Look at the years beside it too."
    )
    return Advice(AMBER, sentence % {"years": ", ".join(map(str, low))}, _("Part I, Step 5"))


def observations(handed_in, team):
    """Each of the team looks at the table before they discuss it (Part I, Steps 5 and 6)."""
    sentence = ngettext(
        "%(handed_in)d of %(team)d member of the support team has handed in observations.",
        "%(handed_in)d of %(team)d members of the support team have handed in observations.",
        team,
    )
    light = GREEN if team and handed_in >= team else AMBER
    figures = {"handed_in": handed_in, "team": team}
    return Advice(light, sentence % figures, _("Part I, Step 5"))
