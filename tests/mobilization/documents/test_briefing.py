import re
from html import unescape

import pytest

from core import documents
from mobilization.documents import briefing
from mobilization.documents.kinds import KINDS
from tests.factories.analytics import RegionFactory
from tests.factories.clusters import BriefingFactory, ClusterFactory, ClusterIndustryFactory
from tests.factories.process import ClusterGroupFactory
from tests.pdf import elements_of, reader_of, text_of
from tests.refusals import refused

pytestmark = pytest.mark.django_db

SECTIONS = [
    "I. Regional clusters",
    "II. Components of the cluster",
    "III. Characteristics",
    "IV. Evolution",
    "V. Potential and requirements",
    "VI. Collaborative opportunities",
    "Sources and how to read the figures",
]


def a_group(statistics, industries):
    """A chosen cluster of `industries` ({code: role}) in the region of the statistics."""
    cluster = ClusterFactory(name="Makers")
    for naics, role in industries.items():
        ClusterIndustryFactory(cluster=cluster, naics=naics, role=role)
    RegionFactory(initiative=cluster.initiative, areas=statistics.areas)
    statistics.load()
    return ClusterGroupFactory(cluster=cluster, reason="Its employers asked for it.")


@pytest.fixture
def group(invented):
    return a_group(invented, {"3345": "export", "5413": "support"})


def rendered(group):
    _title, html = briefing.render(group, lambda percent, step: None)
    return html


def words(group):
    """The words of the paper before it is set, single spaces between them."""
    body = rendered(group).partition("<body")[2]
    return unescape(" ".join(re.sub(r"<[^>]*>", " ", body).split()))


def printed(group):
    return documents.to_pdf(rendered(group))[0]


def test_it_has_six_sections_in_the_guides_order_tagged_and_every_figure_in_words(group):
    pdf = printed(group)

    text = text_of(pdf)
    body = text[text.index("Contents") + len("Contents") :]
    places = [body.rindex(section) for section in SECTIONS]
    assert places == sorted(places)
    assert "Its employers asked for it." in text
    catalog, elements = reader_of(pdf).trailer["/Root"], elements_of(pdf)
    figures = [element for tag, element in elements if tag == "/Figure"]
    headings = [tag for tag, _element in elements if tag in ("/H1", "/H2", "/H3")]
    cells = [element for tag, element in elements if tag == "/TD"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "en"
    assert len(figures) >= 2
    assert all(element["/Alt"] for element in figures)
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert all("/Headers" in element["/A"] for element in cells)


def test_a_section_without_words_says_what_is_missing(group):
    assert words(group).count("Missing in this draft.") == 3


def test_the_regions_words_stand_in_their_sections(group):
    BriefingFactory(cluster=group.cluster, evolution="Automation came.", potential="Whole trains.")

    text = words(group)

    assert text.count("Missing in this draft.") == 1
    assert text.index("IV. Evolution") < text.index("Automation came.")
    assert text.index("Automation came.") < text.index("Whole trains.")


def test_it_cites_its_files_with_year_status_and_hash(group, invented):
    text = words(group)

    assert "Estimate: Recovered from published quotients" in text
    for path in invented.files:
        assert path.name in text


def test_without_a_region_it_is_refused():
    group = ClusterGroupFactory()
    ClusterIndustryFactory(cluster=group.cluster)

    with refused("briefing_without_region"):
        briefing.render(group, None)


def test_without_industries_it_is_refused():
    group = ClusterGroupFactory()
    RegionFactory(initiative=group.initiative)

    with refused("briefing_without_industries"):
        briefing.render(group, None)


def test_new_words_industries_and_regions_change_the_basis(group):
    kind = KINDS["briefing_paper"]
    seen = [documents.digest(kind.basis(group))]

    for change in (
        lambda: BriefingFactory(cluster=group.cluster, potential="Whole trains."),
        lambda: ClusterIndustryFactory(cluster=group.cluster, naics="3344"),
        lambda: group.initiative.region.areas.create(code="39049X"),
    ):
        change()
        fresh = kind.subjects([type(group).objects.get(pk=group.pk)])[group.pk]
        seen.append(documents.digest(kind.basis(fresh)))

    assert len(set(seen)) == 4


def test_with_the_figures_of_central_ohio(central_ohio):
    codes = "3241 3251 3254 3255 3261 3323 3327 3339 3344 3345 3363".split()
    group = a_group(central_ohio, dict.fromkeys(codes, "export") | {"5413": "support"})

    pdf = printed(group)

    text = text_of(pdf)
    assert "5,650" in text
    assert "undisclosed" in text
    assert 8 <= len(reader_of(pdf).pages) <= 15
