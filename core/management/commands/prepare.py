"""`manage.py prepare`: bring database, static files and the demo up to date, in one process."""

import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand

# Bootstrap's parts are in its one file, and its pages for right-to-left scripts are none of ours.
UNUSED = ["bootstrap-*.css*", "*.rtl.*"]


class Command(BaseCommand):
    # Checks of the code are for developers (`make check`); they load every page and take seconds.
    requires_system_checks = []
    help = "Bring the database and the static files up to date, and load the demo once."

    def handle(self, **options):
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        call_command("build_scripts", stdout=self.stdout)
        self.collect_static_files()
        if settings.DEMO:
            call_command("load_demo", stdout=self.stdout)

    def collect_static_files(self):
        """Compressing takes seconds, so it is done only when a source has changed."""
        stamp = settings.STATIC_ROOT / ".sources"
        now = fingerprint_of_static_files()
        if stamp.exists() and stamp.read_text() == now:
            return
        self.stdout.write("Collecting the static files")
        call_command(
            "collectstatic",
            verbosity=0,
            interactive=False,
            clear=True,
            ignore_patterns=UNUSED,
        )
        stamp.write_text(now)


def fingerprint_of_static_files():
    """A digest of every source's path, size and time of change."""
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(ignore_patterns=[]):
            changed = storage.get_modified_time(path).timestamp()
            digest.update(f"{path} {storage.size(path)} {changed}\n".encode())
    return digest.hexdigest()
