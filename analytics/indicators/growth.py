"""Growth between two years."""

import numpy as np


def annual(start, end, years):
    """Average annual growth as a fraction: (end / start) ** (1 / years) - 1.

    `start` and `end` are numbers of jobs (scalars or series), `years` the span, last year less
    first (1990 to 2003: 13). Not a number where the start is zero or missing. Source: the Guide,
    Part I step 3, whose figure 3A prints the fraction upside down; its own table (figure 6B)
    follows this formula.
    """
    start = np.where(np.greater(start, 0), start, np.nan)
    return np.power(np.divide(end, start), 1 / years) - 1


def relative(start, end):
    """Change over the whole span as a fraction of the start; not a number where that is zero."""
    start = np.where(np.greater(start, 0), start, np.nan)
    return np.divide(end, start) - 1
