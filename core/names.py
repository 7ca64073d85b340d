"""Telling whether two names may be one person's, spelled in two ways."""

import re
import unicodedata
from difflib import SequenceMatcher

ALIKE = 0.88


def same(one, other):
    """True where nothing but capitals and blanks lies between two names, on every database."""
    first, second = (" ".join(name.casefold().split()) for name in (one, other))
    return first == second


def plain(name):
    """The words of a name without capitals, accents and marks: "Zoë  O'Hara" is "zoe o hara"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", bare))


def alike(one, other):
    """True where only a slip or the order of the words lies between two names."""
    words, others = (" ".join(sorted(plain(name).split())) for name in (one, other))
    return SequenceMatcher(None, words, others).ratio() >= ALIKE
