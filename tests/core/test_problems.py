import ast
import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from django.conf import settings

from analytics.sources import LAYOUTS
from core.problems import Problem, add_to_catalogue, catalogue

APPS = ("core", "accounts", "analytics", "clusters", "mobilization")


def test_a_problem_reads_as_its_sentence_filled_in():
    assert "100 MB" in str(Problem("upload_too_large", limit=100))


def test_a_code_cannot_be_taken_twice():
    with pytest.raises(ValueError, match="job_broke"):
        add_to_catalogue({"job_broke": "Something else."})


def test_every_code_raised_anywhere_stands_in_the_catalogue():
    unknown = {(code, where) for code, _, where in problems_raised() if code not in catalogue}

    assert unknown == set()


def test_every_fault_of_a_layout_stands_in_the_catalogue():
    """The importer takes these codes from the layouts' rules."""
    codes = {code for layout in LAYOUTS for code, _columns, _pattern in layout.RULES}

    assert codes - catalogue.keys() == set()


def test_every_problem_is_raised_with_the_values_of_its_sentence():
    wrong = [
        (where, code, sorted(places(code)), sorted(given))
        for code, given, where in problems_raised()
        if given is not None and code in catalogue and not places(code) <= given
    ]

    assert wrong == []


def test_every_sentence_says_what_happened_and_what_to_do():
    thin = {code for code, sentence in catalogue.items() if str(sentence).count(". ") == 0}

    assert thin == set()


def places(code):
    return set(re.findall(r"%\((\w+)\)", str(catalogue[code])))


def problems_raised():
    """Yield (code, names of the values or None where they are spread, file:line)."""
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in problem_classes():
                names = {keyword.arg for keyword in node.keywords}
                place = f"{path.relative_to(settings.BASE_DIR)}:{node.lineno}"
                for code in codes(node.args[0]):
                    yield code, None if None in names else names, place


def sources():
    return [path for app in APPS for path in Path(settings.BASE_DIR, app).rglob("*.py")]


@cache
def problem_classes():
    """Names of Problem and of the classes made from it."""
    made = (re.findall(r"class (\w+)\(Problem\)", path.read_text()) for path in sources())
    return {"Problem", *chain.from_iterable(made)}


def codes(expression):
    """The codes that the first argument can be: written out, or taken from a layout's table."""
    if isinstance(expression, ast.IfExp):
        return codes(expression.body) + codes(expression.orelse)
    return [expression.value] if isinstance(expression, ast.Constant) else []
