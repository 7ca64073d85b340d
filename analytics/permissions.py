"""Who may do what with regions, data sets and observations."""

import rules

from accounts.permissions import manager, member, room


@rules.predicate
def owner_of_sheet(actor, sheet):
    return sheet.owner_id == actor.pk


rules.add_perm("analytics.view_data", member)
rules.add_perm("analytics.import_data", manager)
rules.add_perm("analytics.change_region", manager)
rules.add_perm("analytics.freeze_table", manager)
rules.add_perm("analytics.keep_studies", manager)
# Whoever sees the NAICS table writes observations on it; one's own sheet is nobody else's.
rules.add_perm("analytics.write_observations", member)
rules.add_perm("analytics.write_sheet", member & owner_of_sheet)
rules.add_perm("analytics.lead_worksheet", room)
