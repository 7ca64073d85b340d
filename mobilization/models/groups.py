"""The Leadership Group and the cluster groups (the Guide, Part II, Steps 1 to 3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.workflow import Process, Step


class LeadershipSeat(models.Model):
    """A person's seat in the initiative's Leadership Group."""

    class Sector(models.TextChoices):
        BUSINESS = "business", _("Business")
        LOCAL_GOVERNMENT = "local_government", _("Local government")
        OTHER_PUBLIC = "other_public", _("Other public, such as a college")
        COMMUNITY = "community", _("Other community, such as labor or a foundation")

    person = models.OneToOneField(
        "accounts.Person", on_delete=models.CASCADE, related_name="leadership_seat"
    )
    sector = models.CharField(_("sector"), max_length=20, choices=Sector)
    is_co_chair = models.BooleanField(_("co-chair"), default=False)

    class Meta:
        ordering = ["-is_co_chair", "person__name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    sector__in=[
                        "business",
                        "local_government",
                        "other_public",
                        "community",
                    ]
                ),
                name="leadership_sector_is_known",
            )
        ]

    def __str__(self):
        return str(self.person)

    @property
    def initiative(self):
        return self.person.initiative


class ClusterGroup(models.Model):
    """A cluster that the Leadership Group chose to mobilise, and why.

    Meeting 3 closes the group officially; its plans go on with the Leadership Group.
    """

    class State(models.TextChoices):
        OPEN = "open", _("At work")
        CLOSED = "closed", _("Closed")

    cluster = models.OneToOneField(
        "clusters.Cluster", on_delete=models.PROTECT, related_name="group"
    )
    reason = models.TextField(_("reason for choosing it"))
    chosen_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)

    class Meta:
        ordering = ["cluster__name"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="cluster_chosen_with_a_reason",
                violation_error_message=_("Say why this cluster was chosen."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["open", "closed"]), name="group_state_is_known"
            ),
        ]

    def __str__(self):
        return str(self.cluster)

    @property
    def initiative(self):
        return self.cluster.initiative


RUN = "mobilization.run_meeting"
PROCESS = Process(
    Step("close", _("Close the group"), (ClusterGroup.State.OPEN,), ClusterGroup.State.CLOSED, RUN),
    Step(
        "reopen",
        _("Open the group again"),
        (ClusterGroup.State.CLOSED,),
        ClusterGroup.State.OPEN,
        RUN,
        note_required=True,
    ),
    Step("choose", _("Chosen"), (), "", "mobilization.choose_clusters"),
)


class Seat(models.Model):
    """A person's seat in a cluster group: one of its co-chairs, or an invitee."""

    class Role(models.TextChoices):
        CO_CHAIR = "co_chair", _("Co-chair")
        INVITEE = "invitee", _("Invitee")

    group = models.ForeignKey(ClusterGroup, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="seats")
    role = models.CharField(_("role"), max_length=10, choices=Role, default=Role.INVITEE)

    class Meta:
        ordering = ["role", "person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"],
                name="one_seat_per_person_and_group",
                violation_error_message=_("This person is on the list already."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=["co_chair", "invitee"]),
                name="seat_role_is_known",
            ),
        ]

    def __str__(self):
        return str(self.person)

    @property
    def initiative(self):
        return self.group.initiative
