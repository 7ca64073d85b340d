"""The current cells of areas and years, whichever data sets hold them."""

from django.db.models import Q

from analytics import warehouse
from analytics.models import Dataset, DatasetSlice
from analytics.sources import areas as area_names
from analytics.sources import geography
from core.problems import Problem

LEVELS = ("total", "naics4")


def cells_of(areas, years, initiative=None, levels=LEVELS):
    """The current cells: a frame of the tidy columns and the `ordinal` of their data set.

    Do not write into it. Raises Problem `no_data` for an area and year that nobody imported.
    """
    return warehouse.cells(held_by(areas, years, initiative), tuple(levels))


def held_by(areas, years, initiative=None):
    """Where the cells are: a sorted tuple of `warehouse.Place`, for `warehouse.cells`.

    As files are immutable, equal places hold equal cells. Raises Problem `no_data`, and
    `quarters_missing` where fewer than four quarters are held and no year.
    """
    slices = slices_of(areas, years, initiative)
    for year in years:
        refuse_missing(areas, year, [held for held in slices if held.year == year], initiative)
    return places_of(slices)


def places_of(slices):
    """Where the cells of slices are: a sorted tuple of `warehouse.Place`."""
    return tuple(sorted({place_of(held) for held in slices}))


def place_of(held):
    dataset = held.dataset
    return warehouse.Place(
        dataset.key, dataset.ordinal, held.area, held.year, quarterly=held.quarter > 0
    )


def refuse_missing(areas, year, slices, initiative):
    """Raises Problem unless the slices, all of one year, hold or make it for each of the areas."""
    quarters = quarters_of(areas, slices)
    missing = lacking(quarters)
    if missing:
        code = "quarters_missing" if all(quarters[area] for area in missing) else "no_data"
        if geography.without_figures(missing, year, year):
            code = "areas_of_other_years"
        named = ", ".join(area_title(area, initiative) for area in sorted(missing))
        raise Problem(code, areas=named, year=year)


def is_year(quarters):
    """Whether the quarters that are held, 0 for a year's own figures, hold or make a year."""
    return 0 in quarters or len(quarters) == 4


def quarters_of(areas, slices):
    """{area: the quarters held of it}; 0 stands for a whole year."""
    quarters = {area: set() for area in areas}
    for held in slices:
        quarters[held.area].add(held.quarter)
    return quarters


def lacking(quarters):
    """The areas of which neither the year nor all four quarters are held."""
    return [area for area, held in quarters.items() if not is_year(held)]


def slices_of(areas, years, initiative=None):
    """The slices of data sets that the initiative sees, in the order of their import."""
    return list(slices_seen_by(initiative).filter(area__in=areas, year__in=years))


def slices_between(first, last, initiative=None):
    """The slices of all areas, from the first year to the last, of years that are whole."""
    slices = list(slices_seen_by(initiative).filter(year__range=(first, last)))
    quarters = {}
    for held in slices:
        quarters.setdefault((held.area, held.year), set()).add(held.quarter)
    return [held for held in slices if is_year(quarters[held.area, held.year])]


def slices_seen_by(initiative):
    return (
        DatasetSlice.objects.filter(dataset__in=Dataset.objects.seen_by(initiative))
        .select_related("dataset")
        .order_by("dataset_id", "area", "year")
    )


def area_code(text, initiative=None):
    """The codes that a text can mean: a code, a code and its name, or a name. A list."""
    words = text.split()
    if words and area_names.is_code(words[0]):
        return words[:1]
    called_so = Q(area_title__iexact=" ".join(words)) | Q(area__in=words[:1])
    held = titles_seen_by(initiative).filter(called_so).values_list("area", flat=True)
    return list(dict.fromkeys(held)) or area_names.find(text)


def area_title(code, initiative=None):
    """The name of an area: a county, state or the nation, or what a data set calls it."""
    name = area_names.name(code)
    if name != code:
        return name
    titled = titles_seen_by(initiative).filter(area=code).exclude(area_title="")
    return titled.values_list("area_title", flat=True).first() or code


def state_choices():
    """[(FIPS code, name)] of the states, by name."""
    named = [(code, name) for code, (name, _postal) in area_names.states().items()]
    return sorted(named, key=lambda state: state[1])


def postal_choices():
    """[(postal abbreviation, name)] of the states, by name."""
    return sorted(((sign, name) for name, sign in area_names.states().values()), key=lambda s: s[1])


def titles_seen_by(initiative):
    return DatasetSlice.objects.filter(dataset__in=Dataset.objects.seen_by(initiative)).order_by(
        "-dataset_id", "area"
    )
