"""A spreadsheet computed a second time: the formulas of a workbook, by a small reading of them.

It knows what the product writes: IF(AND(conditions), value, ""), N, ISNUMBER, references to cells
of the same and of other sheets, and names.
"""

import io
import re

from openpyxl import load_workbook

TOKEN = re.compile(r"(?:(\w+)!)?\b([A-Z]{1,3}[0-9]+)\b|\b([a-z_]{3,})\b")


class Computed:
    """The sheets of a workbook: `formulas` as written, `cached` as the program stored them."""

    def __init__(self, content):
        self.formulas = load_workbook(io.BytesIO(content))
        self.cached = load_workbook(io.BytesIO(content), data_only=True)
        self.names = {
            name: defined.attr_text.replace("$", "").split("!")
            for name, defined in self.formulas.defined_names.items()
        }

    def value(self, sheet, cell):
        """What stands in a cell once everything is computed; None where it is empty."""
        held = self.formulas[sheet][cell].value
        if not (isinstance(held, str) and held.startswith("=")):
            return held
        conditions, formula = parts(held)
        if not all(self.evaluate(sheet, condition) for condition in conditions):
            return None
        return self.evaluate(sheet, formula)

    def evaluate(self, sheet, formula):
        found = {}

        def hold(match):
            other, cell, name = match.groups()
            place = self.names[name] if name else (other or sheet, cell)
            found[f"v{len(found)}"] = self.value(*place)
            return f"v{len(found) - 1}"

        text = TOKEN.sub(hold, formula).replace("^", "**")
        functions = {"N": lambda held: held or 0, "ISNUMBER": lambda held: held is not None}
        return eval(text, {"__builtins__": {}}, functions | found)


def parts(formula):
    """(conditions, value) of =IF(AND(conditions),value,""); no conditions for a plain formula."""
    if not formula.startswith("=IF(AND("):
        return [], formula[1:]
    inner = formula.removeprefix("=IF(AND(").removesuffix(',"")')
    depth = 1
    for at, sign in enumerate(inner):
        depth += (sign == "(") - (sign == ")")
        if depth == 0:
            return inner[:at].split(","), inner[at + 2 :]
    raise ValueError(formula)
