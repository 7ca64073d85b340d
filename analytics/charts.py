"""Charts of the data: one specification serves the page (interactive) and the picture."""

import altair as alt
from django.utils.translation import gettext as _

from core import charts as look

MOST = 10  # bars on each side of zero
LABELS = {"wide": 340, "narrow": 130}  # pixels for the words beside bars


def lines(series, region, base_name, shape="wide", mode="light"):
    """Jobs of each year as an index, the first year known = 100, for the region and its base.

    The Vega-Lite specification as a dict. A year without a figure breaks the line.
    """
    shape, mode = look.SHAPES[shape], look.MODES[mode]
    rows = [
        row
        for side, (name, frame) in enumerate(((region.name, series.here), (base_name, series.base)))
        for row in indexed(name, frame, {year: of[side] for year, of in series.estimated.items()})
    ]
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_line(point={"size": 45}, strokeWidth=2)
        .encode(
            x=alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0)),
            y=alt.Y(
                "value:Q", title=_("Jobs, first year = 100"), scale=alt.Scale(zero=False, nice=True)
            ),
            color=alt.Color(
                "name:N",
                title=None,
                scale=alt.Scale(range=[mode.accent, mode.soft]),
                legend=alt.Legend(orient="top", labelColor=mode.ink, labelLimit=300),
            ),
            tooltip=["name:N", "year:O", "jobs:N"],
        )
    )
    marks = (
        alt.Chart(alt.Data(values=[row for row in rows if row["mark"]]))
        .mark_text(dy=-14, fontSize=16, color=mode.ink)
        .encode(x="year:O", y="value:Q", text="mark:N")
    )
    return framed(chart + marks, shape, mode, (shape.width, 280))


def indexed(name, frame, estimated):
    """The rows of one line; jobs also as they are. What rests on an estimate of a source in a
    year, {year: whether}, is marked.
    """
    known = frame[frame.employment > 0]
    if known.empty:
        return []
    first = known.employment.iloc[0]
    return [
        {
            "name": name,
            "year": int(row.year),
            "value": 100 * row.employment / first if row.employment == row.employment else None,
            "jobs": in_words(row.employment, estimated[row.year]),
            "mark": "≈" if estimated[row.year] and row.employment == row.employment else "",
        }
        for row in frame.itertuples()
    ]


def in_words(jobs, estimated):
    """The jobs of a point as its tooltip says them."""
    if jobs != jobs:
        return ""
    return _("%(jobs)s, estimate") % {"jobs": f"{jobs:,.0f}"} if estimated else f"{jobs:,.0f}"


def bars(table, shape="wide", mode="light"):
    """The largest competitive components on each side of zero, in jobs: a specification."""
    room, shape, mode = LABELS[shape], look.SHAPES[shape], look.MODES[mode]
    known = table[table.reason == ""].sort_values("competitive", ascending=False)
    chosen = known[known.competitive > 0].head(MOST)
    chosen = [*chosen.itertuples(), *known[known.competitive < 0].tail(MOST).itertuples()]
    rows = [
        {
            "label": f"{row.naics} {row.title}",
            "value": row.competitive,
            "jobs": f"{row.competitive:+,.0f}",
        }
        for row in chosen
    ]
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(height=12, color=mode.accent)
        .encode(
            x=alt.X("value:Q", title=_("Competitive component, jobs")),
            y=alt.Y(
                "label:N",
                sort=None,
                title=None,
                axis=alt.Axis(labelLimit=room),
            ),
            tooltip=["label:N", "jobs:N"],
        )
    )
    return framed(chart, shape, mode, (shape.width - room, 20 * len(rows)))


def framed(chart, shape, mode, size):
    """The look that all charts share; `size` is the width and height of the plot."""
    width, height = size
    return (
        chart.properties(width=width, height=height).configure(**look.config(shape, mode)).to_dict()
    )
