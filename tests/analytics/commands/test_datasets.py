"""`manage.py datasets`: listed, verified, removed."""

import pytest
from django.core.management import CommandError, call_command

from analytics import importer, warehouse
from analytics.models import Dataset
from analytics.queries import table_of
from tests.factories.accounts import InitiativeFactory
from tests.factories.analytics import RegionFactory
from tests.samples import qcew

pytestmark = pytest.mark.django_db


def load(path, jobs, **where):
    cells = [
        qcew.Cell("39049", "0", "10", 2016, "total", employment=900),
        qcew.Cell("39049", "5", "3391", 2016, employment=jobs),
    ]
    return importer.import_file(qcew.write_annual(path, cells), **where).dataset


def test_the_list_names_each_data_set_once(tmp_path, capsys):
    mine = InitiativeFactory(slug="valley")
    first, second = load(tmp_path / "a.csv", 100), load(tmp_path / "b.csv", 200, initiative=mine)
    call_command("datasets")
    [line] = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{first.pk}\tpublished\tFranklin County, OH, 2016\t2 rows\ta.csv\t")
    assert first.sha256 in line
    call_command("datasets", "list", "--initiative=valley")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines] == [str(second.pk), str(first.pk)]
    assert lines[0].endswith("\tvalley")


def test_whole_files_are_said_to_be_whole(tmp_path, capsys):
    load(tmp_path / "a.csv", 100)
    call_command("datasets", "verify")
    assert capsys.readouterr().out.endswith("\ta.csv\twhole\n")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda d: warehouse.raw_path(d.sha256).unlink(), "raw file is gone or changed"),
        (lambda d: warehouse.raw_path(d.sha256).write_bytes(b"x"), "raw file is gone or changed"),
        (lambda d: warehouse.tidy_path(d.key).unlink(), "stored table is gone"),
        (lambda d: warehouse.tidy_path(d.key).write_bytes(b"PAR1"), "table cannot be read"),
        (lambda d: Dataset.objects.filter(pk=d.pk).update(wages=1), "other totals"),
        (lambda d: Dataset.objects.filter(pk=d.pk).update(employment=1), "other totals"),
        (lambda d: Dataset.objects.filter(pk=d.pk).update(rows=1), "other totals"),
    ],
)
def test_what_is_not_whole_is_told_with_an_exit_code(tmp_path, capsys, harm, words):
    dataset = load(tmp_path / "a.csv", 100)
    load(tmp_path / "b.csv", 200)
    harm(dataset)
    with pytest.raises(CommandError, match="1 of 2 data sets are not whole"):
        call_command("datasets", "verify")
    [line] = [text for text in capsys.readouterr().out.splitlines() if "a.csv" in text]
    assert words in line


def test_a_table_mixed_up_with_another_is_found(tmp_path):
    first, second = load(tmp_path / "a.csv", 100), load(tmp_path / "b.csv", 200)
    warehouse.tidy_path(first.key).write_bytes(warehouse.tidy_path(second.key).read_bytes())
    with pytest.raises(CommandError, match="1 of 2"):
        call_command("datasets", "verify")


def test_nothing_is_removed_without_yes_and_what_depends_on_it_is_named(invented, capsys):
    invented.load()
    RegionFactory(name="Valley", initiative__slug="valley", areas=invented.areas)
    dataset = Dataset.objects.get(file_name="2016-39041.csv")
    with pytest.raises(CommandError, match="Nothing was removed"):
        call_command("datasets", "remove", str(dataset.pk))
    assert capsys.readouterr().out == (
        f"{dataset.pk}\tValley (valley) has figures of it; "
        "no figures would be left for 39041 2016\n"
    )
    assert Dataset.objects.filter(pk=dataset.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_the_older_twin_of_a_removed_data_set_counts_again(invented, tmp_path, capsys):
    invented.load()
    RegionFactory(areas=invented.areas)
    before = table_of(**invented.scope)
    cells = [
        qcew.Cell(cell.area, cell.ownership, cell.industry, cell.year, employment=7, wages=7)
        for cell in qcew.cells_of("39041", 2023)
        if cell.level == "naics4"
    ]
    newer = importer.import_file(qcew.write_annual(tmp_path / "newer.csv", cells)).dataset
    assert not table_of(**invented.scope).equals(before)
    call_command("datasets", "remove", str(newer.pk), "--yes")
    assert "another data set would count for 39041 2023" in capsys.readouterr().out
    assert table_of(**invented.scope).equals(before)
    assert not warehouse.tidy_path(newer.key).exists()
    assert not warehouse.raw_path(newer.sha256).exists()


@pytest.mark.django_db(transaction=True)
def test_a_raw_file_stays_while_another_data_set_rests_on_it(tmp_path, capsys):
    server = load(tmp_path / "a.csv", 100)
    load(tmp_path / "a.csv", 100, initiative=InitiativeFactory(slug="valley"))
    call_command("datasets", "remove", str(server.pk), "--yes")
    assert warehouse.raw_path(server.sha256).exists()
    call_command("datasets", "verify", "--initiative=valley")
    assert capsys.readouterr().out.endswith("\twhole\n")


@pytest.mark.parametrize("arguments", [["remove"], ["remove", "99"], ["verify", "99"]])
def test_what_cannot_be_meant_is_said(arguments):
    with pytest.raises(CommandError):
        call_command("datasets", *arguments)
