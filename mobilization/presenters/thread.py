"""The words of the thread: one station for each thing between an industry and an outcome."""

from collections import Counter
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clusters.presenters.briefings import in_short
from mobilization.models import Decision
from mobilization.presenters.measures import measured


@dataclass(frozen=True)
class Item:
    """A line of a station; `url` follows the thread from there."""

    text: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Station:
    """A place on the thread: what it is, its own page, and what stands there."""

    kind: str
    title: str
    url: str = ""
    sentence: str = ""
    items: list = field(default_factory=list)


def day(moment):
    return date_format(localtime(moment), "DATE_FORMAT")


def dots(count):
    return ngettext("%(count)d dot", "%(count)d dots", count) % {"count": count}


def outcome(found):
    return Station(
        kind=_("Outcome"),
        title=found.text,
        url=page_of_plan(found.plan),
        sentence=_("Measured by: %(measure)s. Achieved by %(day)s.")
        % {
            "measure": measured(found.measure, found.baseline, found.target),
            "day": date_format(found.due, "DATE_FORMAT"),
        },
    )


def plan(found):
    return Station(
        kind=_("Plan"),
        title=found.title,
        url=page_of_plan(found),
        sentence=_("%(state)s, version %(number)d.")
        % {"state": found.get_state_display(), "number": found.version},
    )


def decision(found, initiative):
    return Station(
        kind=_("Decision of the Leadership Group"),
        title=found.get_kind_display() if found else _("Not decided yet"),
        url=reverse("leadership", args=[initiative.slug]),
        sentence=about_decision(found) if found else "",
    )


def about_decision(found):
    text = ngettext(
        "Version %(number)d, on %(day)s, with %(count)d member present.",
        "Version %(number)d, on %(day)s, with %(count)d members present.",
        found.member_count,
    )
    values = {
        "number": found.version.number,
        "day": day(found.decided_at),
        "count": found.member_count,
    }
    return " ".join([text % values, *standing(found)])


def standing(found):
    """What became of the decision, or what it asks for."""
    if found.voided_at:
        return [_("An edit of the plan on %(day)s voided it.") % {"day": day(found.voided_at)}]
    if found.kind == Decision.Kind.WITHHELD:
        text = ngettext("%(count)d condition.", "%(count)d conditions.", found.condition_count)
        return [text % {"count": found.condition_count}]
    return []


def team(found):
    return Station(
        kind=_("Team"),
        title=found.priority.name,
        url=page_of_meeting(found.priority.meeting),
        sentence=led(found),
    )


def led(found):
    names = {"champion": found.champion, "convener": found.convener}
    return _("Champion: %(champion)s. Convener: %(convener)s.") % names


def priority(found, requirements):
    return Station(
        kind=_("Priority area"),
        title=found.name,
        url=page_of_meeting(found.meeting),
        sentence=dots(sum(row.dot_count for row in requirements)),
    )


def requirements(rows, meeting):
    """A list of requirements with their totals."""
    return Station(
        kind=_("Requirements and their dots"),
        title=ngettext("%(count)d requirement", "%(count)d requirements", len(rows))
        % {"count": len(rows)},
        url=page_of_meeting(meeting),
        items=[Item(row.text, dots(row.dot_count)) for row in rows],
    )


def cards(found, meeting):
    return Station(
        kind=_("Cards behind them"),
        title=on_cards(found.cards),
        url=page_of_meeting(meeting),
        sentence=_("The words of the cards in alphabetical order, without their writers."),
        items=[*words(found.lines, _("requirement")), *words(found.visions, _("vision"))],
    )


def words(texts, what):
    """The texts, equal ones together with the number of cards that say so."""
    return [
        Item(text, f"{what}, {on_cards(count)}" if count > 1 else what)
        for text, count in Counter(texts).items()
    ]


def on_cards(count):
    return ngettext("%(count)d card", "%(count)d cards", count) % {"count": count}


def invitees(rows, titles, group, links=True):
    """The industries on the invitation list, for the whole group and never for a card."""
    people = sum(row.people for row in rows)
    return Station(
        kind=_("Industries on the invitation list"),
        title=invited(people),
        url=reverse("invitations", args=[group.initiative.slug, group.cluster.slug]),
        sentence=_("These are all who were invited; nobody is tied to a card or a dot."),
        items=[invitee_line(row, titles, group, links) for row in rows],
    )


def invitee_line(row, titles, group, links):
    known = row.naics in set(group.cluster.codes)
    return Item(
        industry_name(row.naics, titles) if row.naics else _("Industry not entered"),
        f"{invited(row.people)}: {', '.join(row.organisations)}"
        if row.organisations
        else invited(row.people),
        forward(group, row.naics) if links and known else "",
    )


def invited(count):
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def industry_name(naics, titles):
    return f"{naics} {titles.get(naics, '')}".strip()


def cluster(group, table, trouble=""):
    """The cluster with its figures, or what stands in the way of them."""
    return Station(
        kind=_("Cluster"),
        title=group.cluster.name,
        url=page_of_cluster(group.cluster),
        sentence=in_short(table.total, table.region.end_year) if table else trouble,
        items=[Item(_("Why it was chosen"), group.reason)],
    )


def industries(group, table):
    """The rows of the cluster's NAICS table; each leads forward."""
    return Station(
        kind=_("Industries of the cluster"),
        title=ngettext("%(count)d industry", "%(count)d industries", len(table.rows))
        % {"count": len(table.rows)},
        url=page_of_cluster(group.cluster),
        items=[
            Item(
                f"{row['naics']} {row['title']}",
                in_short(row, table.region.end_year),
                forward(group, row["naics"]),
            )
            for row in table.rows
        ],
    )


def industry(group, naics, titles, table, trouble=""):
    """The industry at which the way forward begins."""
    row = next((row for row in table.rows if row["naics"] == naics), None) if table else None
    return Station(
        kind=_("Industry"),
        title=industry_name(naics, titles),
        url=page_of_cluster(group.cluster),
        sentence=in_short(row, table.region.end_year) if row else trouble,
    )


def observations(lines, initiative):
    """What closed joint sheets say of industries; the newest round stands first."""
    return Station(
        kind=_("Joint observations on the NAICS table"),
        title=ngettext("%(count)d observation", "%(count)d observations", len(lines))
        % {"count": len(lines)},
        url=reverse("worksheet", args=[initiative.slug, lines[0].worksheet.number]),
        items=[Item(line.text, ", ".join(line.codes)) for line in lines],
    )


def sources(groups):
    count = sum(len(group.files) for group in groups)
    return Station(
        kind=_("Source files"),
        title=ngettext("%(count)d file", "%(count)d files", count) % {"count": count},
        items=[source_line(group) for group in groups],
    )


def source_line(group):
    """The files of one year and status, each with the first characters of its SHA-256."""
    text = _("%(year)d, %(status)s, imported %(day)s") % {
        "year": group.year,
        "status": ": ".join(filter(None, [str(group.status_label), group.note])),
        "day": day(group.imported_at),
    }
    return Item(text, ", ".join(f"{file.file_name} ({file.sha256[:8]})" for file in group.files))


def priorities(rows, meeting):
    return Station(
        kind=_("Priority areas"),
        title=ngettext("%(count)d area", "%(count)d areas", len(rows)) % {"count": len(rows)},
        url=page_of_meeting(meeting),
        items=[Item(row.name, dots(row.dot_count)) for row in rows],
    )


def teams(rows, group):
    return Station(
        kind=_("Teams"),
        title=ngettext("%(count)d team", "%(count)d teams", len(rows)) % {"count": len(rows)},
        url=reverse("group_plans", args=[group.initiative.slug, group.cluster.slug]),
        items=[Item(str(row), led(row)) for row in rows],
    )


def outcomes(found):
    """The outcomes of one plan; each leads back."""
    return Station(
        kind=_("Outcomes"),
        title=ngettext("%(count)d outcome", "%(count)d outcomes", len(found.outcomes.all()))
        % {"count": len(found.outcomes.all())},
        url=page_of_plan(found),
        items=[
            Item(row.text, date_format(row.due, "DATE_FORMAT"), back(found.initiative, row))
            for row in found.outcomes.all()
        ],
    )


def back(initiative, outcome):
    """The way from an outcome back to its beginnings."""
    return reverse("thread", args=[initiative.slug, outcome.pk])


def forward(group, naics):
    """The way from an industry forward to its outcomes."""
    return reverse("thread_industry", args=[group.initiative.slug, group.cluster.slug, naics])


def page_of_plan(found):
    return reverse("plan", args=[found.initiative.slug, found.pk])


def page_of_meeting(meeting):
    group = meeting.group
    return reverse("meeting", args=[group.initiative.slug, group.cluster.slug, meeting.number])


def page_of_cluster(found):
    return reverse("cluster_detail", args=[found.initiative.slug, found.slug])
