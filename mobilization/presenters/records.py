"""A meeting as JSON: its results without names, or the whole record with names."""

from core.workflow import history_of
from mobilization.models.meetings import UNREAD
from mobilization.presenters import agendas, later_exports
from mobilization.presenters.exports import (
    has_votes,
    named_cards,
    require_counted,
    whose_place,
)
from mobilization.presenters.meetings import organisation_of
from mobilization.presenters.scans import reference
from mobilization.presenters.summaries import ranked
from mobilization.queries import comfort, later_summaries, scans, summaries, votes
from mobilization.queries import exports as queries

FORMAT = "clusterwise-meeting-1"


def results_json(meeting):
    """The meeting without names of voters and of card writers. Raises `dots_not_counted`."""
    require_counted(meeting)
    return {"format": FORMAT, "names": False, **common(meeting)}


def record_json(meeting):
    """The whole meeting with names, for the facilitators."""
    return {
        "format": FORMAT,
        "names": True,
        **common(meeting, hide_visions=meeting.state in UNREAD, whole=True),
        "attendance": [
            {
                "name": row.person.name,
                "organization": organisation_of(row.person),
                "in_place_of": whose_place(row),
                "source": row.source,
                "at": row.at,
            }
            for row in queries.attendances(meeting)
        ],
        **(votes_with_names(meeting) if has_votes(meeting) else {}),
        "scans": [reference(scan) for scan in scans.named(meeting)],
        "steps": [step(deed) for deed in queries.steps(meeting)],
        "history": [
            {"move": row.name, "before": row.before, "after": row.after, "by": row.by_name}
            | {"at": row.at, "note": row.note}
            for row in history_of(meeting).order_by("at", "pk")
        ],
    }


def votes_with_names(meeting):
    """Whose card says what, who placed which dot, and who came forward, in Meeting 1."""
    return {
        "cards": named_cards(meeting),
        "dots": [
            {
                "name": dot.ballot.person.name,
                "requirement": dot.requirement.text,
                "source": dot.source,
                "at": dot.placed_at,
                "offer": dot.offer,
                "words_before": dot.words_before,
            }
            for dot in queries.dots(meeting)
        ],
        "volunteers": [
            {
                "name": row.person.name,
                "priority_area": row.priority.name,
                "way": row.way,
                "could_champion": row.could_champion,
            }
            for row in queries.volunteers(meeting)
        ],
    }


def common(meeting, *, hide_visions=False, whole=False):
    """What stands in both: time, agenda, who was present in number, and what it came to.

    Only the `whole` record tells of a question of comfort that was never closed.
    """
    facts = (summaries if has_votes(meeting) else later_summaries).facts([meeting])[meeting.pk]
    return {
        "meeting": {
            "number": meeting.number,
            "state": meeting.state,
            **{key: facts[key] for key in ("cluster", "starts_at", "place", "co_chairs")},
        },
        "agenda": [without_script(line) for line in agendas.lines_of(meeting)],
        "present": facts["present"],
        **(
            list_and_areas(meeting, facts, hide_visions, whole)
            if has_votes(meeting)
            else {"teams": later_exports.team_facts(meeting, facts["plans"])}
        ),
    }


def list_and_areas(meeting, facts, hide_visions, whole):
    """The list of Meeting 1 with its totals, priority areas and teams, and the comfort asked."""
    return {
        "ballots": facts["ballots"],
        "dots_each": facts["dots_each"],
        "visions": [] if hide_visions else facts["visions"],
        "categories": [category.name for category in meeting.categories.all()],
        "requirements": ranked(facts["requirements"]),
        "rewordings": votes.rewordings(meeting),
        "priority_areas": facts["priorities"],
        "comfort": [question(*row) for row in comfort.asked(meeting) if row[0].closed_at or whole],
    }


def question(comfort, phones, hands):
    """A question of the group's comfort and its totals; one that was withdrawn keeps them too."""
    return {
        "method": comfort.method,
        "asked_at": comfort.asked_at,
        "closed_at": comfort.closed_at,
        "withdrawn": comfort.withdrawn_at is not None,
        "answers": [
            {"level": level, "phones": phones.get(level, 0), "hands": hands.get(level, 0)}
            for level in comfort.levels
        ],
    }


def step(deed):
    """What lead or recorder did, and who undid it."""
    undone = getattr(deed, "undone_by", None)
    return {
        "step": deed.kind,
        "words": deed.words,
        "part": deed.part,
        "by": deed.by_name,
        "at": deed.at,
        "undone_by": undone.by_name if undone else "",
    }


def without_script(line):
    kept = agendas.plain(line)
    del kept["script"]
    return kept
