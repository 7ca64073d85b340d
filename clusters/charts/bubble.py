"""The bubble chart (the Guide, figures 7A and 7B): growth, concentration and size of clusters."""

import math
import textwrap

import altair as alt
from django.utils.translation import gettext as _

from analytics import presenters as words
from clusters import queries
from clusters.charts import labels
from clusters.charts.scales import Scale
from core import charts as look

SMALLEST = 8  # diameter of a bubble that can still be seen
PER_CENT = "format(100 * datum.value, datum.value == 0 ? '.0f' : '+.1~f') + '\N{NO-BREAK SPACE}%'"
LEADER = 8  # a label nearer than this to its bubble needs no line to it
CAPTION_GAP = 6  # between a line and the words on it


def bubble(summary, base, shape="wide", mode="light"):
    """The Vega-Lite specification of a ClusterSummary's chart, as a dict.

    `base` is the compared area's name; `shape` and `mode` are keys of SHAPES and MODES. Clusters
    without growth, quotient or jobs have no place in it: `presenters.tables.left_out` has them.
    """
    return BubbleChart(summary, base, look.SHAPES[shape], look.MODES[mode]).specification()


class BubbleChart:
    """One drawing of the chart: its scales in pixels, and the layers made from them."""

    def __init__(self, summary, base, shape, mode):
        self.region, self.growth, self.base = summary.region, summary.growth, base
        self.shape, self.mode = shape, mode
        self.line = shape.font * labels.LINE
        # The largest first, so that a small bubble lies on a large one and not under it.
        self.shown = sorted(
            (line for line in summary.lines if queries.has_bubble(line[1])),
            key=lambda line: -line[1]["employment_end"],
        )
        totals = [total for _cluster, total in self.shown]
        room = shape.largest / 2 + shape.font
        growths = [total["growth"] for total in totals] + [self.growth] * words.known(self.growth)
        quotients = [total["lq_end"] for total in totals] + [1]
        self.x = Scale.around(growths, least=0.02, room=room, start=0, end=shape.width)
        self.y = Scale.around(quotients, least=0.5, room=room, start=shape.height, end=0)
        self.circles = [self.circle(cluster, total) for cluster, total in self.shown]
        self.frame = labels.Box(shape.width / 2, shape.height / 2, shape.width, shape.height)

    def specification(self):
        width = self.shape.width
        title = {
            "text": self.wrap(self.title(), width),
            "subtitle": self.wrap(self.subtitle(), width),
        }
        return (
            alt.layer(*self.reference_layers(), *self.bubble_layers())
            .properties(
                width=self.shape.width,
                height=self.shape.height,
                title=title,
                description=_(
                    "Bubble chart of the clusters. The table of clusters has the same figures."
                ),
            )
            .configure(**look.config(self.shape, self.mode))
            .to_dict()
        )

    # --- Words ----------------------------------------------------------------------------------

    def title(self):
        return _("Clusters of %(region)s by growth, concentration and size") % {
            "region": self.region.name
        }

    def subtitle(self):
        return _("The area of a bubble stands for its jobs in %(year)s") % {
            "year": self.region.end_year
        }

    def growth_title(self):
        return _("Average annual growth, %(start)s to %(end)s") % {
            "start": self.region.start_year,
            "end": self.region.end_year,
        }

    def quotient_title(self):
        return _("Concentration %(year)s (location quotient, base: %(base)s)") % {
            "year": self.region.end_year,
            "base": self.base,
        }

    def wrap(self, text, pixels):
        """The lines of a text, none longer than `pixels`."""
        return textwrap.wrap(text, int(pixels / labels.width("x", self.shape.font)))

    # --- Axes -----------------------------------------------------------------------------------

    def across(self, field):
        title = self.wrap(self.growth_title(), self.shape.width)
        axis = alt.Axis(title=title, labelExpr=PER_CENT, tickCount=6)
        return alt.X(field, type="quantitative", scale=scale(self.x), axis=axis)

    def up(self, field):
        title = self.wrap(self.quotient_title(), self.shape.height)
        axis = alt.Axis(title=title, format=".1f", tickCount=6)
        return alt.Y(field, type="quantitative", scale=scale(self.y), axis=axis)

    # --- Lines of reference ---------------------------------------------------------------------

    def captions(self):
        """[(box, text)] of the words on the lines of reference, where no bubble covers them."""
        found = [self.caption_of_base()]
        if words.known(self.growth):
            found.append(self.caption_of_growth())
        return found

    def caption_of_base(self):
        text = _("%(base)s = 1") % {"base": self.base}
        width = labels.width(text, self.shape.font)
        room = self.shape.width - width
        places = [
            labels.Box(self.shape.width - width / 2 - room * step / 8, y, width, self.line)
            for step in range(9)
            for y in self.beside(self.y.pixel(1), self.line)
        ]
        return self.freest(places), text

    def caption_of_growth(self):
        text = _("Region %(growth)s") % {"growth": words.percent(self.growth)}
        width = labels.width(text, self.shape.font)
        places = [
            labels.Box(x, y, width, self.line)
            for y in (self.line / 2, self.shape.height - self.line / 2)
            for x in self.beside(self.x.pixel(self.growth), width)
        ]
        return self.freest(places), text

    def beside(self, pixel, size):
        """The middles of the places before and after a line."""
        away = (size + CAPTION_GAP) / 2
        return pixel - away, pixel + away

    def freest(self, boxes):
        circles = [circle.box for circle in self.circles]
        return labels.freest([(0, box) for box in boxes], circles, self.frame)

    def lines(self):
        """The lines of reference themselves, which labels should not stand on."""
        yield labels.Box(self.frame.x, self.y.pixel(1), self.shape.width, 2)
        if words.known(self.growth):
            yield labels.Box(self.x.pixel(self.growth), self.frame.y, 2, self.shape.height)

    def reference_layers(self):
        dashed = {"color": self.mode.soft, "strokeDash": [5, 4], "aria": False}
        yield alt.Chart(values([{"y": 1}])).mark_rule(**dashed).encode(y=self.up("y"))
        if words.known(self.growth):
            rule = alt.Chart(values([{"x": self.growth}])).mark_rule(**dashed)
            yield rule.encode(x=self.across("x"))
        rows = [
            {"text": text, "x": self.x.value(box.x), "y": self.y.value(box.y)}
            for box, text in self.captions()
        ]
        yield self.text(rows, "text", "x", "y", color=self.mode.soft, fontStyle="italic")

    # --- Bubbles --------------------------------------------------------------------------------

    def bubble_layers(self):
        rows = self.rows()
        data = alt.Chart(values(rows))
        yield (
            data.transform_filter("datum.far")
            .mark_rule(color=self.mode.soft, aria=False)
            .encode(self.across("edge_x"), self.up("edge_y"), x2="near_x", y2="near_y")
        )
        yield data.mark_point(
            fill=self.mode.accent,
            fillOpacity=0.3,
            stroke=self.mode.accent,
            strokeWidth=1.5,
            opacity=1,
        ).encode(
            self.across("growth"),
            self.up("quotient"),
            size=alt.Size("size:Q", scale=None),
            tooltip=self.tooltip(),
            description="description:N",
        )
        yield self.text(rows, "name", "label_x", "name_y", fontWeight=600)
        yield self.text(rows, "jobs", "label_x", "jobs_y", color=self.mode.soft)

    def rows(self):
        taken = [*self.lines(), *(box for box, _text in self.captions())]
        boxes = labels.place(self.circles, self.frame, self.shape.font, taken)
        return [
            self.row(cluster, total, circle, box)
            for (cluster, total), circle, box in zip(self.shown, self.circles, boxes, strict=True)
        ]

    def circle(self, cluster, total):
        most = max(total["employment_end"] for _cluster, total in self.shown)
        share = math.sqrt(total["employment_end"] / most) if most else 0
        return labels.Bubble(
            x=self.x.pixel(total["growth"]),
            y=self.y.pixel(total["lq_end"]),
            radius=max(SMALLEST, share * self.shape.largest) / 2,
            lines=(*textwrap.wrap(cluster.name, self.shape.line), self.jobs(total)),
        )

    def row(self, cluster, total, circle, box):
        edge, near = labels.leader(circle, box)
        return {
            "cluster": cluster.name,
            "growth": total["growth"],
            "quotient": total["lq_end"],
            "employment": total["employment_end"],
            "size": (2 * circle.radius) ** 2,
            "name": "\n".join(circle.lines[:-1]),
            "jobs": circle.lines[-1],
            "label_x": self.x.value(box.x),
            "name_y": self.y.value(box.top + self.line / 2),
            "jobs_y": self.y.value(box.bottom - self.line / 2),
            "edge_x": self.x.value(edge[0]),
            "edge_y": self.y.value(edge[1]),
            "near_x": self.x.value(near[0]),
            "near_y": self.y.value(near[1]),
            "far": math.dist(edge, near) > LEADER,
            "description": self.sentence(cluster, total),
            "growth_words": words.growth(total["growth"]),
            "quotient_words": words.quotient(total["lq_end"]),
        }

    def jobs(self, total):
        return _("%(jobs)s jobs") % {"jobs": words.jobs(total["employment_end"])}

    def sentence(self, cluster, total):
        """What a bubble says to somebody who does not see it."""
        return _("%(cluster)s: %(jobs)s, growth %(growth)s, location quotient %(quotient)s") % {
            "cluster": cluster.name,
            "jobs": self.jobs(total),
            "growth": words.growth(total["growth"]),
            "quotient": words.quotient(total["lq_end"]),
        }

    def tooltip(self):
        return [
            alt.Tooltip("cluster:N", title=_("Cluster")),
            alt.Tooltip("jobs:N", title=str(self.region.end_year)),
            alt.Tooltip("growth_words:N", title=_("Growth")),
            alt.Tooltip("quotient_words:N", title=_("Location quotient")),
        ]

    def text(self, rows, field, x, y, **how):
        how = {"color": self.mode.ink, "fontSize": self.shape.font, **how}
        mark = alt.Chart(values(rows)).mark_text(
            lineBreak="\n", lineHeight=self.line, baseline="middle", tooltip=None, aria=False, **how
        )
        return mark.encode(self.across(x), self.up(y), text=f"{field}:N")


def scale(pixels):
    return alt.Scale(domain=pixels.domain, nice=False, zero=False)


def values(rows):
    return alt.Data(values=rows)
