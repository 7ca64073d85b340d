"""The price indices that pay is put into the dollars of one year by."""

from analytics.sources import prices

REAL, NOMINAL = "real", "nominal"


def price_series(areas, years, chosen=""):
    """The price index of some areas and years: the chosen one, else the nearest. Raises Problem."""
    return prices.series(chosen) if chosen else prices.series_for(areas, years)


def prices_of(region):
    """The price index that a region's pay is put into the dollars of one year by."""
    years = (region.start_year, region.end_year)
    return price_series(region.area_codes, years, region.price_series)


def price_choices():
    """[(id, title)] of every price index, as the package lists them: the nation first."""
    return [(one.id, one.title) for one in prices.all_series().values()]
