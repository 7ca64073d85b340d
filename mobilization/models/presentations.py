"""Who presents a team's plan in Meeting 2 or 3, confirmed beforehand (Part II, Steps 5 and 6)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.meetings import Meeting
from mobilization.models.teams import Team


class Presentation(models.Model):
    """A team's turn in a later meeting and the member who takes it."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="presentations")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presentations")
    person = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("presenter"),
        on_delete=models.CASCADE,
        related_name="presentations",
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "meeting"], name="one_presenter_per_team_and_meeting"
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=True, confirmed_by_name="")
                | models.Q(confirmed_at__isnull=False) & ~models.Q(confirmed_by_name=""),
                name="confirmed_presenter_names_who_said_so",
            ),
        ]

    @property
    def initiative(self):
        return self.team.initiative
