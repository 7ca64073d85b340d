"""Action teams: no champion, no team (the Guide, Part II, Step 4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mobilization.models.priorities import Priority


class Team(models.Model):
    """The volunteers of one priority area. Champion and convener are named people."""

    priority = models.OneToOneField(Priority, on_delete=models.PROTECT, related_name="team")
    champion = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="championed_teams"
    )
    convener = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="convened_teams"
    )
    next_date = models.DateTimeField(_("next team meeting"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return str(self.priority)

    @property
    def initiative(self):
        return self.priority.initiative

    @property
    def group(self):
        return self.priority.meeting.group


class TeamMember(models.Model):
    """A volunteer. Champion and convener are members too."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="team_memberships"
    )

    class Meta:
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "person"],
                name="once_in_each_team",
                violation_error_message=_("This person is in the team already."),
            )
        ]

    @property
    def initiative(self):
        return self.team.initiative
