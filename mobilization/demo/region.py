"""The demo's region and clusters: real places, real industries."""

SLUG = "central-ohio"
NAME = "Central Ohio"
PURPOSE = "Fifteen counties around Columbus look for the clusters in which joint work pays."
TIME_ZONE = "America/New_York"
START, END, BASE = 2016, 2023, "US000"
PRICE_SERIES = "CUUR0200SA0"  # consumer prices in the Midwest
REGION_REASON = (
    "The fifteen counties share one labor market: most who work in them live in them, and "
    "freight, finance and vehicle making reach across their borders."
)

# name, what holds it together, {role: codes}
CLUSTERS = {
    "freight": (
        "Freight and logistics",
        "Warehouses, carriers and air freight that share drivers, technicians and roads.",
        {
            "export": ["4812", "4841", "4842", "4931"],
            "population": ["4921", "4922"],
            "support": ["4884", "4885"],
        },
    ),
    "vehicles": (
        "Vehicles and components",
        "Makers of vehicles, parts and materials that buy from one another.",
        {
            "export": ["3255", "3279", "3339", "3361", "3363"],
            "population": ["8111"],
            "support": ["4231", "8112"],
        },
    ),
    "finance": (
        "Finance and insurance",
        "Insurers, lenders and the services behind them that hire for the same skills.",
        {
            "export": ["5222", "5223", "5241"],
            "population": ["5221", "5242"],
            "support": ["5415"],
        },
    ),
}

REASONS = {
    "freight": "Largest of the three, nearly twice as concentrated as in the nation, and its "
    "employers asked for it first.",
    "vehicles": "Growing orders, many small suppliers, and a college ready to teach.",
    "finance": "High wages and several employers who say they compete for the same few people.",
}
