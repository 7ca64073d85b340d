"""What the demo's people wrote, said and dotted in Meeting 1 of freight and logistics."""

# vision, first, second, third requirement
CARDS = [
    (
        "The crossroads that every shipper thinks of first",
        "More licensed drivers",
        "A relief road to the air park",
        "One permit for oversize loads",
    ),
    (
        "Freight that runs through the night without noise",
        "Charging points for electric trucks",
        "More licensed drivers",
        "",
    ),
    (
        "Warehouse work that is a career",
        "A ladder from picker to technician",
        "Child care at night",
        "Safer bus stops",
    ),
    (
        "A region where goods change mode in an hour",
        "A relief road to the air park",
        "Rail sidings kept in use",
        "Shared booking of docks",
    ),
    (
        "Robots and people side by side",
        "Technicians who repair robots",
        "A shared test floor",
        "More licensed drivers",
    ),
    ("Drivers who are home for supper", "Secure truck parking", "More licensed drivers", ""),
    (
        "The place where young people ask for logistics",
        "A ladder from picker to technician",
        "Visits for schools",
        "",
    ),
    (
        "No empty run",
        "Shared booking of docks",
        "Data on delays in one place",
        "Rail sidings kept in use",
    ),
    (
        "The cleanest air park in the country",
        "Charging points for electric trucks",
        "A relief road to the air park",
        "",
    ),
    (
        "Small carriers with the tools of large ones",
        "Data on delays in one place",
        "Bulk buying of insurance",
        "Secure truck parking",
    ),
    (
        "Every shift fully staffed",
        "Buses that run at shift change",
        "Child care at night",
        "More licensed drivers",
    ),
    (
        "A school for the whole chain",
        "Technicians who repair robots",
        "A ladder from picker to technician",
        "",
    ),
    (
        "Freight neighbors are glad to have",
        "A relief road to the air park",
        "Secure truck parking",
        "",
    ),
    (
        "The shortest way from order to door",
        "One permit for oversize loads",
        "Data on delays in one place",
        "",
    ),
    (
        "A second chance for a thousand people",
        "A ladder from picker to technician",
        "Buses that run at shift change",
        "",
    ),
    (
        "An air park known for skill, not for price",
        "Technicians who repair robots",
        "A shared test floor",
        "",
    ),
    (
        "Nobody leaves for lack of a way up",
        "A ladder from picker to technician",
        "Child care at night",
        "Buses that run at shift change",
    ),
]

CATEGORIES = {
    "More licensed drivers": "Workforce",
    "A ladder from picker to technician": "Workforce",
    "Technicians who repair robots": "Workforce",
    "Visits for schools": "Workforce",
    "A relief road to the air park": "Infrastructure",
    "Charging points for electric trucks": "Infrastructure",
    "Secure truck parking": "Infrastructure",
    "Rail sidings kept in use": "Infrastructure",
    "Buses that run at shift change": "Infrastructure",
    "A shared test floor": "Innovation and entrepreneurship",
    "Data on delays in one place": "Innovation and entrepreneurship",
    "Shared booking of docks": "Innovation and entrepreneurship",
    "One permit for oversize loads": "Regulation and taxation",
    "Child care at night": "Quality of life",
    "Safer bus stops": "Quality of life",
    "Bulk buying of insurance": "Other",
}

# One row per card above, in the same order; unused dots are allowed.
DOTS = [
    [
        "More licensed drivers",
        "A relief road to the air park",
        "A ladder from picker to technician",
        "Secure truck parking",
    ],
    [
        "More licensed drivers",
        "Charging points for electric trucks",
        "Buses that run at shift change",
    ],
    [
        "A ladder from picker to technician",
        "Child care at night",
        "Buses that run at shift change",
        "More licensed drivers",
    ],
    [
        "A relief road to the air park",
        "Rail sidings kept in use",
        "Shared booking of docks",
        "Data on delays in one place",
    ],
    [
        "Technicians who repair robots",
        "A ladder from picker to technician",
        "A shared test floor",
        "More licensed drivers",
    ],
    ["Secure truck parking", "More licensed drivers", "A relief road to the air park"],
    [
        "A ladder from picker to technician",
        "Technicians who repair robots",
        "Buses that run at shift change",
        "Child care at night",
    ],
    ["Shared booking of docks", "Data on delays in one place"],
    [
        "Charging points for electric trucks",
        "A relief road to the air park",
        "More licensed drivers",
        "Buses that run at shift change",
    ],
    ["Data on delays in one place", "Secure truck parking", "More licensed drivers"],
    [
        "Buses that run at shift change",
        "Child care at night",
        "More licensed drivers",
        "A ladder from picker to technician",
    ],
    [
        "Technicians who repair robots",
        "A ladder from picker to technician",
        "More licensed drivers",
        "A shared test floor",
    ],
    ["A relief road to the air park", "Secure truck parking"],
    [
        "One permit for oversize loads",
        "Data on delays in one place",
        "A relief road to the air park",
        "More licensed drivers",
    ],
    [
        "A ladder from picker to technician",
        "Buses that run at shift change",
        "Technicians who repair robots",
        "Child care at night",
    ],
    [
        "Technicians who repair robots",
        "A ladder from picker to technician",
        "More licensed drivers",
    ],
    [
        "A ladder from picker to technician",
        "Buses that run at shift change",
        "Child care at night",
        "Technicians who repair robots",
    ],
]

# priority area -> the requirements grouped in it
PRIORITIES = {
    "People who can move up": [
        "A ladder from picker to technician",
        "Technicians who repair robots",
        "More licensed drivers",
        "Visits for schools",
    ],
    "Getting to every shift": [
        "Buses that run at shift change",
        "Child care at night",
        "Safer bus stops",
    ],
    "A way into the air park": ["A relief road to the air park", "Secure truck parking"],
}

# What the room of vehicles and components has on its cards when the demo opens.
OTHER_CARDS = [
    (
        "Parts for every drivetrain",
        "Battery safety training",
        "Faster plant permits",
        "Shared apprentices",
    ),
    (
        "A supplier park that fills itself",
        "Serviced sites near the plants",
        "Shared apprentices",
        "",
    ),
    ("Quality that needs no inspector", "A shared measuring lab", "Battery safety training", ""),
    ("Machinists at every age", "Shared apprentices", "Pay for trainers", "Night classes"),
    ("Small shops that bid as one", "A joint bidding office", "A shared measuring lab", ""),
    (
        "Recycling built into every part",
        "A take-back yard for batteries",
        "Faster plant permits",
        "",
    ),
    ("Made here, serviced everywhere", "Night classes", "Serviced sites near the plants", ""),
    ("Robots that small shops can pay for", "A shared measuring lab", "Pay for trainers", ""),
    (
        "No order lost for want of hands",
        "Shared apprentices",
        "Battery safety training",
        "Night classes",
    ),
    ("Clean paint, clean river", "Faster plant permits", "A take-back yard for batteries", ""),
    ("The first call when a line stops", "Pay for trainers", "Shared apprentices", ""),
]

OTHER_CATEGORIES = {
    "Battery safety training": "Workforce",
    "Shared apprentices": "Workforce",
    "Night classes": "Workforce",
    "Pay for trainers": "Workforce",
    "Serviced sites near the plants": "Infrastructure",
    "A shared measuring lab": "Innovation and entrepreneurship",
    "A joint bidding office": "Innovation and entrepreneurship",
    "Faster plant permits": "Regulation and taxation",
    "A take-back yard for batteries": "Other",
}

# The ballots that are in when the demo opens; the others are still thinking.
OTHER_DOTS = [
    ["Shared apprentices", "Battery safety training", "A shared measuring lab"],
    ["Serviced sites near the plants", "Shared apprentices"],
    ["A shared measuring lab", "Battery safety training", "Night classes", "Shared apprentices"],
    ["Shared apprentices", "Pay for trainers"],
]
# Whoever has this dot left it off the paper, and told the recorder.
CALLED_OUT = "Pay for trainers"
