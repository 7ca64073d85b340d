"""The demo's observations on its NAICS table; the process does not reach the data itself."""

from analytics import queries
from analytics.models import Question
from analytics.services import joint, sheets, worksheets

PRIVATE = "ownership=5"

# role: [(question, what was seen, codes, choices of the table)]
OWN = {
    "manager": [
        (
            Question.GROWTH,
            "Warehousing has grown by about nine per cent a year since 2016, and it was not small "
            "then.",
            ["4931"],
            "",
        ),
        (
            Question.PAY,
            "Insurance carriers pay far above the region's average, but their jobs decline.",
            ["5241"],
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
            Question.EXPORT,
            "Makers of paint and coatings are few and small, yet far more concentrated than in "
            "the nation.",
            ["3255"],
            "",
        ),
        (
            Question.TOGETHER,
            "Couriers belong with the warehouses: what one stores the other delivers.",
            ["4921", "4931"],
            PRIVATE,
        ),
        (
            Question.CHECK,
            "Many cells of motor vehicles are undisclosed, so its figures are lower bounds. Ask "
            "somebody who knows the plants.",
            ["3361", "3363"],
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
HANDED_IN = ("manager", "lead_facilitator")
# The line of the joint sheet that two of them became.
TAKEN = (
    "Warehouses, specialized carriers, couriers and those who arrange freight seem to belong "
    "together: they grow side by side and need the same people."
)


def observe(team):
    """A round in which two have handed in, one still writes, and the joint sheet is begun.

    `team` is {role: membership}.
    """
    manager = team["manager"]
    worksheet = worksheets.begin(initiative=manager.initiative, by=manager.user)
    for role, rows in OWN.items():
        for question, text, codes, query in rows:
            sheets.write(
                worksheet=worksheet,
                question=question,
                text=text,
                codes=codes,
                query=query,
                by=team[role].user,
            )
    for role in HANDED_IN:
        mine = queries.own_sheet(worksheet, team[role].user)
        sheets.hand_in(sheet=mine, by=mine.owner)
    worksheets.move(worksheet=worksheet, name="join", by=manager.user)
    begin_the_joint_sheet(worksheet, team["lead_facilitator"].user)


def begin_the_joint_sheet(worksheet, facilitator):
    """One line from two people's observations, in the words of both together."""
    together = queries.handed_in(worksheet).filter(question=Question.TOGETHER)
    line = joint.take_over(worksheet=worksheet, observations=list(together), by=facilitator)
    joint.change(
        line=line,
        version=line.version,
        question=line.question,
        text=TAKEN,
        codes=line.codes,
        by=facilitator,
    )
