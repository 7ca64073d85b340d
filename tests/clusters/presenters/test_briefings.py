from types import SimpleNamespace

from clusters.presenters import briefings

NAN = float("nan")


def record(naics, start, end, matched=(NAN, NAN), hidden=0):
    """An industry with jobs at both ends; nothing else of it is known."""
    return {
        "naics": naics,
        "title": f"Industry {naics}",
        "role": "export",
        "employment_start": start,
        "employment_end": end,
        "matched_start": matched[0],
        "matched_end": matched[1],
        "growth": NAN,
        "undisclosed_start": hidden,
        "undisclosed_end": hidden,
        "comparability": "comparable",
        "bridged_from": "",
    }


ROWS = [
    record("3345", 100, 150, matched=(90, 140)),
    record("3344", 400, 300, matched=(400, 300)),
    record("3327", NAN, NAN, hidden=2),
    record("3329", 60, 50, matched=(60, 60)),
]


def table():
    total = record("", 560, 500, matched=(550, 500), hidden=2)
    region = SimpleNamespace(start_year=2016, end_year=2023)
    return SimpleNamespace(rows=ROWS, total=total, region=region)


def test_shares_are_of_the_clusters_published_jobs():
    lines = briefings.size(table()).lines

    published = 0
    for row in ROWS:
        if row["employment_end"] == row["employment_end"]:
            published += row["employment_end"]
    expected = []
    for row in ROWS:
        jobs = row["employment_end"]
        share = (
            f"{100 * jobs / published:.1f}\N{NO-BREAK SPACE}%" if jobs == jobs else "undisclosed"
        )
        expected.append(share)
    assert [line.cells[2].text for line in lines] == expected


def test_gains_and_losses_are_of_matched_cells_largest_first():
    gains, losses = briefings.gains_and_losses(table())

    assert gains == [("3345 Industry 3345", "+50")]
    assert losses == [("3344 Industry 3344", "\N{MINUS SIGN}100")]


def test_what_is_unknown_has_no_bar():
    assert [label for label, _value, _words in briefings.jobs(table())] == [
        "3344 Industry 3344",
        "3345 Industry 3345",
        "3329 Industry 3329",
    ]
