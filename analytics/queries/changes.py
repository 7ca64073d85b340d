"""What a data set changed when it was imported: what it brought, and which values it replaced."""

from dataclasses import dataclass

from analytics import warehouse
from analytics.queries.cells import is_year, places_of, slices_seen_by

LARGEST = 10


@dataclass(frozen=True)
class NewYear:
    """A year that came to areas, and the 4-digit codes that it has beside the year held before.

    `before` is that year, None where the areas had none; then there are no codes to compare.
    """

    year: int
    areas: list
    before: int | None
    began: list
    ended: list


@dataclass(frozen=True)
class Changes:
    """`years` are NewYears; `counts` and `largest` are of what was held before, see `compare`.

    `counts` is None where nothing of it was held before. `incomplete` are the (area, year) whose
    quarters make no year yet.
    """

    years: list
    incomplete: list
    counts: warehouse.Counts | None
    largest: tuple


def changes_by(dataset, initiative):
    """What changed for an initiative when a data set was imported: Changes."""
    own = set(dataset.slices.values_list("area", "year"))
    held = held_until(dataset, own, initiative)
    earlier = [part for part in held if part.dataset_id < dataset.pk]
    before, now = whole(earlier), whole(held)
    kept = own & before
    counts, largest = None, ()
    if kept:
        counts, largest = warehouse.compare(
            places_at(earlier, kept), places_at(held, kept), LARGEST
        )
    fresh = (own & now) - before
    years = [
        new_year(held, year, [area for area, of in sorted(fresh) if of == year], before)
        for year in sorted({year for _area, year in fresh})
    ]
    return Changes(years, sorted(own - now), counts, largest)


def held_until(dataset, own, initiative):
    """The slices of a data set's areas that it found there or brought."""
    areas = {area for area, _year in own}
    slices = slices_seen_by(initiative).filter(dataset__pk__lte=dataset.pk)
    return [part for part in slices if part.area in areas]


def whole(slices):
    """{(area, year)} that slices hold or make."""
    quarters = {}
    for part in slices:
        quarters.setdefault((part.area, part.year), set()).add(part.quarter)
    return {place for place, held in quarters.items() if is_year(held)}


def places_at(slices, wanted):
    return places_of([part for part in slices if (part.area, part.year) in wanted])


def new_year(held, year, areas, before):
    """How the codes of a new year differ from those of the last year before it."""
    last = max((of for area, of in before if area in areas and of < year), default=None)
    if last is None:
        return NewYear(year, areas, None, [], [])
    both = [area for area in areas if (area, last) in before]
    old, new = (
        warehouse.industries(places_at(held, {(area, of) for area in both}), "naics4")
        for of in (last, year)
    )
    return NewYear(year, areas, last, sorted(new - old), sorted(old - new))
