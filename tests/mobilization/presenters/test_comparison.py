"""Two versions of a plan beside each other, line by line and word by word."""

from hypothesis import given
from hypothesis import strategies as st

from mobilization.presenters.plans import comparison
from mobilization.presenters.plans.comparison import CHANGED, GONE, NEW, SAME

OUTCOME = {
    "id": 1,
    "text": "Forty technicians certified",
    "measure": "Certificates",
    "due": "2027-12-01",
    "is_clear": False,
    "is_compelling": True,
    "is_outcome": False,
    "within_a_year": False,
}
PROMISE = {"id": 3, "person_id": 8, "name": "Ada Sample", "text": "Lends a hall", "due": None}


def content(**changes):
    return {
        "title": "Technicians",
        "goal": "Every firm finds them",
        "structure": "",
        "outcomes": [OUTCOME],
        "steps": [],
        "needs": [],
        "commitments": [PROMISE],
        "members": [{"id": 8, "name": "Ada Sample"}],
        **changes,
    }


def told(before, after):
    """{title: [(kind of line, [(label, pieces)])]}"""
    return {
        str(title): [
            (line.kind, [(entry.label, entry.pieces) for entry in line.entries]) for line in lines
        ]
        for title, lines in comparison.compare(before, after)
    }


def test_what_is_the_same_is_not_told():
    assert told(content(), content()) == {}


def test_a_text_is_told_word_by_word():
    changed = told(content(), content(goal="Every firm here finds them"))
    pieces = [(SAME, "Every firm "), (NEW, "here "), (SAME, "finds them")]
    assert changed == {"Long-term goal": [(CHANGED, [("", pieces)])]}


def test_a_changed_line_keeps_its_words_so_that_one_knows_which_it_is():
    # The older version was kept before plans had a baseline.
    later = {**OUTCOME, "due": "2027-06-01", "baseline": "10 a year", "is_clear": True}
    assert told(content(), content(outcomes=[later])) == {
        "Outcomes": [
            (
                CHANGED,
                [
                    ("Outcome", [(SAME, "Forty technicians certified")]),
                    ("Baseline", [(NEW, "10 a year")]),
                    ("Achieved by", [(GONE, "December "), (NEW, "June "), (SAME, "1, 2027")]),
                    ("Clear", [(GONE, "No"), (NEW, "Yes")]),
                ],
            )
        ]
    }


def test_lines_and_people_that_came_or_went_are_told_with_what_they_said():
    need = {"id": 5, "kind": "money", "text": "80,000 dollars"}
    after = content(needs=[need], commitments=[], members=[{"id": 9, "name": "Bo Sample"}])
    assert told(content(), after) == {
        "What it takes": [
            (NEW, [("Kind", [(NEW, "Money")]), ("What is needed", [(NEW, "80,000 dollars")])])
        ],
        "Commitments": [
            (GONE, [("Person", [(GONE, "Ada Sample")]), ("Commitment", [(GONE, "Lends a hall")])])
        ],
        "Team": [(NEW, [("", [(NEW, "Bo Sample")])]), (GONE, [("", [(GONE, "Ada Sample")])])],
    }


@given(before=st.text("ab \n"), after=st.text("ab \n"))
def test_the_pieces_joined_are_both_texts(before, after):
    pieces = comparison.pieces(before, after)
    assert "".join(text for kind, text in pieces if kind != NEW) == before
    assert "".join(text for kind, text in pieces if kind != GONE) == after
