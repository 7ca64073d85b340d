"""What the demo's people said beside cards and plans: comfort, coaching, flip charts, summaries."""

# Fist of five by phone, one level for each phone, and {level: hands} of those without.
COMFORT = [5, 5, 4, 4, 3, 5, 4, 4, 2, 5, 4, 3, 5, 4]
HANDS = {5: 1, 4: 2}

# By priority area: what the facilitator wrote down after a talk with the team.
COACHING = {
    "People who can move up": "The six skills are agreed. The team asked how to count drivers who "
    "change firms; it will use payroll counts. Next call in two weeks.",
    "Getting to every shift": "Twelve firms have sent their shift times. Child care takes more "
    "than buses do; the team will ask the group whether to split it off.",
}

# By priority area: kind, what the room said in Meeting 2, and what the team answered.
FLIP_CHARTS = {
    "People who can move up": [
        ("question", "Who keeps the list of certificates?", "The college does, once a quarter."),
        ("suggestion", "Ask the two unions to sit on the board", "Both have said yes."),
    ],
    "Getting to every shift": [
        ("missing", "A way home for those who work overtime", ""),
    ],
}

# What a member of the Leadership Group said to the first team after Meeting 1.
ADVICE = "The community college has two empty training rooms in the evening. Ask its dean."
ADVICE_ANSWER = "We met the dean last week; one of the rooms is ours from spring on."

# By the number of the meeting: the facilitators' own words in its summary.
SUMMARIES = {
    1: {
        "overview": "Seventeen people wrote cards, and nobody left before the teams stood.",
        "discussion": "Drivers and technicians came up on more than half of the cards. The road to "
        "the air park found dots but nobody to lead it.",
        "next_steps": "Both teams meet before Meeting 2 and bring a plan on one page.",
    },
    2: {
        "overview": "Both teams brought a plan on one page, and the room had questions on each.",
        "discussion": "Buses can start at once, child care needs a license first. So the second "
        "plan was split, and all three plans go on.",
        "next_steps": "The teams bring dates, needs and named commitments to Meeting 3.",
    },
    3: {
        "overview": "Two action plans go to the Leadership Group, with commitments by name.",
        "discussion": "Child care at night found no money this year. The room ended that plan and "
        "keeps it for the next round.",
        "next_steps": "The Leadership Group decides on both plans. The teams begin their first "
        "steps meanwhile.",
    },
}

# The part of the second plan that Meeting 2 split off, and why Meeting 3 ended it.
SPLIT_OFF = {
    "title": "Child care at night",
    "outcomes": ["60 child care places open until midnight"],
    "steps": ["Open the first night group"],
}
WHY_SPLIT = "Buses can start at once; child care needs a license first."
WHY_ENDED = "Nobody could commit money this year. It stays on the list for the next round."
