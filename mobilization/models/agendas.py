"""A meeting's own agenda: its items in order (the Guide, Part II, Steps 4 to 6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting

LONGEST_ITEM = 240  # minutes
PARTS_OF_THE_ROOM = {
    state.value: state.label
    for state in Meeting.State
    if state not in (Meeting.State.PLANNED, Meeting.State.CLOSED)
}


class Agenda(models.Model):
    """What the support team made of the Guide's agenda. `version` counts its edits.

    A meeting without an agenda of its own follows the Guide's.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="agenda")
    version = models.PositiveIntegerField(default=1)

    @property
    def initiative(self):
        return self.meeting.initiative


class AgendaItem(models.Model):
    """One item: how long it takes, what happens, what the co-chairs do in it.

    `script` is for the facilitators alone.
    """

    class Kind(models.TextChoices):
        BEFORE = "before", _("Before the start")
        MEETING = "meeting", _("In the meeting")
        TEAM_WORK = "team_work", _("Work of the teams")

    agenda = models.ForeignKey(Agenda, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(_("when"), max_length=10, choices=Kind, default=Kind.MEETING)
    part = models.CharField(_("part of the meeting"), max_length=80, blank=True)
    # The part of the room that the item brings to its end; "" where it has none of its own.
    state = models.CharField(
        _("on the console"), max_length=15, choices=PARTS_OF_THE_ROOM, blank=True, default=""
    )
    title = models.CharField(_("item"), max_length=120)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    what = models.TextField(_("what happens"), max_length=400, blank=True)
    co_chairs = models.TextField(_("role of the co-chairs"), max_length=400, blank=True)
    script = models.TextField(_("for the facilitators"), max_length=1000, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["agenda", "position"], name="agenda_position_taken_once"
            ),
            models.UniqueConstraint(
                fields=["agenda"],
                condition=models.Q(kind="team_work"),
                name="one_time_for_team_work",
            ),
            models.CheckConstraint(
                condition=models.Q(position__gte=1), name="agenda_counts_from_one"
            ),
            models.CheckConstraint(
                condition=models.Q(minutes__lte=LONGEST_ITEM), name="agenda_item_is_not_a_day"
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="agenda_item_has_a_title"),
            models.CheckConstraint(
                condition=models.Q(state="") | models.Q(state__in=[*PARTS_OF_THE_ROOM]),
                name="agenda_item_is_in_a_part_of_the_room",
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["before", "meeting", "team_work"]),
                name="agenda_item_kind_is_known",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def initiative(self):
        return self.agenda.initiative
