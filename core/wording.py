"""Telling whether two phrases say the same, or nearly: requirements that were said before."""

from difflib import SequenceMatcher

from core.names import plain

STEM = 4  # letters that "train" and "training" share; shorter words say little


def bare(text):
    """The phrase without capitals, doubled blanks and marks at its end."""
    return " ".join(text.casefold().split()).strip(" .,;:!")


def likeness(one, other):
    """How much two phrases have in common, 0 to 1: of their words or of their letters."""
    words, others = plain(one).split(), plain(other).split()
    letters = SequenceMatcher(None, " ".join(sorted(words)), " ".join(sorted(others))).ratio()
    return max(letters, shared(words, others))


def shared(words, others):
    """The share of letters in words that stand in both, in whatever form (Dice's coefficient)."""
    mine, theirs = ([word for word in each if len(word) >= STEM] for each in (words, others))
    both = [word for word in mine if any(is_form_of(word, another) for another in theirs)]
    both += [word for word in theirs if any(is_form_of(word, another) for another in mine)]
    letters = sum(map(len, mine)) + sum(map(len, theirs))
    return sum(map(len, both)) / letters if letters else 0.0


def is_form_of(word, other):
    """True for "technician" and "technicians", "train" and "training"."""
    shorter, longer = sorted((word, other), key=len)
    stem = max(STEM, len(shorter) - 2)
    return longer.startswith(shorter[:stem]) and len(longer) - len(shorter) <= STEM
