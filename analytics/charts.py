"""Charts of the data: one specification serves the page (interactive) and the picture."""

import altair as alt
from django.utils.translation import gettext as _

from analytics.indicators.shift_share import resting
from analytics.sources import ownerships
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
                scale=alt.Scale(domain=[region.name, base_name], range=[mode.accent, mode.soft]),
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
    return framed(chart + marks, shape, mode, (shape.width, 280), series.ownership)


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


def in_words(jobs, estimated, form=",.0f"):
    """The jobs of a point or a bar as its tooltip says them."""
    if jobs != jobs:
        return ""
    text = f"{jobs:{form}}"
    return _("%(jobs)s, estimate") % {"jobs": text} if estimated else text


def bars(found, shape="wide", mode="light"):
    """The largest competitive components of a ShiftShare on each side of zero, in jobs.

    The Vega-Lite specification as a dict. What rests on an estimate of a source is marked.
    """
    room, shape, mode = LABELS[shape], look.SHAPES[shape], look.MODES[mode]
    table = found.table.assign(estimated=resting(found.table, found.estimated).competitive)
    known = table[table.reason == ""].sort_values("competitive", ascending=False)
    chosen = known[known.competitive > 0].head(MOST)
    chosen = [*chosen.itertuples(), *known[known.competitive < 0].tail(MOST).itertuples()]
    rows = [
        {
            "label": f"{'≈ ' if row.estimated else ''}{row.naics} {row.title}",
            "value": row.competitive,
            "jobs": in_words(row.competitive, row.estimated, "+,.0f"),
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
    return framed(chart, shape, mode, (shape.width - room, 20 * len(rows)), found.ownership)


def framed(chart, shape, mode, size, ownership):
    """The look that all charts share; `size` is the width and height of the plot, `ownership`
    whose jobs it shows.
    """
    width, height = size
    owned = _("Ownership: %(owned)s") % {"owned": ownerships.title(ownership)}
    title = alt.Title(owned, fontSize=shape.font, fontWeight=500, limit=shape.width)
    sized = chart.properties(width=width, height=height, title=title)
    return sized.configure(**look.config(shape, mode)).to_dict()
