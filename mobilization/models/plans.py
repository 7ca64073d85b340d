"""Conceptual plans and the action plans they grow into (the Guide, Part II, Steps 4 to 6)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.workflow import Process, Step
from mobilization.models.teams import Team


class Plan(models.Model):
    """A team's plan. `version` counts its edits; each edit is kept as a PlanVersion."""

    class State(models.TextChoices):
        CONCEPTUAL = "conceptual", _("Conceptual plan")
        ACTION = "action", _("Action plan")
        WITH_LEADERSHIP = "with_leadership", _("With the Leadership Group")
        APPROVED = "approved", _("Approved")
        WITHHELD = "withheld", _("Withheld with conditions")
        MERGED = "merged", _("Merged")
        DISBANDED = "disbanded", _("Disbanded")

    team = models.OneToOneField(Team, on_delete=models.PROTECT, related_name="plan")
    title = models.CharField(_("title"), max_length=120)
    goal = models.TextField(_("long-term goal"), max_length=400)
    structure = models.TextField(
        _("organizational structure"),
        max_length=600,
        blank=True,
        help_text=_("Who will carry it, and in which body."),
    )
    state = models.CharField(max_length=20, choices=State, default=State.CONCEPTUAL)
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged_from",
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | ~models.Q(state="merged") & models.Q(merged_into__isnull=True),
                name="merged_plan_names_the_other",
            ),
            models.CheckConstraint(
                condition=models.Q(merged_into__isnull=True)
                | ~models.Q(merged_into=models.F("pk")),
                name="plan_is_not_merged_into_itself",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def initiative(self):
        return self.team.initiative


State = Plan.State
IN_THE_ROOM = "mobilization.decide_plan_in_meeting"

PROCESS = Process(
    Step("take_forward", _("Take forward"), (State.CONCEPTUAL,), State.ACTION, IN_THE_ROOM),
    Step(
        "send_to_leadership",
        _("Send to the Leadership Group"),
        (State.ACTION,),
        State.WITH_LEADERSHIP,
        IN_THE_ROOM,
    ),
    Step(
        "merge",
        _("Merge into another plan"),
        (State.CONCEPTUAL, State.ACTION),
        State.MERGED,
        IN_THE_ROOM,
    ),
    Step("split", _("Split in two"), (State.CONCEPTUAL, State.ACTION), "", IN_THE_ROOM),
    Step("split_off", _("Split off from another plan"), (), "", IN_THE_ROOM),
    Step("undo", _("Decision undone"), (), "", IN_THE_ROOM),
    Step(
        "disband",
        _("Disband"),
        (State.CONCEPTUAL, State.ACTION),
        State.DISBANDED,
        IN_THE_ROOM,
        note_required=True,
    ),
    Step(
        "approve",
        _("Approve"),
        (State.WITH_LEADERSHIP,),
        State.APPROVED,
        "mobilization.decide_plan",
    ),
    Step(
        "withhold",
        _("Withhold with conditions"),
        (State.WITH_LEADERSHIP,),
        State.WITHHELD,
        "mobilization.decide_plan",
    ),
    Step(
        "send_again",
        _("Send again to the Leadership Group"),
        (State.WITHHELD,),
        State.WITH_LEADERSHIP,
        "mobilization.edit_plan",
    ),
    Step(
        "void",
        _("Edited, which voided the approval"),
        (State.APPROVED,),
        State.WITH_LEADERSHIP,
        "mobilization.edit_plan",
    ),
)

# The meetings that decide on a plan, by the state that the plan is in. What Meeting 2 has left open
# Meeting 3 can take forward, merge or end.
MEETINGS_OF_STATE = {State.CONCEPTUAL: (2, 3), State.ACTION: (3,)}
CLOSED_STATES = (State.MERGED, State.DISBANDED)
# The four-part test of an outcome, and why it was judged so; then by whom and when.
JUDGED = ("is_clear", "is_compelling", "is_outcome", "within_a_year", "judgment")
JUDGE = ("judged_by_name", "judged_at")
# So that the conceptual plan stays on one page, and an action plan can be read in a sitting.
MOST_LINES = {"outcomes": 5, "steps": 8, "needs": 12, "commitments": 20}


class PlanVersion(models.Model):
    """The whole text of a plan at one version; a decision is bound to it."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    edited_by_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="plan_version_once")]

    @property
    def initiative(self):
        return self.plan.initiative


class PlanPart(models.Model):
    """What the lines of a plan share."""

    class Meta:
        abstract = True
        ordering = ["pk"]

    @property
    def initiative(self):
        return self.plan.initiative


class Outcome(PlanPart):
    """A specific measurable outcome and the four-part test, judged by people."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="outcomes")
    text = models.CharField(_("outcome"), max_length=240)
    measure = models.CharField(_("measured by"), max_length=160)
    baseline = models.CharField(
        _("baseline"),
        max_length=80,
        blank=True,
        help_text=_("What the measure says today, such as 40 a year."),
    )
    target = models.CharField(
        _("target"), max_length=80, blank=True, help_text=_("What it is to say on that day.")
    )
    due = models.DateField(_("achieved by"))
    is_clear = models.BooleanField(_("clear"), default=False)
    is_compelling = models.BooleanField(_("compelling"), default=False)
    is_outcome = models.BooleanField(_("an outcome, not a process"), default=False)
    within_a_year = models.BooleanField(_("achievable within a year"), default=False)
    judgment = models.CharField(
        _("why it was judged so"),
        max_length=300,
        blank=True,
        help_text=_("For the team and whoever reads the plan later; not on the printed page."),
    )
    # Whoever last changed what was judged; empty until somebody has.
    judged_by_name = models.CharField(max_length=200, blank=True, default="")
    judged_at = models.DateTimeField(null=True, blank=True)

    class Meta(PlanPart.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(judged_at__isnull=True, judged_by_name="")
                | models.Q(judged_at__isnull=False) & ~models.Q(judged_by_name=""),
                name="judged_outcome_names_who_judged",
            )
        ]

    def __str__(self):
        return self.text


class PlanStep(PlanPart):
    """A step; dated in an action plan, where the steps are its timeline."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    text = models.CharField(_("step"), max_length=240)
    due = models.DateField(_("done by"), null=True, blank=True)

    def __str__(self):
        return self.text


class ImplementationNeed(PlanPart):
    """What carrying out the plan takes."""

    class Kind(models.TextChoices):
        MONEY = "money", _("Money")
        EXPERTISE = "expertise", _("Expertise")
        MATERIALS = "materials", _("Materials")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="needs")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    text = models.CharField(_("what is needed"), max_length=240)

    def __str__(self):
        return self.text


class Commitment(PlanPart):
    """What a named person has promised to do for the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="commitments")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="commitments"
    )
    text = models.CharField(_("commitment"), max_length=240)
    due = models.DateField(_("by"), null=True, blank=True)

    def __str__(self):
        return self.text
