"""A team's turn in Meeting 2 or 3: who presents, in which order, and how far it has come.

The presenter is confirmed beforehand; in the room the presenter speaks, then the team, then all
ask (the Guide, Part II, Steps 5 and 6).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workflow import Process, Step
from mobilization.models.meetings import Meeting
from mobilization.models.teams import Team


class Presentation(models.Model):
    """A team's turn in a later meeting and the member who takes it, once somebody is named.

    `position` is its place once the order was changed; without one it follows the priority areas.
    `turned_at` is when the turn last went on or back. One turn is on at a time in a meeting.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("To come")
        PRESENTER = "presenter", _("Presenter")
        TEAM = "team", _("Team")
        QUESTIONS = "questions", _("Questions from all")
        HEARD = "heard", _("Heard")

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="presentations")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="presentations")
    person = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("presenter"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="presentations",
    )
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    turned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "meeting"], name="one_presenter_per_team_and_meeting"
            ),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=models.Q(state__in=["presenter", "team", "questions"]),
                name="one_presentation_on_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=["waiting", "presenter", "team", "questions", "heard"]
                ),
                name="presentation_state_is_known",
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_at__isnull=True, confirmed_by_name="")
                | models.Q(confirmed_at__isnull=False, person__isnull=False)
                & ~models.Q(confirmed_by_name=""),
                name="confirmed_presenter_names_who_said_so",
            ),
        ]

    def __str__(self):
        return str(self.team)

    @property
    def initiative(self):
        return self.team.initiative


State = Presentation.State
ON = (State.PRESENTER, State.TEAM, State.QUESTIONS)


def step(name, label, sources, target):
    return Step(name, label, sources, target, "mobilization.run_meeting")


PROCESS = Process(
    step("begin", _("Begin the presentation"), (State.WAITING,), State.PRESENTER),
    step("to_team", _("On to the team"), (State.PRESENTER,), State.TEAM),
    step("to_questions", _("On to questions from all"), (State.TEAM,), State.QUESTIONS),
    step("end", _("This team is heard"), ON, State.HEARD),
    step("back_to_waiting", _("Back to before the start"), (State.PRESENTER,), State.WAITING),
    step("back_to_presenter", _("Back to the presenter"), (State.TEAM,), State.PRESENTER),
    step("back_to_team", _("Back to the team"), (State.QUESTIONS,), State.TEAM),
    step("hear_again", _("Back to the questions"), (State.HEARD,), State.QUESTIONS),
)

# One press leads on, another back, from where a turn stands.
FORWARD = {
    State.WAITING: "begin",
    State.PRESENTER: "to_team",
    State.TEAM: "to_questions",
    State.QUESTIONS: "end",
}
BACK = {
    State.PRESENTER: "back_to_waiting",
    State.TEAM: "back_to_presenter",
    State.QUESTIONS: "back_to_team",
    State.HEARD: "hear_again",
}
