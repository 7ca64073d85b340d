"""Bars of one value per industry, for paper: a picture of the column of a table."""

import altair as alt

from core.charts import FONT, MODES

ROW = 17  # pixels of one bar and its space
WIDTH, LABEL = 250, 330


def bars(rows, axis, *, reference=None):
    """The Vega-Lite specification of horizontal bars as a dict, in the order of `rows`.

    `rows` are (label, value, value in words). `reference` draws a line at a value, such as a
    quotient of 1. Values that are not known have no bar and are not among the rows.
    """
    mode = MODES["light"]
    table = alt.Data(
        values=[{"label": label, "value": value, "words": words} for label, value, words in rows]
    )
    y = alt.Y("label:N", sort=None, title=None)
    x = alt.X("value:Q", title=axis, scale=roomy([value for _label, value, _words in rows]))
    layers = [
        alt.Chart(table).mark_bar(color=mode.accent, height=10).encode(x=x, y=y),
        *(words_beside(table, x, y, mode, ends) for ends in ("right", "left")),
    ]
    if reference is not None:
        layers.append(line_at(reference, mode))
    chart = alt.layer(*layers).properties(width=WIDTH, height=ROW * len(rows))
    return framed(chart, mode).to_dict()


def roomy(values):
    """A scale from zero with room for the words beyond the longest bar on each side."""
    low, high = min(0, *values, 0), max(0, *values, 0)
    room = 0.18 * (high - low)
    return alt.Scale(domain=[low - room if low else 0, high + room], nice=False)


def words_beside(table, x, y, mode, side):
    """The value in words at the free end of its bar: right of gains, left of losses."""
    test = "datum.value >= 0" if side == "right" else "datum.value < 0"
    offset, align = (4, "left") if side == "right" else (-4, "right")
    words = alt.Chart(table).mark_text(align=align, dx=offset, color=mode.ink, fontSize=10)
    return words.encode(x=x, y=y, text="words:N").transform_filter(test)


def line_at(value, mode):
    rule = alt.Chart(alt.Data(values=[{"value": value}])).mark_rule(
        color=mode.soft, strokeDash=[3, 3]
    )
    return rule.encode(x="value:Q")


def framed(chart, mode):
    """The frame of all bars: words in ink, thin lines, a wide margin for long titles."""
    return (
        chart.configure(font=FONT, background="transparent", padding=2)
        .configure_view(stroke=None)
        .configure_axisY(
            domain=False, ticks=False, labelLimit=LABEL, labelColor=mode.ink, labelFontSize=10.5
        )
        .configure_axisX(
            domain=False,
            grid=True,
            gridColor=mode.rule,
            labelColor=mode.soft,
            titleColor=mode.soft,
            labelFontSize=10,
            titleFontSize=10.5,
            titleFontWeight="normal",
            tickCount=5,
        )
    )
