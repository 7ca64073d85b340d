"""Options that several commands share."""

from django.core.management.base import CommandError

from accounts.models import Initiative
from analytics.queries import held, prices
from analytics.sources import areas, ownerships


def area_codes(text):
    """The codes of a text with commas between them, each once."""
    return tuple(dict.fromkeys(code.strip() for code in text.split(",")))


def add_scope(parser):
    """The areas, years and base of a table."""
    parser.add_argument(
        "--areas",
        required=True,
        type=area_codes,
        help="area codes with commas between them, for example 39041,39045",
    )
    parser.add_argument("--start", required=True, type=int, help="the first year")
    parser.add_argument("--end", required=True, type=int, help="the last year")
    parser.add_argument("--base", default="US000", help="the area compared with")
    parser.add_argument("--initiative", help="slug, to see its own data sets beside the server's")


def add_prices(parser):
    """The price index."""
    parser.add_argument(
        "--series-cpi",
        default="",
        help="a CPI-U series, for example CUUR0000SA0 for the US city average; by default that of "
        "the city the areas lie in, else of their Census region, else of the US",
    )


def add_kinds(parser):
    """Whose jobs, which dollars, which codes."""
    parser.add_argument(
        "--ownership",
        default="covered",
        help="whose jobs: covered (all of them), private, federal, state, local, or several with "
        "commas between them; quotients keep all covered jobs as their denominators",
    )
    parser.add_argument(
        "--wages",
        choices=[prices.REAL, prices.NOMINAL],
        default=prices.REAL,
        help="in dollars of the last year, or of each year",
    )
    parser.add_argument(
        "--vintage",
        choices=held.VINTAGES,
        default=held.BRIDGED,
        help="industry codes: bridged to those of the last year, or as published in each",
    )


def kinds_of(options):
    """The keyword arguments that say what is counted, on which codes and in which dollars."""
    return {
        "series": options["series_cpi"],
        "ownership": ownerships.parse(options["ownership"].split(",")),
        "wages": options["wages"],
        "vintage": options["vintage"],
    }


def scope_of(options):
    """The keyword arguments of `table_of` from a command's options."""
    scope = {name: options[name] for name in ("start", "end")}
    scope["areas"] = tuple(dict.fromkeys(areas.current(code) for code in options["areas"]))
    scope["base"] = areas.current(options["base"])
    return scope | {"initiative": find_initiative(options["initiative"])}


def find_initiative(slug):
    """The initiative of that slug; None for no slug. Raises CommandError."""
    if slug is None:
        return None
    try:
        return Initiative.objects.get(slug=slug)
    except Initiative.DoesNotExist:
        raise CommandError(f"There is no initiative at “{slug}”.") from None
