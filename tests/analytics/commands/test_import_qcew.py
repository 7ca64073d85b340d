"""`manage.py import_qcew`: folders, refusals, the exit code."""

import pytest
from django.core.management import CommandError, call_command

from analytics.models import Dataset
from analytics.queries import table_of
from tests.factories.accounts import InitiativeFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    """Two good files, one of them deeper, one bad, one that is something else."""
    here = tmp_path / "files"
    (here / "more").mkdir(parents=True)
    qcew.write_annual(here / "a.csv", qcew.cells_of("39041", 2016))
    qcew.write_annual(here / "more/b.csv", qcew.cells_of("39045", 2016))
    qcew.spoilt(here / "bad.csv", annual_avg_emplvl=-5)
    (here / "readme.txt").write_text("Nothing to import\n")
    return here


def test_in_a_folder_the_good_are_taken_the_bad_refused_the_others_listed(folder, capsys):
    with pytest.raises(CommandError):
        call_command("import_qcew", str(folder))
    written = capsys.readouterr()
    assert "Imported 2, known already 0, passed over 1, refused 1." in written.out
    assert f"refused: {folder / 'bad.csv'}: Line 3 of bad.csv has a negative number" in written.err
    assert f"skipped: {folder / 'readme.txt'}" in written.err
    assert sorted(Dataset.objects.values_list("file_name", flat=True)) == ["a.csv", "b.csv"]


def test_a_second_time_nothing_is_new(folder, capsys):
    (folder / "bad.csv").unlink()
    call_command("import_qcew", str(folder))
    call_command("import_qcew", str(folder))
    assert "Imported 0, known already 2, passed over 1, refused 0." in capsys.readouterr().out
    assert Dataset.objects.count() == 2


@pytest.mark.parametrize("name", ["readme.txt", "missing.csv"])
def test_a_file_that_was_named_must_be_one_that_can_be_imported(folder, name, capsys):
    with pytest.raises(CommandError):
        call_command("import_qcew", str(folder / name))
    assert capsys.readouterr().err.startswith(f"refused: {folder / name}")


def test_estimates_and_initiatives_are_recorded(folder):
    initiative = InitiativeFactory(slug="valley")
    call_command(
        "import_qcew",
        str(folder / "a.csv"),
        "--status=estimate",
        "--note=By hand",
        "--initiative=valley",
    )
    dataset = Dataset.objects.get()
    assert (dataset.status, dataset.note, dataset.initiative) == ("estimate", "By hand", initiative)


def test_an_unknown_initiative_is_said(folder):
    with pytest.raises(CommandError, match="no initiative at “nowhere”"):
        call_command("import_qcew", str(folder), "--initiative=nowhere")


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--base=US000", "No data set holds Franklin County, OH, United States in 2016"),
        ("--ownership=nobody", "“nobody” names no ownership"),
        ("--series-cpi=CPI", "“CPI” is no consumer price index"),
    ],
)
def test_a_table_that_cannot_be_made_says_why(option, words, tmp_path):
    if "base" not in option:
        call_command("import_qcew", *map(str, qcew.write_statistics(tmp_path)))
    with pytest.raises(CommandError, match=words):
        call_command("naics_table", "--areas=39049", "--start=2016", "--end=2023", option)


def test_the_demos_file_gives_the_table_of_central_ohio(settings, capsys):
    """The file that the demo imports: made by this product from the real statistics."""
    call_command(
        "import_qcew", str(settings.BASE_DIR / "mobilization/demo/central_ohio_2016_2023.csv")
    )
    table = table_of(["central-ohio"], 2016, 2023, "US000").set_index("naics")
    assert len(table) == 299  # on the codes of 2023
    assert table.at["6113", "matched_start"] == 3413
    assert table.at["6113", "employment_end"] == 19804
    assert table.at["6113", "undisclosed_start"] == 12


def test_the_demos_file_is_the_real_statistics_and_nothing_else(central_ohio, settings):
    central_ohio.load()
    midwest = {"series": "CUUR0200SA0"}
    expected = table_of(**central_ohio.scope, **midwest)
    Dataset.objects.all().delete()
    call_command(
        "import_qcew", str(settings.BASE_DIR / "mobilization/demo/central_ohio_2016_2023.csv")
    )
    assert table_of(["central-ohio"], 2016, 2023, "US000", **midwest).equals(expected)


def test_one_file_of_a_folder_is_an_estimate_and_the_others_are_published(folder, capsys):
    (folder / "bad.csv").unlink()
    call_command("import_qcew", str(folder), "--estimated", "more/b.csv", "From quotients")
    held = Dataset.objects.order_by("file_name").values_list("file_name", "status", "note")
    assert list(held) == [("a.csv", "published", ""), ("b.csv", "estimate", "From quotients")]
    capsys.readouterr()
    call_command("import_qcew", str(folder))
    assert "b.csv" in capsys.readouterr().out
    assert Dataset.objects.get(file_name="b.csv").status == "estimate"


def test_a_file_that_is_known_as_something_else_is_told(folder, capsys):
    call_command("import_qcew", str(folder / "a.csv"))
    call_command("import_qcew", str(folder / "a.csv"), "--status=estimate", "--note=By hand")
    assert "to have it estimate, take it out first" in capsys.readouterr().out


def test_a_pattern_that_fits_no_file_imports_nothing(folder):
    with pytest.raises(CommandError, match=r"No file fits “2016/US000.csv”"):
        call_command("import_qcew", str(folder), "--estimated", "2016/US000.csv", "By hand")
    assert not Dataset.objects.exists()
