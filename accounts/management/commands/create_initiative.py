"""`manage.py create_initiative`: an initiative and its first project manager."""

import getpass
import os

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts import services
from core.problems import Problem


class Command(BaseCommand):
    help = (
        "Make an initiative and its first project manager. The password is asked for, or taken "
        "from CLUSTERWISE_PASSWORD."
    )

    def add_arguments(self, parser):
        parser.add_argument("slug", help="short name in addresses, for example central-ohio")
        parser.add_argument("--name", required=True)
        parser.add_argument("--manager-email", required=True)
        parser.add_argument("--manager-name", required=True)
        parser.add_argument("--time-zone", default="America/New_York")

    def handle(self, *, slug, name, manager_email, manager_name, time_zone, **options):
        password = os.environ.get("CLUSTERWISE_PASSWORD") or getpass.getpass("Password: ")
        try:
            initiative = services.create_initiative(
                slug=slug,
                name=name,
                time_zone=time_zone,
                email=manager_email,
                manager_name=manager_name,
                password=password,
            )
        except (Problem, ValidationError) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"Made “{initiative.name}”. Sign in as {manager_email}.")
