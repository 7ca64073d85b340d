"""The region in words: what can be chosen, what has to be known of it, what became of it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from analytics import queries
from analytics.sources import areas, geography, metropolitan
from core.models import Document
from core.workflow import history_of

FIRST = 60  # how many areas are listed of the whole country; of one state all are
NAMED = 3  # how many areas a sentence names
MOST_VERSIONS = 10_000  # of a region; an address may say more


@dataclass(frozen=True)
class Offer:
    """An area that a search found: what ticking it adds, by label and value."""

    value: str
    label: str
    detail: str


@dataclass(frozen=True)
class Resting:
    """Something that rests on the region, and what becomes of it when the region changes."""

    text: str
    url: str = ""


# Functions of an initiative that give a Resting or None; each app adds its own.
RESTING = []


def offers(words, state, chosen, year):
    """(what can be ticked, areas found, areas listed); what is chosen already is left out.

    `year` is the last of the region's: of a metropolitan area the counties of its time come first.
    """
    found = [code for code in geography.search(words, state) if code not in chosen]
    first = found if state else found[:FIRST]
    return [offer for code in first for offer in offers_of(code, year)], len(found), len(first)


def offers_of(code, year):
    """The area as it is and, of a metropolitan area, its counties by each delineation."""
    whole = Offer(code, f"{code} {areas.name(code)}", kind(code))
    fitting = metropolitan.edition_of(year)
    counties = sorted(
        metropolitan.delineations(code).items(), key=lambda held: fitting not in held[1]
    )
    return [whole, *(each_county(code, *held) for held in counties if len(held[0]) > 1)]


def each_county(code, counties, editions):
    words = {"name": areas.name(code), "years": _(" and ").join(map(str, editions))}
    detail = _("%(count)s counties of the delineation of %(years)s, %(when)s: %(names)s") % {
        "count": len(counties),
        "names": named(counties),
        "when": published_by(editions),
        **words,
    }
    each = _("The counties of %(name)s, one by one (%(years)s)") % words
    return Offer(" ".join(counties), each, detail)


def published_by(editions):
    """In which years BLS publishes areas by these delineations."""
    if len(editions) > 1:
        return _("by which BLS publishes every year")
    if metropolitan.edition_of(metropolitan.SINCE) in editions:
        return _("by which BLS publishes from %(year)s on") % {"year": metropolitan.SINCE}
    return _("by which BLS publishes until %(year)s") % {"year": metropolitan.SINCE - 1}


def kind(code):
    if code in metropolitan.areas():
        return _("as one area, as the source publishes it")
    if areas.is_state(code):
        return _("the whole state")
    if areas.is_unknown_county(code):
        return _("jobs of the state that could be placed in no county")
    return ""


def named(codes):
    """The names of areas, the first few of many."""
    names = [areas.name(code) for code in codes[:NAMED]]
    left = len(codes) - len(names)
    if left:
        names.append(_("%(count)s more") % {"count": left})
    return "; ".join(names)


# --- What has to be known of it ---------------------------------------------------------------


def notes(codes, start, end):
    """What holds of these areas over these years and is easily overlooked: sentences."""
    found = [
        gap(code, span, end) for code, span in geography.without_figures(codes, start, end).items()
    ]
    if found:
        found.append(
            _(
                "Connecticut’s eight counties gave way to nine planning regions in 2024, and "
                "neither fits into the other. Choose years on one side of 2024, or the whole "
                "state, 09000."
            )
        )
    if any(areas.is_unknown_county(code) for code in codes):
        found.append(
            _(
                "An unknown county holds jobs that the state could place in no county. It belongs "
                "to a region of all counties of a state, and to no smaller one."
            )
        )
    for code, editions in geography.undrawn(codes, start, end).items():
        words = _(
            "%(area)s is no area of the delineation of %(edition)s, %(when)s: its figures may be "
            "missing then."
        )
        found += [
            words % {"area": areas.name(code), "edition": each, "when": published_by([each])}
            for each in editions
        ]
    redrawn = geography.redrawn(codes, start, end)
    found += [moved(code, *counties) for code, counties in redrawn.items()]
    if any(code in metropolitan.areas() for code in codes):
        found.append(
            _(
                "The counties of a metropolitan area change over time, and its published figures "
                "change with them. Its counties, chosen one by one, stay the same."
            )
        )
    return found


def moved(code, gone, come):
    """What a new delineation took from a metropolitan area, and gave it, within the years."""
    changes = [
        words % {"names": named(counties)}
        for words, counties in ((_("without %(names)s"), gone), (_("with %(names)s"), come))
        if counties
    ]
    return _("From %(year)s on, %(area)s is published %(changes)s: a break in its figures.") % {
        "year": metropolitan.SINCE,
        "area": areas.name(code),
        "changes": _(" and ").join(changes),
    }


def gap(code, span, end):
    first, last = span
    values = {"area": areas.name(code), "first": first, "last": last}
    if last and end > last:
        return _("%(area)s has no figures after %(last)s.") % values
    return _("%(area)s has no figures before %(first)s.") % values


# --- What rests on it -------------------------------------------------------------------------


def resting(initiative):
    """What rests on the region of an initiative: a list of Resting."""
    return [found for ask in RESTING if (found := ask(initiative))]


def frozen_tables(initiative):
    count = queries.snapshots_of(initiative).count()
    text = ngettext(
        "%(count)s frozen table stays as it was frozen.",
        "%(count)s frozen tables stay as they were frozen.",
        count,
    )
    url = reverse("snapshot_list", args=[initiative.slug])
    return Resting(text % {"count": count}, url) if count else None


def printed(initiative):
    count = Document.objects.filter(job__place=initiative.slug).count()
    text = ngettext(
        "%(count)s printed document stays as it was printed; if figures in it change, the list of "
        "documents says so.",
        "%(count)s printed documents stay as they were printed; if figures in them change, the "
        "list of documents says so.",
        count,
    )
    return Resting(text % {"count": count}) if count else None


def observed(initiative):
    count = queries.worksheets_of(initiative).count()
    text = ngettext(
        "%(count)s round of observations stays as it was written; each says on which table.",
        "%(count)s rounds of observations stay as they were written; each says on which table.",
        count,
    )
    url = reverse("worksheet_home", args=[initiative.slug])
    return Resting(text % {"count": count}, url) if count else None


RESTING += [frozen_tables, observed, printed]


# --- What became of it ------------------------------------------------------------------------


def history(region):
    """The changes of a region, newest first, as the timeline component places them."""
    return told(history_of(region).order_by("-at", "-pk"), region)


def changed_since(region, version):
    """The changes that gave a region other figures since its version of an address, oldest first.

    `version` is what stands in the address; none where nobody can tell.
    """
    if not version.isascii() or not version.isdigit():
        return []
    return told(queries.redefinitions(region)[min(int(version), MOST_VERSIONS) :], region)


def told(moves, region):
    def title(code):
        return queries.area_title(code, region.initiative)

    return [{"label": sentence(move, title), "by": move.by_name, "at": move.at} for move in moves]


def sentence(move, title):
    """What one change did; `note` holds codes of areas or words, `before` and `after` the rest."""
    write = {
        "choose": lambda: (
            _("Chosen: %(areas)s") % {"areas": ", ".join(map(title, move.note.split()))}
        ),
        "add_areas": lambda: (
            _("Added %(areas)s") % {"areas": ", ".join(map(title, move.note.split()))}
        ),
        "take_areas_out": lambda: (
            _("Took out %(areas)s") % {"areas": ", ".join(map(title, move.note.split()))}
        ),
        "years": lambda: changed(_("years"), move.before, move.after),
        "base": lambda: changed(_("compared with"), title(move.before), title(move.after)),
        "prices": lambda: changed(
            _("price index"), move.before, move.after or _("the one nearest to the areas")
        ),
        "why": lambda: changed(_("reasons"), in_words(move.before), in_words(move.after)),
        "name": lambda: _("Called “%(name)s”") % {"name": move.note},
        "reason": lambda: _("Other reasons: %(text)s") % {"text": move.note or _("none")},
    }
    return write[move.name]()


def changed(what, before, after):
    if before:
        words = _("Changed %(what)s from %(before)s to %(after)s")
    else:
        words = _("Set %(what)s: %(after)s")
    return words % {"what": what, "before": before, "after": after}


def in_words(why):
    """The reasons behind the names of their fields."""
    sentences = {"by_activity": _("clustering of activity"), "by_commute": _("commute shed")}
    return _(" and ").join(sentences[name] for name in why.split()) or _("none")
