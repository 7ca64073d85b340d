"""The sentences of clusters: what happened, what was kept, what to do."""

from django.utils.translation import gettext_lazy as _

from core.problems import add_to_catalogue

add_to_catalogue(
    {
        "cluster_name_taken": _(
            "Another cluster of this initiative is called “%(name)s” or much like it, or was so "
            "when it was defined. Nothing was changed. Choose another name."
        ),
        "industry_unknown": _(
            "“%(naics)s” is not the code of a 4-digit industry in any revision of NAICS. Nothing "
            "was changed. Search for the industry by a word of its title."
        ),
        "industry_in_cluster": _(
            "%(naics)s is in “%(cluster)s” already, as %(role)s. Nothing was changed. Change its "
            "role among the chosen industries."
        ),
        "industry_not_in_cluster": _(
            "%(naics)s is not in “%(cluster)s” any more; somebody took it out. Nothing was "
            "changed. Add it again if it belongs there."
        ),
        "role_unknown": _(
            "An industry is export-oriented, population-serving or support. Nothing was changed. "
            "Choose one of the three roles."
        ),
        "cluster_in_use": _(
            "“%(cluster)s” was chosen for mobilization, and its group rests on it. Nothing was "
            "deleted. Change its definition instead."
        ),
    }
)
