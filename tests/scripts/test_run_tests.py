import pytest

from scripts import run_tests
from scripts.run_tests import Run, count, report

RESULTS = """<testsuites><testsuite tests="10" failures="1" errors="2" skipped="3"/></testsuites>"""


def test_errors_count_as_failures(tmp_path):
    (tmp_path / "results.xml").write_text(RESULTS)

    assert count(tmp_path / "results.xml") == {"passed": 4, "failed": 3, "skipped": 3}


@pytest.fixture
def two_runs():
    done = Run("SQLite", {}, counts={"passed": 5, "failed": 0, "skipped": 1})
    return [done, Run("PostgreSQL", {}, obstacle="it does not answer")]


def test_a_run_that_is_impossible_here_is_skipped_with_its_reason(two_runs, monkeypatch, capsys):
    monkeypatch.setattr(run_tests, "ON_CI", False)

    assert report(two_runs) == 0

    lines = capsys.readouterr().out.splitlines()
    assert "PostgreSQL: skipped, it does not answer" in lines
    assert lines[-1] == "5 passed, 0 failed, 1 skipped"


def test_on_ci_it_is_a_failure(two_runs, monkeypatch, capsys):
    monkeypatch.setattr(run_tests, "ON_CI", True)

    assert report(two_runs) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "5 passed, 1 failed, 1 skipped"


def test_a_run_that_broke_before_its_first_test_is_a_failure(capsys):
    assert report([Run("SQLite", {}, broken=True)]) == 1
