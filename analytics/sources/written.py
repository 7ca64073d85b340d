"""What people write in tables for industries, ownerships and numbers.

What can mean two things is none of them: a table is refused rather than read wrongly.
"""

import re

from analytics.sources import industries, naics

TOTAL_CODE = "10"  # all industries
ALL_COVERED, PRIVATE = "0", "5"
ALL_GOVERNMENT = "8"  # federal, state and local together, which other lines count
# A code at the beginning of a cell; what goes on with digits, such as 325.4, is another number.
LEADING_CODE = re.compile(
    r"(?:NAICS\s*)?([0-9]{2}-[0-9]{2}|[0-9]{2,6})(?![0-9])(?!(?!\.0$)[.,/-][0-9])", re.IGNORECASE
)
TOTAL = re.compile(
    r"(grand )?total|(total,? )?all industries|total,? all|total,? covered( employment)?",
    re.IGNORECASE,
)
MARKS = {
    "", "*", "**", "***", "-", "--", "–", "—", "n", "nd", "n/d", "d", "(d)", "(nd)", "s", "(s)",
    "na", "n/a", "n.a.", "(n)", "#", "x", "…", "...", "confidential", "suppressed", "undisclosed",
    "not disclosed", "not available", "nondisclosable",
}  # fmt: skip
NUMBER = re.compile(r"\$?\s*([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?")
# 1.234 may be more than a thousand, with a point between the thousands.
GROUPED = re.compile(r"\$?\s*[1-9][0-9]{0,2}\.[0-9]{3}")
FIGURE = re.compile(r"[-+$(\s]*[0-9][0-9.,eE+%()\s-]*")  # meant as a number, well written or not
TOO_LONG = 1e15  # has more than 15 digits, as in `rules.WHOLE`
OWNERS = {
    "0": ALL_COVERED, "00": ALL_COVERED, "1": "1", "10": "1", "2": "2", "20": "2", "3": "3",
    "30": "3", "5": PRIVATE, "50": PRIVATE, "8": ALL_GOVERNMENT, "80": ALL_GOVERNMENT,
}  # fmt: skip
LEADING_OWNER = re.compile(r"([0-9]+)(?:\.0)?(?:$|[\s:–-]+(?=[a-z]))")  # 5, 50.0, 50 - Private
GOVERNMENT = re.compile(r"((grand )?total|all)?[\s,:–-]*gov(ernments?|[’']?t)[\s,:–-]*(total|all)?")
OWNER_WORDS = (("federal", "1"), ("state", "2"), ("local", "3"), ("private", PRIVATE))


def industry(text):
    """The code of two to six digits that a text begins with, '10' for a total; else None."""
    found = LEADING_CODE.match(text)
    if found and (found[1] == TOTAL_CODE or is_known(found[1])):
        return found[1]
    return TOTAL_CODE if TOTAL.fullmatch(text) else None


def is_known(code):
    supersector = re.fullmatch(r"10[1-2]|10[1-2][0-9]", code)
    return bool(supersector or naics.revisions_of(code) or code in ("99", "999", "9999"))


def level_of(code, ownership):
    """The level of the tidy layout that an industry's code stands on."""
    if code == TOTAL_CODE:
        return "total" if ownership == ALL_COVERED else "ownership"
    if code.startswith("10"):
        return "domain" if len(code) == 3 else "supersector"
    if code in industries.sectors() or len(code) == 2:
        return "sector"
    return f"naics{len(code)}"


def owner(text):
    """The ownership of a text such as 50, 5 Private, Local government or Total: '0' to '5', or
    `ALL_GOVERNMENT`; None where it says none, or several.
    """
    words = text.casefold()
    if not words[:1].isdigit():
        return owner_in_words(words)
    found = LEADING_OWNER.match(words)
    code = OWNERS.get(found[1]) if found else None
    rest = words[found.end() :] if found else ""
    return code if not rest or owner_in_words(rest) == code else None


def owner_in_words(words):
    named = [code for word, code in OWNER_WORDS if re.search(rf"\b{word}\b", words)]
    government = re.search(r"\bgov", words)
    if len(named) > 1 or (government and PRIVATE in named):
        return None
    if named:
        return named[0]
    if government:
        return ALL_GOVERNMENT if GOVERNMENT.fullmatch(words) else None
    return ALL_COVERED if re.search(r"\b(total|all|covered)\b", words) else None


def is_mark(text):
    """Whether a text stands for a figure that is not disclosed."""
    return text.casefold() in MARKS


def number(text):
    """A number as people write it. Raises ValueError with the code of what is wrong with it."""
    if not NUMBER.fullmatch(text):
        raise ValueError("wide_number")
    if GROUPED.fullmatch(text):
        raise ValueError("wide_grouped")
    value = float(re.sub(r"[$,\s]", "", text))
    if value >= TOO_LONG:
        raise ValueError("wide_long")
    return value
