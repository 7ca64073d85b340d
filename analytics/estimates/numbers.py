"""Groups of rows as whole numbers: quick to make, quick to add up."""

import numpy as np
import pandas as pd


def numbered(*columns):
    """The same number, from 0, for rows in which all columns are equal: an array of integers."""
    combined = np.zeros(len(columns[0]), "int64")
    for column in columns:
        codes, found = pd.factorize(column)
        combined = pd.factorize(combined * (len(found) + 1) + codes)[0]
    return combined


def beginning(column, length):
    """The same number for texts that begin with the same `length` characters."""
    codes, found = pd.factorize(column)
    return pd.factorize(np.array([str(text)[:length] for text in found], dtype=object))[0][codes]
