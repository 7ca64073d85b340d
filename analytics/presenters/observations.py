"""Observations in words: the worksheet's questions, the industries, the table looked at."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from analytics import queries
from analytics.models import Question
from analytics.presenters.naics.choices import ESTIMATED, NOMINAL, PUBLISHED, TableChoices
from analytics.sources import ownerships

# What to look for, and the order of the NAICS table in which it is seen first.
LOOK_FOR = {
    Question.GROWTH: (
        gettext_lazy(
            "Which industries gain jobs, which lose them, and how fast? A large one counts even "
            "where it grows slowly."
        ),
        "-growth",
    ),
    Question.EXPORT: (
        gettext_lazy("Where is the quotient well above 1, and where has it risen or fallen?"),
        "-lq_end",
    ),
    Question.PAY: (
        gettext_lazy(
            "Which industries pay more than the region's average, which less, and where has pay "
            "risen or fallen? How fast?"
        ),
        "-wage_end",
    ),
    Question.TOGETHER: (
        gettext_lazy(
            "Which industries may hang together, growing or not: because they buy from one "
            "another, need the same skills, or share roads, ports and laboratories?"
        ),
        "",
    ),
    Question.CHECK: (
        gettext_lazy(
            "What did you not expect? What is undisclosed, looks wrong, or should be asked of "
            "somebody who knows the industry?"
        ),
        "",
    ),
}


@dataclass(frozen=True)
class Table:
    """The table that an observation was made on: words, and the way there where it still stands."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Told:
    """One observation in words; `who` wrote it, `people` were behind a line of the joint sheet."""

    pk: int
    text: str
    industries: list  # [(code, title)]
    tables: list
    who: str = ""
    is_taken: bool = False
    people: int = 0
    version: int = 0
    sources: tuple = ()


class Words:
    """Puts the observations of one initiative into words."""

    def __init__(self, initiative):
        self.initiative = initiative
        self.region = queries.region_of(initiative)
        self.last_import = queries.last_import(self.region) if self.region else None
        self.titles = queries.industry_titles()
        self.names = {}

    def own(self, observation):
        """An observation of one person."""
        return Told(
            pk=observation.pk,
            text=observation.text,
            industries=self.industries(observation),
            tables=[self.table(observation)],
            who=observation.sheet.owner_name,
            is_taken=observation.taken_into_id is not None,
        )

    def line(self, line):
        """A line of the joint sheet, with the tables of all that it was taken over from."""
        sources = list(line.sources.all())
        tables = [self.table(each) for each in (line, *sources)]
        return Told(
            pk=line.pk,
            text=line.text,
            industries=self.industries(line),
            tables=list(dict.fromkeys(tables)),
            people=len({source.sheet_id for source in sources}),
            version=line.version,
            sources=tuple(source.text for source in sources),
        )

    def industries(self, observation):
        return [(code, self.titles.get(code, "")) for code in observation.codes]

    def table(self, observation):
        years = {"start": observation.start_year, "end": observation.end_year}
        if observation.snapshot_name:
            words = {"name": observation.snapshot_name, **years}
            text = _("Frozen table “%(name)s”, %(start)s to %(end)s") % words
            return Table(text, self.frozen_url(observation.snapshot))
        words = {"base": self.name(observation.base), **years}
        text = _("%(start)s to %(end)s, compared with %(base)s") % words
        text = "; ".join([text, *choices_in_words(observation.query)])
        if not self.is_as_now(observation):
            return Table(_("%(table)s. The region was changed since.") % {"table": text})
        if self.last_import and self.last_import > observation.seen_at:
            text = _("%(table)s. Figures were imported since.") % {"table": text}
        address = reverse("naics_table", args=[self.initiative.slug])
        return Table(text, f"{address}?{observation.query}" if observation.query else address)

    def frozen_url(self, snapshot):
        return reverse("snapshot", args=[self.initiative.slug, snapshot.key]) if snapshot else ""

    def is_as_now(self, observation):
        """Whether the region still has the years, the areas and the base of that day."""
        region = self.region
        return region is not None and (
            (region.start_year, region.end_year, " ".join(region.area_codes), region.base)
            == (observation.start_year, observation.end_year, observation.areas, observation.base)
        )

    def name(self, code):
        if code not in self.names:
            self.names[code] = queries.area_title(code, self.initiative)
        return self.names[code]


def choices_in_words(query):
    """What of a table's choices is not as the table opens."""
    choices = TableChoices.of_text(query)
    return [
        text
        for chosen, text in (
            (choices.ownership != ownerships.COVERED, ownerships.title(choices.ownership)),
            (choices.wages == NOMINAL, _("pay in dollars of each year")),
            (choices.vintage == PUBLISHED, _("codes as published")),
            (choices.cells == ESTIMATED, _("with estimates")),
        )
        if chosen
    ]


def questions():
    """[(value, heading, what to look for, order of the table)]"""
    return [(each.value, each.label, *LOOK_FOR[each]) for each in Question]
