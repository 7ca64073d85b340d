"""What holds of several areas as one region: none counts twice, and each is there in every year."""

import functools

from analytics.sources import areas, metropolitan


def overlaps(codes, years):
    """Pairs (inner, outer) of areas that share places in a year, so that jobs would count twice.

    Metropolitan areas have the counties of the delineation of each year; with counties of their
    own state left out of it they share nothing.
    """
    codes = sorted(set(codes))
    return [
        (inner, outer)
        for outer in codes
        for inner in codes
        if inner != outer and any(lies_in(inner, outer, year) for year in years)
    ]


def lies_in(inner, outer, year):
    """Whether a part of the inner area is also a part of the outer one."""
    if outer == areas.NATION:
        return True
    if areas.is_state(outer):
        return states_of(inner) >= {outer[:2]} and inner != outer
    return inner in metropolitan.counties_of(outer, metropolitan.edition_of(year))


def redrawn(codes, start, end):
    """{code: (counties that left, counties that came)} of metropolitan areas within the years."""
    found = {}
    before, after = (metropolitan.edition_of(year) for year in (start, end))
    for code in codes:
        old, new = (set(metropolitan.counties_of(code, edition)) for edition in (before, after))
        if old and new and old != new:
            found[code] = (sorted(old - new), sorted(new - old))
    return found


@functools.cache
def states_of(code):
    """The FIPS codes of the states that an area has parts in."""
    if code in metropolitan.areas():
        postal = metropolitan.states_of(code)
        return frozenset(fips for fips, (_name, sign) in areas.states().items() if sign in postal)
    return frozenset({areas.state_of(code)} - {""})


def undrawn(codes, start, end):
    """{code: delineations of these years that have no such metropolitan area, though one has}."""
    used = sorted({metropolitan.edition_of(year) for year in (start, end)})
    lacking = {
        code: [edition for edition in used if not metropolitan.counties_of(code, edition)]
        for code in codes
        if metropolitan.delineations(code)
    }
    return {code: editions for code, editions in lacking.items() if editions}


def without_figures(codes, start, end):
    """{code: (first, last) year of its figures} of the areas that a span of years goes beyond."""
    found = {}
    for code in codes:
        first, last = areas.years_of(code)
        if (first and start < first) or (last and end > last):
            found[code] = (first, last)
    return found


def search(words, state=""):
    """The codes of areas whose name holds all the words or whose code begins with them: a list.

    `state` is a FIPS code: areas in it alone. States come first, then metropolitan areas, then
    counties, each by name; without words and state there is nothing to look for.
    """
    sought = plain(words).split()
    if not sought and not state:
        return []
    return [
        code
        for code, text in texts()
        if (not state or state in states_of(code)) and fits(code, text, sought)
    ]


def fits(code, text, sought):
    return all(code.casefold().startswith(word) or word in text for word in sought)


def texts():
    """Pairs of a code and the words to find it by, in the order of the list.

    An area is found by an earlier name too, and a county by the code that it had then.
    """
    former = {now: f"{old} {areas.name(old)}" for old, now in areas.renumbered().items()}
    former |= {code: " ".join(sorted(known)) for code, known in metropolitan.titles().items()}
    counties = [code for code in areas.counties() if areas.current(code) == code]
    states = areas.states()
    kinds = [
        [areas.NATION],
        [state + "000" for state in states],
        metropolitan.areas(),
        [code for code in counties if areas.state_of(code)],
        [state + areas.UNKNOWN for state in states],
    ]
    found = []
    for codes in kinds:
        named = sorted((areas.name(code), code) for code in codes)
        found += [
            (code, plain(f"{name} {in_states(code)} {former.get(code, '')}"))
            for name, code in named
        ]
    return found


def in_states(code):
    """The names of the states that an area lies in."""
    return " ".join(areas.states()[state][0] for state in states_of(code))


def plain(text):
    return text.casefold().replace(",", " ")
