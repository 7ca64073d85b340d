"""What a briefing paper rests on, beside the figures themselves."""

from clusters import queries as figures

SECTIONS = ("evolution", "potential", "opportunities")


def facts(groups):
    """{group pk: JSON-able facts} of groups of one initiative that come with their cluster.

    Figures are told by what they are computed from, so that nothing has to be computed to know
    whether they have changed.
    """
    footings = figures.footings({group.initiative for group in groups})
    return {
        group.pk: {
            "cluster": group.cluster.name,
            "description": group.cluster.description,
            "reason": group.reason,
            "words": words_of(group.cluster),
            "footing": footings[group.initiative.pk],
        }
        for group in groups
    }


def words_of(cluster):
    """The region's own words by section; '' where nobody has written any."""
    briefing = getattr(cluster, "briefing", None)
    return {name: getattr(briefing, name, "").strip() for name in SECTIONS}
