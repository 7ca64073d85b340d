"""`manage.py prepare`"""

import os

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def static_root(settings, tmp_path):
    source = tmp_path / "source"
    source.mkdir()
    (source / "page.css").write_text("body { color: black }")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.DEMO = False
    return settings.STATIC_ROOT


def test_the_static_files_are_collected_once(static_root, capsys):
    call_command("prepare")
    first = capsys.readouterr().out
    call_command("prepare")

    assert (static_root / "page.css").read_text() == "body { color: black }"
    assert first.endswith("Collecting the static files\n")
    assert capsys.readouterr().out == ""


def test_and_again_when_a_source_has_changed(static_root, settings):
    call_command("prepare")
    source = settings.STATICFILES_DIRS[0] / "page.css"
    source.write_text("body { color: white }")
    os.utime(source, (0, 0))

    call_command("prepare")

    assert (static_root / "page.css").read_text() == "body { color: white }"
