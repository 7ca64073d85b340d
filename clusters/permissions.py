"""Who may do what with cluster definitions."""

import rules

from accounts.permissions import manager, member

rules.add_perm("clusters.view_cluster", member)
rules.add_perm("clusters.change_cluster", manager)
