"""Who may do what with regions and data sets."""

import rules

from accounts.permissions import manager, member

rules.add_perm("analytics.view_data", member)
rules.add_perm("analytics.import_data", manager)
rules.add_perm("analytics.change_region", manager)
rules.add_perm("analytics.freeze_table", manager)
rules.add_perm("analytics.keep_studies", manager)
