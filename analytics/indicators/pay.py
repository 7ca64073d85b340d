"""Average pay."""

import numpy as np


def average(wages, employment):
    """Wages paid in the year over average employment: dollars per job and year.

    For several industries take the sums first, which weights each by its jobs. Not a number
    where there are no jobs. Source: the Guide, Part I step 3.
    """
    return np.divide(wages, np.where(np.greater(employment, 0), employment, np.nan))
