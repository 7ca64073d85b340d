"""The three meetings of a cluster group (the Guide, Part II, Steps 4 to 6)."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.codes import LENGTH
from mobilization.models.groups import ClusterGroup

MOST_DOTS = 6  # as many lines as a printed ballot has room for


class Meeting(models.Model):
    """One of the three meetings and the part of it that the room is in."""

    class State(models.TextChoices):
        PLANNED = "planned", _("Planned")
        CHECK_IN = "check_in", _("Check-in")
        CARDS = "cards", _("Cards")
        REQUIREMENTS = "requirements", _("Requirements")
        VOTING = "voting", _("Dots")
        GROUPING = "grouping", _("Priority areas")
        TEAMS = "teams", _("Teams")
        DECIDING = "deciding", _("Plans")
        CLOSED = "closed", _("Closed")

    class Drafting(models.TextChoices):
        LONGER_FIRST = "longer_first", _("In this meeting, which then takes longer")
        BETWEEN = "between", _("The teams meet before Meeting 2")
        LONGER_SECOND = "longer_second", _("In Meeting 2, which then takes longer")

    group = models.ForeignKey(ClusterGroup, on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField(_("number"))
    starts_at = models.DateTimeField(_("starts"))
    place = models.CharField(_("place"), max_length=200)
    state = models.CharField(max_length=15, choices=State, default=State.PLANNED)
    # Two counters tell a screen whether it is up to date: `version` counts what everybody sees
    # change, `entries` the check-ins and what is entered for people on paper. What people enter
    # themselves is counted with their attendance, so that nobody waits for this row.
    version = models.PositiveIntegerField(default=0)
    entries = models.PositiveIntegerField(default=0)
    # From planning to closing, so that no two open meetings share one; then it is free again.
    code = models.CharField(
        _("code to join by"), max_length=LENGTH, null=True, blank=True, unique=True
    )
    timer_ends_at = models.DateTimeField(null=True, blank=True)
    drafting = models.CharField(
        _("how the plans are drafted"), max_length=15, choices=Drafting, blank=True, default=""
    )
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who leads now"),
    )
    called = models.ForeignKey(
        "mobilization.Card",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The card that is read out of its turn."),
    )
    dots_each = models.PositiveSmallIntegerField(
        _("dots for each person"),
        default=4,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_DOTS)],
        help_text=_("Four are usual. It can be changed until the vote opens."),
    )
    results_are_live = models.BooleanField(
        _("show the dots on the room screen while the vote is open"), default=False
    )
    areas_are_shown = models.BooleanField(
        _("show the priority areas to the room while they are grouped"), default=False
    )

    class Meta:
        ordering = ["group", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"],
                name="each_meeting_once_per_group",
                violation_error_message=_("This meeting is planned already."),
            ),
            models.CheckConstraint(
                condition=models.Q(number__gte=1, number__lte=3), name="three_meetings"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["planned", "check_in", "closed"])
                | models.Q(
                    number=1,
                    state__in=["cards", "requirements", "voting", "grouping", "teams"],
                )
                | models.Q(number__gt=1, state="deciding"),
                name="meeting_is_in_one_of_its_own_parts",
            ),
            models.CheckConstraint(
                condition=models.Q(drafting="")
                | models.Q(number=1, drafting__in=["longer_first", "between", "longer_second"]),
                name="drafting_is_chosen_in_meeting_1",
            ),
            models.CheckConstraint(
                condition=models.Q(dots_each__gte=1, dots_each__lte=MOST_DOTS),
                name="a_person_has_a_few_dots",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="closed") | models.Q(code=None, timer_ends_at=None),
                name="closed_meeting_has_no_code_and_no_timer",
            ),
        ]

    def __str__(self):
        return f"{self.group}, {self.number}"

    @property
    def initiative(self):
        return self.group.initiative

    @property
    def shows_dots(self):
        """Whether the totals of Meeting 1 are out: counted, or live on the room screen."""
        is_live = self.state == self.State.VOTING and self.results_are_live
        return is_live or self.state in COUNTED


# Before these parts no total leaves the room, and in those no card has been read.
COUNTED = {Meeting.State.GROUPING, Meeting.State.TEAMS, Meeting.State.CLOSED}
UNREAD = {Meeting.State.PLANNED, Meeting.State.CHECK_IN, Meeting.State.CARDS}


class Attendance(models.Model):
    """A person who was checked in to a meeting."""

    class Source(models.TextChoices):
        LINK = "link", _("By personal link")
        DESK = "desk", _("At the desk")
        CODE = "code", _("By the code")

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    person = models.ForeignKey(
        "accounts.Person", on_delete=models.CASCADE, related_name="attendances"
    )
    source = models.CharField(max_length=10, choices=Source)
    at = models.DateTimeField(default=timezone.now)
    # Counts the changes of the person's own card and ballot, for the person's own screen.
    version = models.PositiveIntegerField(default=0)
    # Whoever wrote by a link of their own keeps the ballot: no phone at the door is let in as them.
    wrote_by_link = models.BooleanField(default=False)
    # Members come in person; who stands close enough to decide may come for them, to this meeting.
    in_place_of = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("comes in the place of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="substitutes",
    )

    class Meta:
        ordering = ["person__name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(in_place_of=models.F("person")),
                name="nobody_comes_in_their_own_place",
                violation_error_message=_("Nobody comes in the own place."),
            ),
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="checked_in_once_per_meeting",
                violation_error_message=_("This person is checked in already."),
            ),
        ]

    @property
    def initiative(self):
        return self.meeting.initiative


class Excuse(models.Model):
    """A person who sent word of not coming to this meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="excuses")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="excuses")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "person"],
                name="excused_once_per_meeting",
                violation_error_message=_("This person is excused already."),
            )
        ]

    @property
    def initiative(self):
        return self.meeting.initiative
