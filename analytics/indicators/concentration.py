"""Concentration: how a region's share of an industry compares with the base's."""

import numpy as np


def location_quotient(local, local_total, base, base_total):
    """(local / local_total) / (base / base_total), all in jobs; 1 is the base's own share.

    The totals are those of all covered employment, as BLS takes them. Not a number where the
    base or a total is zero or missing. Source: the Guide, Part I step 3. The quotient of a
    cluster comes from the sums of its industries, never from a mean of their quotients.
    """
    base, base_total, local_total = (
        np.where(np.greater(value, 0), value, np.nan) for value in (base, base_total, local_total)
    )
    return np.divide(np.divide(local, local_total), np.divide(base, base_total))
