"""The words around groups, on their pages and on a co-chair's personal home."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clusters.queries import industry_titles
from core import guide
from core.access import may
from mobilization.models import ClusterGroup, LeadershipSeat, Meeting, Seat
from mobilization.models.groups import PROCESS
from mobilization.presenters.personal import Entry
from mobilization.queries import groups as lists
from mobilization.queries import invitations
from mobilization.queries.seats import marked


def entries(link):
    """The groups that the person co-chairs, with the way to their list."""
    return [entry(link, group) for group in lists.co_chaired_by(link.person)]


def entry(link, group):
    sentence = ngettext(
        "You are co-chair. %(count)d person is on the list; %(coming)d will come.",
        "You are co-chair. %(count)d people are on the list; %(coming)d will come.",
        group.invitees,
    ) % {"count": group.invitees, "coming": group.coming}
    return Entry(
        title=_("Your group: %(group)s") % {"group": group},
        sentence=sentence,
        action=_("See the list"),
        url=reverse("co_chair_list", args=[link.token, group.cluster.slug]),
    )


def groups_page(initiative, actor):
    """The groups page: who leads, who supports, which clusters were chosen."""
    leaders = list(lists.leaders(initiative))
    team = list(lists.team(initiative))
    return {
        "leaders": leaders,
        "sectors": sector_mix(leaders),
        "team": team,
        "groups": lists.of(initiative),
        "size_of_leadership": guide.leadership_group(len(leaders)),
        "before_groups": guide.leadership_before_groups(len(leaders), len(team)),
        "may_change": may(actor, "mobilization.change_groups", initiative),
        "may_change_team": may(actor, "accounts.change_team", initiative),
        "may_choose": may(actor, "mobilization.choose_clusters", initiative),
    }


def sector_mix(leaders):
    """[(sector, number of members)], every sector, also those without a member."""
    counts = Counter(seat.sector for seat in leaders)
    return [(sector.label, counts[sector]) for sector in LeadershipSeat.Sector]


def group_page(group, actor):
    """The page of a cluster group: seats, the mirror of its industries, what the Guide asks."""
    seats = list(marked(lists.seats(group)))
    may_change = may(actor, "mobilization.change_groups", group)
    return {
        "group": group,
        "co_chairs": [seat for seat in seats if seat.role == Seat.Role.CO_CHAIR],
        "invitees": [seat for seat in seats if seat.role == Seat.Role.INVITEE],
        "some_stay": may_change and not all(seat.can_go for seat in seats),
        "coverage": coverage(group, seats),
        "counts": invitations.counts(group),
        "advice": [guide.co_chairs(group.co_chairs), guide.invitees(group.invitees)],
        "may_change": may_change,
        "process": PROCESS,
        "moves": moves_open_to(group, actor),
        "closing": closing(group, actor),
    }


MEANINGS = {
    "close": gettext_lazy(
        "The three meetings are over. The plans go on with their teams and the Leadership Group; "
        "the group meets no more. Thank its people, and send them the summary of Meeting 3."
    ),
    "reopen": gettext_lazy("The group works again, for a reason that stays in its history."),
}


def moves_open_to(group, actor):
    """The moves that the page offers: a group is closed when it is done."""
    moves = PROCESS.open_to(group, actor)
    if group.state == ClusterGroup.State.OPEN and moves and not lists.is_done(group):
        return []
    return moves


@dataclass(frozen=True)
class Closing:
    """The close of a group whose third meeting is over: who does it, or what comes first."""

    sentence: str
    is_done: bool
    is_yours: bool


def closing(group, actor):
    """The Closing that is ahead of the group, or None: before Meeting 3 is over, or once closed."""
    third = group.meetings.filter(number=3, state=Meeting.State.CLOSED)
    if group.state != ClusterGroup.State.OPEN or not third.exists():
        return None
    is_done = lists.is_done(group)
    is_yours = bool(PROCESS.open_to(group, actor))
    if not is_done:
        sentence = _(
            "First each of its meetings has to be closed, and each of its plans decided on."
        )
    elif is_yours:
        sentence = _("The three meetings are over, and every plan is decided on.")
    else:
        sentence = _(
            "The three meetings are over, and every plan is decided on. A facilitator or the "
            "project manager closes the group."
        )
    return Closing(sentence, is_done, is_yours)


def coverage(group, seats):
    """[(industry of the cluster, its title, its seats)]: who mirrors which part of the cluster."""
    titles = industry_titles()
    return [
        (industry, titles.get(industry.naics, ""), found)
        for industry, found in lists.coverage(group, seats)
    ]


def seated(seats):
    """What happened, after people were given seats."""
    return ngettext("%(count)d person was added.", "%(count)d people were added.", len(seats)) % {
        "count": len(seats)
    }
