"""How dates and times are written, one module a language; every page and document uses these."""
