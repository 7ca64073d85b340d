"""Action teams: no champion, no team (the Guide, Part II, Step 4)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.workflow import Process, Step
from mobilization.models.priorities import Priority


class Teams(models.QuerySet):
    """Teams; a merge takes along what was said of a team's plan."""

    def answered_by(self, person):
        """Those whose feedback the person answers: the own, and what was merged into them.

        Also by way of others: each merge on the way is one more query.
        """
        found, more = set(), keys_of(Team.objects.filter(members__person=person))
        while more:
            found |= more
            more = keys_of(merged_into(more)) - found
        return self.filter(pk__in=found)


def keys_of(teams):
    return set(teams.values_list("pk", flat=True))


def merged_into(keys):
    """The teams that were merged into one of those with `keys`, with a plan or without one."""
    with_plan = models.Q(plan__state="merged", plan__merged_into__team__in=keys)
    return Team.objects.filter(with_plan | models.Q(merged_into__in=keys))


class Team(models.Model):
    """The volunteers of one priority area. Champion and convener are named people.

    Meeting 1 forms one for an area; a later meeting may split another off it. While it has no plan
    it can be merged or disbanded by itself; from then on its plan tells what became of it.
    """

    class State(models.TextChoices):
        WORKING = "working", _("At work")
        MERGED = "merged", _("Merged")
        DISBANDED = "disbanded", _("Disbanded")

    priority = models.ForeignKey(Priority, on_delete=models.PROTECT, related_name="teams")
    split_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="split_off"
    )
    name = models.CharField(
        max_length=120, blank=True, help_text=_("Empty: the team is called as its priority area.")
    )
    champion = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="championed_teams"
    )
    convener = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="convened_teams"
    )
    next_date = models.DateTimeField(_("next team meeting"), null=True, blank=True)
    next_place = models.CharField(_("where it meets"), max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WORKING)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_from"
    )

    objects = Teams.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | models.Q(state__in=["working", "disbanded"], merged_into__isnull=True),
                name="merged_team_names_the_other",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True)
                | ~models.Q(merged_into=models.F("pk")),
                name="team_is_not_merged_into_itself",
            ),
            models.UniqueConstraint(
                fields=["priority"],
                condition=models.Q(split_from=None),
                name="one_team_formed_per_priority",
            ),
            models.UniqueConstraint(
                fields=["priority", "name"],
                condition=models.Q(split_from__isnull=False),
                name="split_team_named_once",
            ),
            models.CheckConstraint(
                condition=models.Q(split_from=None, name="")
                | models.Q(split_from__isnull=False) & ~models.Q(name=""),
                name="split_team_has_a_name",
            ),
        ]

    def __str__(self):
        return self.name or str(self.priority)

    @property
    def initiative(self):
        return self.priority.initiative

    @property
    def group(self):
        return self.priority.meeting.group

    @property
    def was_merged(self):
        """True once the team, or its plan, was merged into another."""
        plan = getattr(self, "plan", None)
        return "merged" in (self.state, plan and plan.state)

    @property
    def meets_again(self):
        """True if the team has a date that is not over."""
        return self.next_date is not None and self.next_date > timezone.now()


State = Team.State
IN_THE_ROOM = "mobilization.decide_plan_in_meeting"

# Of a team without a plan.
PROCESS = Process(
    Step("merge", _("Merge into another team"), (State.WORKING,), State.MERGED, IN_THE_ROOM),
    Step(
        "disband",
        _("Disband the team"),
        (State.WORKING,),
        State.DISBANDED,
        IN_THE_ROOM,
        note_required=True,
    ),
    Step("undo", _("Decision undone"), (), "", IN_THE_ROOM),
)


class TeamMember(models.Model):
    """A volunteer. Champion and convener are members too."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="team_memberships"
    )
    # Only who says so stands with address and number on the team's contact list.
    shares_contact = models.BooleanField(default=False)
    joined_at = models.DateTimeField(
        null=True, blank=True, help_text=_("Empty: in the team since it was formed.")
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
