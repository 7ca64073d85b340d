"""The observations worksheet: its rounds, the sheets, the lines of the joint one."""

from analytics.models import JointObservation, Observation, OwnSheet, Worksheet


def worksheets_of(initiative):
    """The rounds of an initiative, newest first."""
    return Worksheet.objects.filter(initiative=initiative).select_related("initiative")


def own_sheet(worksheet, user):
    """The user's sheet of that round, or None before they have written anything."""
    return worksheet.sheets.select_related("worksheet__initiative").filter(owner=user).first()


def observations_of(sheet):
    """What stands on one sheet, in the order it was written."""
    rows = sheet.observations.select_related("snapshot", "sheet__worksheet__initiative")
    return rows.prefetch_related("industries")


def observations_in(worksheet):
    """What stands on any sheet of a round; whose it is decides who may see it."""
    rows = Observation.objects.filter(sheet__worksheet=worksheet)
    return rows.select_related("sheet__worksheet__initiative").prefetch_related("industries")


def handed_in(worksheet):
    """The observations of all sheets that were handed in, by person."""
    rows = Observation.objects.filter(
        sheet__worksheet=worksheet, sheet__state=OwnSheet.State.HANDED_IN
    )
    rows = rows.select_related("sheet", "snapshot").prefetch_related("industries")
    return rows.order_by("sheet__owner_name", "sheet", "pk")


def lines_of(worksheet):
    """The lines of the joint sheet, each with what it was taken over from."""
    rows = worksheet.lines.select_related("snapshot")
    return rows.prefetch_related(
        "industries", "sources__sheet", "sources__industries", "sources__snapshot"
    )


def lines_naming(initiative, codes):
    """The lines of closed joint sheets that name one of the industries, the newest round first."""
    rows = JointObservation.objects.filter(
        worksheet__initiative=initiative,
        worksheet__state=Worksheet.State.CLOSED,
        industries__code__in=codes,
    )
    rows = rows.select_related("worksheet").prefetch_related("industries").distinct()
    return rows.order_by("-worksheet__number", "pk")


def standing_of_team(worksheet):
    """[(name, sheet or None)] of the support team and of whoever has left it with a sheet."""
    sheets = list(worksheet.sheets.all())
    by_owner = {sheet.owner_id: sheet for sheet in sheets if sheet.owner_id}
    members = worksheet.initiative.memberships.select_related("user")
    team = {member.user_id: member.user.name for member in members}
    left = [(sheet.owner_name, sheet) for sheet in sheets if sheet.owner_id not in team]
    return sorted(
        [*((name, by_owner.get(pk)) for pk, name in team.items()), *left],
        key=lambda pair: pair[0],
    )
