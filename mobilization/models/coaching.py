"""Coaching of the action teams between the meetings (the Guide, Part II, Step 4)."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mobilization.models.teams import Team


class TeamFacilitator(models.Model):
    """The one of the support team who goes along with a team."""

    team = models.OneToOneField(Team, on_delete=models.CASCADE, related_name="facilitation")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="facilitated_teams"
    )

    @property
    def initiative(self):
        return self.team.initiative


class CoachingTalk(models.Model):
    """One talk of the support team with a team; it stays as it was written down."""

    class Way(models.TextChoices):
        PHONE = "phone", _("By phone")
        VIDEO = "video", _("By video call")
        VISIT = "visit", _("At a team meeting")
        MAIL = "mail", _("By e-mail")

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="talks")
    way = models.CharField(_("how"), max_length=10, choices=Way, default=Way.PHONE)
    day = models.DateField(_("day"))
    text = models.CharField(
        _("what was said"),
        max_length=600,
        help_text=_("Where the team stands, what it asked, what is agreed next."),
    )
    written_by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="talk_says_something"),
            models.CheckConstraint(
                condition=models.Q(way__in=["phone", "video", "visit", "mail"]),
                name="way_of_talk_is_known",
            ),
            models.UniqueConstraint(fields=["team", "day", "way", "text"], name="talk_told_once"),
        ]

    def __str__(self):
        return self.text

    @property
    def initiative(self):
        return self.team.initiative
