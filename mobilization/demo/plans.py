"""The demo's plans for freight and logistics, from first sketch to commitments.

Days are counted from the day the demo is loaded.
"""

PLANS = [
    {
        "priority": "People who can move up",
        "title": "A ladder from picker to technician",
        "goal": "Everyone who starts in one of our warehouses can become a technician here, and "
        "every robot in the region has somebody near who can repair it.",
        "outcomes": [
            {
                "text": "120 warehouse workers hold a first technician certificate",
                "measure": "Certificates awarded",
                "baseline": "35 a year",
                "target": "120",
                "due": 330,
                "judgment": "Two firms tried the course last spring, and 35 of 38 passed.",
            },
            {
                "text": "80 new commercial drivers hired by member firms",
                "measure": "Payroll counts of member firms",
                "baseline": "210 drivers",
                "target": "290",
                "due": 345,
            },
        ],
        "steps": [
            ("Agree on the six skills that every employer will count", 45),
            ("Open the evening course at two warehouses", 110),
            ("Place the first forty in paid apprenticeships", 200),
        ],
        "needs": [
            ("money", "Stipends of 240,000 dollars for the first year"),
            ("expertise", "Two trainers for robot maintenance, lent by employers"),
            ("materials", "Two training cells with a conveyor and a robot arm"),
        ],
        "structure": "A board of five employers and the college, convened by the champion.",
        "commitments": [
            "Lends two trainers for a day a week",
            "Pays stipends for ten people",
            "Opens its training hall in the evening",
        ],
    },
    {
        "priority": "Getting to every shift",
        "title": "Buses at shift change",
        "goal": "Nobody turns down a shift for want of a way to get there or a place for a child.",
        "outcomes": [
            {
                "text": "900 workers ride the shift buses each week",
                "measure": "Counts of the bus operator",
                "baseline": "none",
                "target": "900 a week",
                "due": 320,
            },
            {
                "text": "60 child care places open until midnight",
                "measure": "Places licensed by the state",
                "target": "60",
                "due": 350,
            },
        ],
        "steps": [
            ("Bring the shift times of twelve firms into one timetable", 40),
            ("Run two lines for a trial of three months", 120),
            ("Open the first night group", 240),
        ],
        "needs": [
            ("money", "Half the cost of two bus lines, 310,000 dollars a year"),
            ("expertise", "A timetable planner for eight weeks"),
        ],
        "structure": "The transit authority runs it; member firms share half of the cost.",
        "commitments": ["Shares the cost of line one", "Moves its shift change by ten minutes"],
    },
]

STATEMENT = (
    "The Leadership Group has read these plans and stands behind them. They say what will be "
    "different within a year, who will do it and how we will know. We will report on each outcome "
    "in public, and we ask every employer of the region to join."
)

BRIEFING = {
    "evolution": "Warehouses came for the roads and the airport and stayed for the people. Over "
    "the past decade the larger ones have put in conveyors and robots, and the work has moved "
    "from lifting to keeping machines running.",
    "potential": "Employers say that orders are there. What holds them back is drivers, people "
    "who can repair machines, and a way to the air park that does not end in a queue.",
    "opportunities": "Training that several firms share, transport at shift change, and one voice "
    "toward the road authority are within reach of the employers themselves.",
}
