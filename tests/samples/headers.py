"""The first lines of the files of BLS QCEW, as they are published in one layout or another."""

KEYS = "area_fips own_code industry_code agglvl_code size_code year qtr disclosure_code".split()
TITLES = "area_title own_title industry_title agglvl_title size_title".split()
ANNUAL_VALUES = (
    "annual_avg_estabs annual_avg_emplvl total_annual_wages taxable_annual_wages "
    "annual_contributions annual_avg_wkly_wage avg_annual_pay"
).split()
QUARTERLY_VALUES = (
    "qtrly_estabs month1_emplvl month2_emplvl month3_emplvl total_qtrly_wages "
    "taxable_qtrly_wages qtrly_contributions avg_wkly_wage"
).split()


def derived(values):
    """The quotients and the changes over the year that stand behind the values."""
    return [
        "lq_disclosure_code",
        *(f"lq_{value}" for value in values),
        "oty_disclosure_code",
        *(f"oty_{value}_{change}" for value in values for change in ("chg", "pct_chg")),
    ]


def header(values, *, short=False, titled=False, counted=False):
    """A first line: the long or the short one, with titles, with `_count` in two names."""
    columns = [*KEYS, *(TITLES if titled else ()), *values, *(() if short else derived(values))]
    return [name.replace("_estabs", "_estabs_count") if counted else name for name in columns]


ANNUAL = header(ANNUAL_VALUES)
ANNUAL_SHORT = header(ANNUAL_VALUES, short=True)
ANNUAL_TITLED = header(ANNUAL_VALUES, titled=True, counted=True)
QUARTERLY = header(QUARTERLY_VALUES)
QUARTERLY_TITLED = header(QUARTERLY_VALUES, titled=True, counted=True)
