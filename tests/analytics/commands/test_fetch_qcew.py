"""`manage.py fetch_qcew` against a server that misbehaves."""

import io
import threading
import time
import zipfile

import pytest
from django.core.management import CommandError, call_command

from analytics.management.commands.fetch_qcew import years
from analytics.sources import downloads
from tests.misbehaving import cut, serving, silent, status, unmeasured, whole
from tests.samples import qcew

SLICE = "/cew/data/api/2023/a/area/39049.csv"
OTHER = "/cew/data/api/2023/a/area/39041.csv"
NATION = "/cew/data/api/2023/a/area/US000.csv"
ARCHIVE = "/cew/data/files/1990/csv/1990_annual_singlefile.zip"
TAG = {"ETag": '"first"'}


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def csv(tmp_path):
    path = qcew.write_annual(tmp_path / "sample.csv", 200 * qcew.GOOD_CELLS)
    return path.read_bytes()  # 50 KB


def archive_of(content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("1990.annual.singlefile.csv", content)
    return buffer.getvalue()


def fetch(server, folder, *, areas="39049", span="2023", more=()):
    options = [f"--areas={areas}", f"--years={span}", f"--output={folder}", "--pause=0", *more]
    call_command("fetch_qcew", *options, f"--host={server.address}")


def test_a_file_for_each_area_and_year_and_nothing_twice(tmp_path, csv, capsys):
    folder = tmp_path / "files"
    with serving({SLICE: [csv], NATION: [csv]}) as server:
        fetch(server, folder, areas="39049,US000", more=["--contact=me@example.org"])
        assert (folder / "2023/39049.csv").read_bytes() == csv
        assert "[2/2] 2023 US000" in capsys.readouterr().out
        agents = {headers["User-Agent"] for _path, headers in server.asked}
        assert agents == {"Clusterwise/0.1 (me@example.org)"}
        asked = len(server.asked)
        fetch(server, folder, areas="39049,US000")
        assert len(server.asked) == asked
    assert "Fetched 0, known already 2, not published 0, failed 0." in capsys.readouterr().out
    assert sorted(path.name for path in folder.rglob("*.*")) == ["39049.csv", "US000.csv"]


def test_a_busy_server_is_asked_again_when_it_says(tmp_path, csv):
    busy = status(503, Retry_After="0")
    with serving({SLICE: [busy, busy, csv], NATION: [csv]}) as server:
        fetch(server, tmp_path / "files")
        assert [path for path, _headers in server.asked].count(SLICE) == 3
    assert (tmp_path / "files/2023/39049.csv").read_bytes() == csv


def test_a_cut_connection_is_continued_where_it_stopped(tmp_path, csv):
    answers = {SLICE: [cut(csv, 40_000, **TAG), whole(csv, **TAG)], NATION: [csv]}
    with serving(answers) as server:
        fetch(server, tmp_path / "files")
        ranges = [headers.get("Range") for path, headers in server.asked if path == SLICE]
    assert ranges == [None, "bytes=32768-"]
    assert (tmp_path / "files/2023/39049.csv").read_bytes() == csv


def test_a_file_that_changed_meanwhile_is_begun_anew(tmp_path, csv):
    revised = csv.replace(b"100,", b"200,")
    answers = {SLICE: [cut(csv, 40_000, **TAG), whole(revised, ETag='"second"')], NATION: [csv]}
    with serving(answers) as server:
        fetch(server, tmp_path / "files")
    assert (tmp_path / "files/2023/39049.csv").read_bytes() == revised


def test_a_file_without_a_tag_is_begun_anew(tmp_path, csv):
    with serving({SLICE: [cut(csv, 40_000), csv], NATION: [csv]}) as server:
        fetch(server, tmp_path / "files")
        assert all("Range" not in headers for _path, headers in server.asked)
    assert (tmp_path / "files/2023/39049.csv").read_bytes() == csv


def test_a_later_run_goes_on_with_what_an_earlier_one_began(tmp_path, csv, capsys):
    folder = tmp_path / "files"
    answers = {SLICE: [cut(csv, 40_000, **TAG)], NATION: [csv]}
    with serving(answers) as server:
        with pytest.raises(CommandError, match="Some files failed"):
            fetch(server, folder)
        assert "2023 39049: not kept" in capsys.readouterr().err
        assert not (folder / "2023/39049.csv").exists()
        answers[SLICE] = [whole(csv, **TAG)]
        fetch(server, folder)
        assert server.asked[-1][1]["Range"] == "bytes=32768-"
    assert (folder / "2023/39049.csv").read_bytes() == csv
    assert [path.name for path in (folder / "2023").iterdir()] == ["39049.csv"]


def test_what_was_whole_when_a_run_was_killed_is_begun_anew(tmp_path, csv):
    """The rest of a file that has none is asked for: the server says that there is no such part."""
    part = tmp_path / "files/2023/39049.csv.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(csv)
    part.with_name("39049.csv.part.etag").write_text(TAG["ETag"])
    with serving({SLICE: [whole(csv, **TAG)], NATION: [csv]}) as server:
        fetch(server, tmp_path / "files")
        ranges = [headers.get("Range") for path, headers in server.asked if path == SLICE]
    assert ranges == [f"bytes={len(csv)}-", None]
    assert [path.name for path in part.parent.iterdir()] == ["39049.csv"]
    assert (part.parent / "39049.csv").read_bytes() == csv


def test_a_server_that_stays_busy_is_let_be_and_the_other_files_are_fetched(tmp_path, csv, capsys):
    answers = {SLICE: [status(503)], OTHER: [csv], NATION: [csv]}
    with serving(answers) as server, pytest.raises(CommandError, match="Some files failed"):
        fetch(server, tmp_path / "files", areas="39049,39041")
    asked = [path for path, _headers in server.asked]
    assert asked.count(SLICE) == 6  # once, and five times more
    assert "Fetched 1, known already 0, not published 0, failed 1." in capsys.readouterr().out
    assert (tmp_path / "files/2023/39041.csv").read_bytes() == csv


def test_a_server_that_falls_silent_is_asked_again(tmp_path, csv):
    over = threading.Event()
    with serving({SLICE: [silent(over), csv]}) as server:
        bls = downloads.Bls(server.address, pause=0, wait=0, timeout=(1, 0.1))
        bls.fetch_slice(2023, "39049", tmp_path / "39049.csv")
        over.set()
    assert (tmp_path / "39049.csv").read_bytes() == csv


def test_a_server_that_says_no_length_and_hangs_up_within_a_line_is_not_believed(
    tmp_path, csv, capsys
):
    with (
        serving({SLICE: [unmeasured(csv[:-7])], NATION: [csv]}) as server,
        pytest.raises(CommandError, match="Some files failed"),
    ):
        fetch(server, tmp_path / "files")
    assert "not kept" in capsys.readouterr().err
    with serving({SLICE: [unmeasured(csv)], NATION: [csv]}) as server:
        fetch(server, tmp_path / "files")
    assert (tmp_path / "files/2023/39049.csv").read_bytes() == csv


def test_between_two_requests_there_is_a_pause(tmp_path, csv):
    with serving({SLICE: [csv], NATION: [csv]}) as server:
        begun = time.monotonic()
        fetch(server, tmp_path / "files", more=["--pause=0.1"])
        assert time.monotonic() - begun >= 0.1 * len(server.asked)
    assert downloads.Bls().pause == 1


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path, csv, capsys):
    (tmp_path / "files").write_text("no folder")
    with (
        serving({SLICE: [csv], NATION: [csv]}) as server,
        pytest.raises(CommandError, match="Some files failed"),
    ):
        fetch(server, tmp_path / "files")
    assert "2023 39049: not kept: " in capsys.readouterr().err


def test_an_area_that_the_year_does_not_have_is_said(tmp_path, csv, capsys):
    with serving({NATION: [csv]}) as server:
        fetch(server, tmp_path / "files")
    written = capsys.readouterr().out
    assert "2023 39049: BLS has not published it, or not for this area" in written
    assert "Fetched 0, known already 0, not published 1, failed 0." in written


def test_a_year_that_is_not_out_yet_is_said(tmp_path, capsys):
    with serving({}) as server:
        fetch(server, tmp_path / "files", span="2026")
    assert "2026 all areas: BLS has not published it" in capsys.readouterr().out
    assert not list((tmp_path / "files").glob("*.*"))


def test_an_older_year_comes_as_the_national_archive_once(tmp_path, csv, capsys):
    archive = archive_of(csv)
    with serving({ARCHIVE: [archive]}) as server:
        fetch(server, tmp_path / "files", areas="39041,39049", span="1990")
        fetch(server, tmp_path / "files", areas="39041,39049", span="1990")
        assert [path for path, _headers in server.asked].count(ARCHIVE) == 1
    assert (tmp_path / "files/1990_annual_singlefile.zip").read_bytes() == archive
    assert "1990 all areas" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("address", "content"),
    [
        (SLICE, b"<!DOCTYPE html><html>We are being maintained</html>"),
        (SLICE, b""),
        (ARCHIVE, b"<html>area_fips</html>"),
        (ARCHIVE, archive_of(b"area_fips")[:-30]),
    ],
)
def test_a_page_in_place_of_a_file_is_not_kept(tmp_path, csv, address, content, capsys):
    answers = {address: [content]} | ({NATION: [csv]} if address == SLICE else {})
    with serving(answers) as server, pytest.raises(CommandError, match="Some files failed"):
        fetch(server, tmp_path / "files", span="2023" if address == SLICE else "1990")
    assert "the server sent something else, such as a page" in capsys.readouterr().err
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("codes", "span"),
    [("../../etc", "2023"), ("39049", "1989"), ("39049", "next"), ("", "2023")],
)
def test_what_is_no_area_or_year_is_refused(codes, span):
    with pytest.raises(CommandError):
        call_command("fetch_qcew", f"--areas={codes}", f"--years={span}", "--output=x")


def test_spans_of_years():
    assert years("1990-1992, 2023") == [1990, 1991, 1992, 2023]
