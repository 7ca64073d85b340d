"""Short codes that people read from paper or a screen and type."""

import secrets

# No 0 and O, no 1, I and L, no 2 and Z, no 5 and S, no 8 and B; no U, so that few words appear.
ALPHABET = "34679ACDEFGHJKMNPQRTVWXY"
LENGTH = 6


def new_code():
    """Six characters by chance, one of 191 million."""
    return "".join(secrets.choice(ALPHABET) for _place in range(LENGTH))


def as_typed(text):
    """The code that somebody meant: upper case, without blanks and dashes."""
    return "".join(character for character in text.upper() if character.isalnum())
