"""`manage.py build_scripts`: the script that draws charts, from the installed packages."""

import vl_convert
from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Write the script that draws charts to the static files, where it is not there yet."

    def handle(self, **options):
        path = settings.VAR_DIR / "static" / "charts.js"
        version = f"// Vega from vl-convert {vl_convert.__version__}\n"
        if path.exists() and path.read_text(encoding="utf-8").startswith(version):
            return
        aside = path.with_suffix(".new")
        aside.write_text(version + vl_convert.javascript_bundle(), encoding="utf-8")
        aside.replace(path)
        self.stdout.write(f"Wrote {path.name}.")
