"""The demo's observations on its NAICS table: the process does not reach the data itself."""

from analytics import queries
from analytics.models import Dataset, JointObservation, Observation, OwnSheet, Question
from analytics.services import joint, sheets, worksheets

# Every moment that data and observations note, for a demo in which time passes.
MOMENTS = [
    (Dataset, ["imported_at"]),
    (OwnSheet, ["begun_at", "handed_in_at"]),
    (Observation, ["seen_at"]),
    (JointObservation, ["seen_at", "edited_at"]),
]

PRIVATE = "ownership=5"

# {role: [(question, what was seen, codes, choices of the table)]}
FIRST = {
    "manager": [
        (
            Question.GROWTH,
            "Warehousing has grown by about nine per cent a year since 2016, and it was not small "
            "then.",
            ["4931"],
            "",
        ),
        (
            Question.TOGETHER,
            "Warehouses, specialized carriers and those who arrange freight grow side by side, and "
            "they look for the same people.",
            ["4842", "4885", "4931"],
            "",
        ),
    ],
    "lead_facilitator": [
        (
            Question.EXPORT,
            "Warehousing is more than twice, and nonscheduled air transportation many times, as "
            "concentrated as in the nation.",
            ["4812", "4931"],
            "",
        ),
        (
            Question.TOGETHER,
            "Couriers belong with the warehouses: what one stores the other delivers.",
            ["4921", "4931"],
            PRIVATE,
        ),
    ],
}
# {question: the line of the joint sheet that the team made of it}
AGREED = {
    Question.GROWTH: "Warehousing grows fastest among the large industries.",
    Question.EXPORT: "Air freight and warehousing seem to sell far beyond the region.",
    Question.TOGETHER: (
        "Warehouses, specialized carriers, couriers and those who arrange freight seem to belong "
        "together: they grow side by side and need the same people."
    ),
}

SECOND = {
    "manager": [
        (
            Question.PAY,
            "Insurance carriers pay far above the region's average, but their jobs decline.",
            ["5241"],
            "",
        ),
    ],
    "lead_facilitator": [
        (
            Question.EXPORT,
            "Makers of paint and coatings are few and small, yet far more concentrated than in "
            "the nation.",
            ["3255"],
            "",
        ),
        (
            Question.CHECK,
            "Many cells of motor vehicles are undisclosed, so its figures are lower bounds. Ask "
            "somebody who knows the plants.",
            ["3361", "3363"],
            "",
        ),
        (
            Question.PAY,
            "Pay of insurance carriers has risen faster than prices have.",
            ["5241"],
            "",
        ),
    ],
    "recorder": [
        (
            Question.CHECK,
            "Are the new warehouse jobs full-time? Average pay alone does not say.",
            ["4931"],
            "",
        ),
    ],
}
WELL_PAID = "Insurance carriers pay well and better every year, for ever fewer jobs."


def hold_the_first_round(team):
    """Two hand in, and the joint sheet is made and closed; `team` is {role: membership}."""
    worksheet = write(team, FIRST)
    join(worksheet, team, ("manager", "lead_facilitator"))
    for question, text in AGREED.items():
        agree(worksheet, question, text, team["lead_facilitator"].user)
    worksheets.move(worksheet=worksheet, name="close", by=team["manager"].user)


def begin_the_second_round(team):
    """Two have handed in, one still writes, and the joint sheet is in the making."""
    worksheet = write(team, SECOND)
    join(worksheet, team, ("manager", "lead_facilitator"))
    agree(worksheet, Question.PAY, WELL_PAID, team["lead_facilitator"].user)


def write(team, rows_of):
    """A new round with the observations of each role."""
    manager = team["manager"]
    worksheet = worksheets.begin(initiative=manager.initiative, by=manager.user)
    for role, rows in rows_of.items():
        for question, text, codes, query in rows:
            sheets.write(
                worksheet=worksheet,
                question=question,
                text=text,
                codes=codes,
                query=query,
                by=team[role].user,
            )
    return worksheet


def join(worksheet, team, roles):
    """The sheets of these roles are handed in, and the joint sheet is begun."""
    for role in roles:
        mine = queries.own_sheet(worksheet, team[role].user)
        sheets.hand_in(sheet=mine, by=mine.owner)
    worksheets.move(worksheet=worksheet, name="join", by=team["manager"].user)


def agree(worksheet, question, text, by):
    """One line from all that was handed in to a question, in the words of the team."""
    seen = queries.handed_in(worksheet).filter(question=question)
    line = joint.take_over(worksheet=worksheet, observations=list(seen), by=by)
    joint.change(
        line=line, version=line.version, question=question, text=text, codes=line.codes, by=by
    )
