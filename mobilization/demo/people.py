"""The demo's people and firms: plainly invented, on addresses that lead nowhere."""

FIRST = (
    "Avery Blair Casey Devon Ellis Finley Gray Harper Indigo Jules Kendall Lane Marley Noel "
    "Oakley Parker Quinn Reese Sage Tatum"
).split()
LAST = (
    "Samplehurst Mockridge Demowick Inventmoor Pretendale Fictley Exampleton Imaginfield "
    "Placeholt Madeupson"
).split()

# Twenty first names and ten last names, so mixed that neighbours on a list differ.
NAMES = [f"{FIRST[n % 20]} {LAST[(n + n // 20) % 10]}" for n in range(200)]

TEAM = {
    "manager": "Morgan Samplehurst",
    "lead_facilitator": "Robin Demowick",
    "recorder": "Shiloh Fictley",
    "administrator": "Tracy Placeholt",
}

POSITIONS = ["Chief executive", "Owner", "Operations director", "Plant manager", "Vice president"]

WORDS = ["Example", "Sample", "Specimen", "Mock", "Demo", "Invented", "Fictional"]

TRADES = {
    "4812": "Air Cargo",
    "4841": "Freight Lines",
    "4842": "Tank Haulage",
    "4884": "Road Services",
    "4885": "Freight Brokers",
    "4921": "Parcel Express",
    "4922": "City Couriers",
    "4931": "Warehouses",
    "3255": "Coatings",
    "3279": "Minerals",
    "3339": "Machine Works",
    "3361": "Motors",
    "3363": "Auto Parts",
    "4231": "Parts Wholesale",
    "8111": "Garages",
    "8112": "Instrument Repair",
    "5221": "Savings Bank",
    "5222": "Consumer Credit",
    "5223": "Payments",
    "5241": "Mutual Insurance",
    "5242": "Insurance Agency",
    "5415": "Data Systems",
}

PUBLIC_BODIES = [
    ("Example Community College", "other_public"),
    ("Sample State University", "other_public"),
    ("Mock County Schools", "other_public"),
    ("Demo City Council", "local_government"),
    ("Specimen County Commission", "local_government"),
    ("Invented Township Trustees", "local_government"),
    ("Fictional Labor Council", "community"),
    ("Example Regional Foundation", "community"),
    ("Sample River Conservancy", "community"),
]


def email_of(name):
    """An address on a domain that is reserved for examples."""
    return f"{name.lower().replace(' ', '.')}@example.org"


def firm(word_at, code):
    """The name of an invented firm of the industry `code`."""
    return f"{WORDS[word_at % len(WORDS)]} {TRADES[code]}"
