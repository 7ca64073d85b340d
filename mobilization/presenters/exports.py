"""A meeting as tables: results without names, and all with names.

Results are what anybody may see once the dots are counted: totals, never who voted for what. A
card that has not been read yet shows that it was written, not what is on it.
"""

from django.utils import timezone
from django.utils.translation import gettext as _

from core.problems import Problem
from core.spreadsheets import Table
from mobilization.models.meetings import COUNTED, UNREAD
from mobilization.presenters import later_exports
from mobilization.presenters.meetings import organisation_of
from mobilization.presenters.votes import NO_RANK
from mobilization.queries import cards, priorities, scans, votes
from mobilization.queries import exports as queries


def results_tables(meeting):
    """The totals, one line for each requirement; of a later meeting its plans and flip charts.

    Raises Problem `dots_not_counted`.
    """
    require_counted(meeting)
    return [totals(meeting)] if has_votes(meeting) else later_exports.tables(meeting)


def has_votes(meeting):
    """Whether cards are written and dots placed in this meeting: in the first alone."""
    return meeting.number == 1


def require_counted(meeting):
    """Before the dots of Meeting 1 are counted no total leaves the room."""
    if has_votes(meeting) and meeting.state not in COUNTED:
        raise Problem("dots_not_counted", state=meeting.get_state_display())


def totals(meeting):
    areas = priorities.area_of(meeting)
    before = words_before(meeting)
    rows = [
        [
            row.rank or NO_RANK,
            row.requirement.text,
            row.requirement.category.name,
            row.dots,
            areas.get(row.requirement.pk, ""),
            "; ".join(before.get(row.requirement.text, [])),
        ]
        for row in votes.results(meeting)
    ]
    heading = [_("Rank"), _("Requirement"), _("Category"), _("Dots"), _("Priority area")]
    return Table(_("Totals"), [*heading, _("Dots placed on other words")], rows)


def words_before(meeting):
    """{words of a requirement: ["words of before (dots that were placed on them)"]}"""
    found = {}
    for row in votes.rewordings(meeting):
        found.setdefault(row["requirement"], []).append(f"{row['words_before']} ({row['dots']})")
    return found


def ballots_tables(meeting):
    """Who placed which dot, how each ballot stands, and the totals."""
    return [dots_table(meeting), ballots_table(meeting), totals(meeting)]


def dots_table(meeting):
    rows = [
        [
            dot.ballot.person.name,
            organisation_of(dot.ballot.person),
            dot.requirement.text,
            dot.get_source_display(),
            in_words(dot.placed_at),
            dot.get_offer_display(),
            dot.words_before,
        ]
        for dot in queries.dots(meeting)
    ]
    heading = [_("Name"), _("Organization"), _("Requirement"), _("Source"), _("Placed at")]
    return Table(_("Dots"), [*heading, _("Offer"), _("Words when it was placed, if others")], rows)


def ballots_table(meeting):
    each = meeting.dots_each
    rows = [
        [person.name, organisation_of(person), each - left, left, _("yes") if typed else ""]
        for person, left, typed in queries.ballots(meeting)
    ]
    heading = [_("Name"), _("Organization"), _("Dots placed"), _("Dots left")]
    return Table(_("Ballots"), [*heading, _("Paper ballot typed in by code")], rows)


def cards_tables(meeting):
    """Everybody's card, one line each."""
    heading = [_("Name"), _("Organization"), _("Vision"), _("First"), _("Second"), _("Third")]
    rows = [
        [card["name"], card["organization"], *card["words"], card["source"], card["scans"]]
        for card in named_cards(meeting)
    ]
    return [Table(_("Cards"), [*heading, _("Source"), _("Photos of the paper")], rows)]


def named_cards(meeting):
    """The cards with their writers; before they are read, without their words."""
    hidden = meeting.state in UNREAD
    kept = scans.files(meeting)
    return [
        {
            "name": card.person.name,
            "organization": organisation_of(card.person),
            "words": [_("not read yet"), "", "", ""]
            if hidden
            else [card.vision, card.first, card.second, card.third],
            "source": str(card.get_source_display()),
            "scans": ", ".join(kept[card.person_id]),
        }
        for card in cards.cards(meeting)
    ]


def attendance_tables(meeting):
    """Who was checked in, how and when, and in whose place."""
    rows = [
        [
            row.person.name,
            organisation_of(row.person),
            whose_place(row),
            row.get_source_display(),
            in_words(row.at),
        ]
        for row in queries.attendances(meeting)
    ]
    heading = [_("Name"), _("Organization"), _("In the place of"), _("Source"), _("Checked in at")]
    return [Table(_("Attendance"), heading, rows)]


def whose_place(attendance):
    """The name of whom somebody came for; empty for who came for themselves."""
    return attendance.in_place_of.name if attendance.in_place_of else ""


def in_words(moment):
    """An ISO moment in the initiative's zone, which every spreadsheet reads."""
    return timezone.localtime(moment).isoformat(sep=" ", timespec="seconds")


# What the facilitators may have with names, by the word in the address.
NAMED = {"attendance": attendance_tables, "ballots": ballots_tables, "cards": cards_tables}


def named(meeting):
    """The words in NAMED that this meeting has files for."""
    return set(NAMED) if has_votes(meeting) else {"attendance"}
