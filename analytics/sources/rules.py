"""What the fields of a raw file must look like, as patterns that RE2 and Python read alike.

A layout judges its rows twice by the same patterns: DuckDB matches whole rows by one pattern, fast,
and says which are unsound; `first_fault` then says in words what is wrong with one of them.
"""

import re

BETWEEN = "\t"  # stands between the columns of a pattern about several

STATE = "0[1245689]|[1-9][0-9]"  # no state has the code 03 or 07
INDUSTRY = r"[0-9]{2,6}|[0-9]{2}-[0-9]{2}"
YEAR = r"199[0-9]|20[0-9]{2}"
ZERO = r"0(\.0+)?"
PLAIN = r"[0-9]+"  # without a limit, as a pattern that counts is three times as slow
WHOLE = "0*[0-9]{1,15}"  # of more digits not every number can be told from the next
FRACTION = rf"{WHOLE}(\.[0-9]+)?"
SIGNED = r"-?[0-9]+(\.[0-9]+)?([eE]\+?[0-9]+)?"
# 1.234 may be more than a thousand, with a point between the thousands.
UNGROUPED = rf"{WHOLE}(\.([0-9]{{1,2}}|[0-9]{{4,}}))?|(0+|0*[1-9][0-9]{{3,14}})\.[0-9]{{3}}"


def powers(most_decimals=9, most=15):
    """Numbers in powers of ten that have lost no digit, as a pattern.

    R writes 3e+05 only where that is shorter than all digits; Java writes 1.5E7 with all digits.
    Spreadsheets write 1.17E+13 of what they show, which is rounded.
    """
    by_r = [r"[0-9]e\+" + exponents(5, most)] + [
        rf"[0-9]\.[0-9]{{{decimals}}}e\+" + exponents(decimals + 6, most)
        for decimals in range(1, most_decimals + 1)
    ]
    return "|".join([*by_r, r"[1-9]\.[0-9]{1,16}E([7-9]|1[0-4])"])


def exponents(first, last):
    return "(" + "|".join(f"{exponent:02}" for exponent in range(first, last + 1)) + ")"


POWERS = powers()
NUMBER = f"{FRACTION}|{POWERS}"
COUNT = f"{UNGROUPED}|{POWERS}"


def row_of(*patterns):
    """The pattern of several columns one after the other."""
    return BETWEEN.join(f"({pattern})" for pattern in patterns)


def number_rules(columns):
    """What holds for any column of numbers; it may be empty."""
    return [
        (code, (column,), pattern)
        for code, pattern in (
            ("not_a_number", f"({SIGNED})?"),
            ("number_too_long", rf"(-?{WHOLE}(\.[0-9]+)?([eE].*)?)?"),
            ("number_rounded", f"[^eE]*|{POWERS}"),
            ("negative_number", "[^-]*"),
        )
        for column in columns
    ]


def year_rules(column):
    return [
        ("not_a_year", (column,), "[0-9]{4}"),
        ("year_out_of_range", (column,), YEAR),
    ]


def first_fault(row, rules):
    """(problem code, its columns) of the first rule that a row breaks, or None.

    `row` is {column: text}; a rule is (code, columns, pattern), about its last column.
    """
    for code, columns, pattern in rules:
        if not re.fullmatch(pattern, BETWEEN.join(row[column] for column in columns), re.DOTALL):
            return code, columns
    return None
