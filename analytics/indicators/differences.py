"""What differs between two NAICS tables."""

COMPARED = ["employment_end", "growth", "lq_end", "wage_end"]


def between(old, new):
    """The industries whose figures differ in two tables: a frame, sorted by code.

    It has `naics`, `title`, `standing` (both, only_before, only_now) and each of COMPARED twice,
    with `_before` and `_now`, in the units of `naics.indicators`. Unknown figures on both sides do
    not differ; a figure that is known on one side does.
    """
    columns = ["naics", "title", *COMPARED]
    met = old[columns].merge(
        new[columns], on="naics", how="outer", suffixes=("_before", "_now"), indicator="standing"
    )
    met["standing"] = met.standing.map(
        {"both": "both", "left_only": "only_before", "right_only": "only_now"}
    )
    met["title"] = met.title_now.fillna(met.title_before)
    differs = met.standing != "both"
    for name in COMPARED:
        before, now = met[f"{name}_before"], met[f"{name}_now"]
        differs |= ~(before.eq(now) | (before.isna() & now.isna()))
    return met[differs].sort_values("naics").drop(columns=["title_before", "title_now"])
