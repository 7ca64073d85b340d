"""Reading agendas."""

from mobilization.models import Agenda, AgendaItem


def items(meeting):
    """The items of the meeting's own agenda in order; none where it follows the Guide's."""
    return AgendaItem.objects.filter(agenda__meeting=meeting).select_related("agenda")


def version(meeting):
    """How often the meeting's agenda was edited; 0 where it follows the Guide's."""
    return Agenda.objects.filter(meeting=meeting).values_list("version", flat=True).first() or 0
