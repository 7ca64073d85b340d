"""`manage.py set_region`: the counties, years and base that an initiative looks at."""

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from analytics.management.options import add_prices, add_scope, find_initiative
from analytics.services import regions
from core.problems import Problem


class Command(BaseCommand):
    help = "Choose an initiative's region, or change it; clusters and data sets stay."

    def add_arguments(self, parser):
        add_scope(parser)
        add_prices(parser)
        parser.add_argument("--name", required=True, help="the region's name on every page")
        parser.add_argument("--activity", action="store_true", help="because activity clusters")
        parser.add_argument("--commute", action="store_true", help="because people commute inside")
        parser.add_argument("--reason", default="", help="other reasons for these areas, in words")
        parser.add_argument("--by", required=True, help="e-mail address of its project manager")

    def handle(self, *, initiative, areas, start, end, name, by, **options):
        chosen = find_initiative(initiative)
        user = User.objects.filter(email__iexact=by).first()
        if chosen is None or user is None or user.role_in(chosen) != "manager":
            raise CommandError("Name an initiative, and with --by one of its project managers.")
        try:
            regions.save(
                initiative=chosen,
                by=user,
                name=name,
                by_activity=options["activity"],
                by_commute=options["commute"],
                reason=options["reason"],
                base=options["base"],
                start_year=start,
                end_year=end,
                areas=areas,
                price_series=options["series_cpi"],
            )
        except Problem as problem:
            raise CommandError(str(problem)) from None
        against = options["base"]
        self.stdout.write(f"{name}: {len(areas)} areas, {start} to {end}, against {against}.")
