"""The bubble chart's specification: fields, titles, and labels that can all be read."""

import itertools

import pytest

from clusters import charts
from clusters.charts import labels
from clusters.charts.bubble import BubbleChart
from clusters.models import Cluster
from clusters.queries import ClusterSummary
from core import charts as look
from tests.factories.analytics import RegionFactory

NAN = float("nan")


def summary_of(lines, growth=0.019):
    """A ClusterSummary of (name, growth in per cent, quotient, jobs)."""
    region = RegionFactory.build(initiative=None, name="Riverland", start_year=1990, end_year=2003)
    totals = [
        (
            Cluster(name=name),
            {"growth": per_cent / 100, "lq_end": quotient, "employment_end": jobs},
        )
        for name, per_cent, quotient, jobs in lines
    ]
    return ClusterSummary(region, totals, growth)


# Figure 6B of the Guide, and one more to make a dozen.
DOZEN = [
    ("Business Services", 3.0, 1.07, 28620),
    ("Logistics", 0.8, 0.80, 13060),
    ("Personal Services", 4.0, 1.46, 27060),
    ("Government", 0.7, 1.37, 127560),
    ("Advanced Manufacturing", -0.3, 1.05, 26610),
    ("Health and Biomedicine", 4.0, 1.02, 66370),
    ("Education and Training", 4.6, 0.71, 8180),
    ("Visitor Services", 2.7, 1.29, 71470),
    ("Oil and Gas", 0.0, 1.69, 16910),
    ("Finance", 1.3, 0.94, 24660),
    ("Information Technology", 0.1, 1.00, 17860),
    ("Food, agriculture and bioproducts", 2.0, 1.52, 5000),
]


def specification(lines=DOZEN, **how):
    return charts.bubble(summary_of(lines), "United States", **how)


def layer_of(spec, mark):
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def rows_of(spec, layer):
    if "name" in layer["data"]:
        return spec["datasets"][layer["data"]["name"]]
    return layer["data"]["values"]


def bubbles(spec):
    [layer] = layer_of(spec, "point")
    return layer, rows_of(spec, layer)


def test_each_bubble_stands_at_its_growth_and_concentration_and_is_as_large_as_its_jobs():
    layer, rows = bubbles(specification())

    assert layer["encoding"]["x"]["field"] == "growth"
    assert layer["encoding"]["y"]["field"] == "quotient"
    assert layer["encoding"]["size"]["field"] == "size"
    found = {row["cluster"]: (row["growth"], row["quotient"], row["employment"]) for row in rows}
    assert found == {name: (growth / 100, lq, jobs) for name, growth, lq, jobs in DOZEN}
    sizes = {row["cluster"]: row["size"] for row in rows}
    assert sizes["Government"] / sizes["Health and Biomedicine"] == pytest.approx(127560 / 66370)


def test_a_bubble_says_its_figures_and_the_rest_is_silent_to_who_does_not_see():
    spec = specification()
    layer, rows = bubbles(spec)
    assert layer["encoding"]["description"]["field"] == "description"
    assert rows[0]["description"] == (
        "Government: 127,560 jobs, growth +0.7\N{NO-BREAK SPACE}% a year, location quotient 1.37"
    )
    silent = [layer["mark"]["aria"] for layer in spec["layer"] if layer["mark"]["type"] != "point"]
    assert silent == [False] * 6


def test_title_and_axes_say_what_is_shown_with_years_and_base():
    spec = specification()
    layer, _rows = bubbles(spec)

    assert spec["title"]["text"] == ["Clusters of Riverland by growth, concentration and size"]
    assert spec["title"]["subtitle"] == ["The area of a bubble stands for its jobs in 2003"]
    across, up = (layer["encoding"][name]["axis"]["title"] for name in "xy")
    assert across == ["Average annual growth, 1990 to 2003"]
    assert up == ["Concentration 2003 (location quotient, base: United States)"]


def test_every_bubble_has_its_name_and_its_jobs_beside_it():
    spec = specification()
    texts = {
        row.get("name", "").replace("\n", " ")
        for layer in layer_of(spec, "text")
        for row in rows_of(spec, layer)
    }
    assert {name for name, *_figures in DOZEN} <= texts


def test_lines_stand_at_a_quotient_of_one_and_at_the_region_s_growth():
    spec = specification()
    lines = [rows_of(spec, layer) for layer in layer_of(spec, "rule")]
    assert [{"y": 1}] in lines
    assert [{"x": 0.019}] in lines


def test_without_the_region_s_growth_its_line_is_missing_and_the_rest_stands():
    spec = charts.bubble(summary_of(DOZEN, growth=NAN), "United States")
    assert not any("x" in row for layer in layer_of(spec, "rule") for row in rows_of(spec, layer))
    assert len(bubbles(spec)[1]) == 12


def test_a_cluster_with_an_unknown_figure_has_no_bubble():
    lines = [*DOZEN[:2], ("No growth", NAN, 1, 10), ("No quotient", 1, NAN, 10)]
    assert [row["cluster"] for row in bubbles(specification(lines))[1]] == [
        "Business Services",
        "Logistics",
    ]


def test_the_smallest_of_charts_has_one_bubble_without_jobs():
    _layer, rows = bubbles(specification([("Alone", 0, 1, 0)]))
    assert rows[0]["size"] == pytest.approx(64)


@pytest.mark.parametrize("count", range(3, 13))
@pytest.mark.parametrize("shape", charts.SHAPES)
def test_no_label_covers_another_and_none_is_cut_off(count, shape):
    chart = BubbleChart(
        summary_of(DOZEN[:count]), "United States", look.SHAPES[shape], look.MODES["light"]
    )
    boxes = labels.place(chart.circles, chart.frame, chart.shape.font)

    overlaps = [(a, b) for a, b in itertools.combinations(boxes, 2) if a.overlap(b) > 1]
    assert overlaps == []
    assert [box for box in boxes if box.outside(chart.frame) > 1] == []


@pytest.mark.parametrize("shape", charts.SHAPES)
def test_no_bubble_is_cut_off(shape):
    chart = BubbleChart(summary_of(DOZEN), "United States", look.SHAPES[shape], look.MODES["light"])
    assert [c for c in chart.circles if c.box.outside(chart.frame) > 0.01] == []


def test_light_and_dark_differ_in_colours_alone():
    light, dark = (specification(mode=mode) for mode in charts.MODES)
    assert light["config"]["background"] == dark["config"]["background"] == "transparent"
    assert light["config"]["title"]["color"] != dark["config"]["title"]["color"]
    assert bubbles(light)[1] == bubbles(dark)[1]


def test_the_picture_holds_the_labels():
    picture = charts.svg(specification(shape="narrow"))
    assert picture.startswith("<svg")
    assert "127,560 jobs" in picture
