"""Where each cluster stands and what is next, in words; the rules of order are the Guide's."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.permissions import ADMINISTRATOR, LEAD_FACILITATOR, MANAGER, RECORDER

DONE, NOW, LATER = "done", "now", "later"


@dataclass(frozen=True)
class Holder:
    """Who holds a step: the word for it, and the roles of the support team that it means."""

    label: str
    roles: frozenset = frozenset()


PROJECT_MANAGER = Holder(gettext_lazy("Project manager"), frozenset({MANAGER}))
OFFICE = Holder(gettext_lazy("Administrator"), frozenset({ADMINISTRATOR, MANAGER}))
FACILITATORS = Holder(gettext_lazy("Facilitators"), frozenset({LEAD_FACILITATOR, RECORDER}))
LEADERS = Holder(gettext_lazy("Leadership Group"))
TEAMS = Holder(gettext_lazy("Teams"))


@dataclass(frozen=True)
class Next:
    """The one next step of a cluster: where it stands, what to do, who holds it, the way there.

    `stage` is the position in STAGES that the cluster has reached.
    """

    stage: int
    sentence: str
    action: str
    holder: Holder
    url: str


def stages():
    return [
        _("Definition"),
        _("Group"),
        _("Invitations"),
        _("Meeting 1"),
        _("Meeting 2"),
        _("Meeting 3"),
        _("Leadership Group"),
        _("Blueprint"),
    ]


DEFINITION, GROUP, INVITATIONS, MEETING_1, MEETING_2, MEETING_3, LEADERSHIP, BLUEPRINT = range(8)


def standings(clusters, initiative, role):
    """Per cluster: its stages with done, now or later, and the next step; yours stand first."""
    found = [standing(cluster, next_step(cluster, initiative), role) for cluster in clusters]
    return sorted(found, key=lambda row: not row["yours"])


def standing(cluster, step, role):
    marks = [
        {"label": label, "mark": DONE if at < step.stage else NOW if at == step.stage else LATER}
        for at, label in enumerate(stages())
    ]
    yours = role in step.holder.roles
    return {"cluster": cluster, "stages": marks, "next": step, "yours": yours}


def next_step(cluster, initiative):
    """The first thing of the process that is not done yet."""
    group = getattr(cluster, "group", None)
    if group is None:
        return to_choose(cluster, initiative)
    for look in (to_invite, to_meet, to_settle, to_decide):
        step = look(cluster, group, initiative)
        if step:
            return step
    return to_publish(cluster, group, initiative)


def to_choose(cluster, initiative):
    return Next(
        DEFINITION,
        _("Defined; the Leadership Group has not chosen it yet."),
        _("Choose it for mobilization"),
        PROJECT_MANAGER,
        reverse("group_choose", args=[initiative.slug]),
    )


def to_invite(cluster, group, initiative):
    """Until the letter is out and Meeting 1 has begun."""
    page = reverse("invitations", args=[initiative.slug, cluster.slug])
    if cluster.meeting_1 not in (None, "planned"):
        return None
    if not hasattr(group, "letter"):
        sentence = _("Chosen; co-chairs, invitees and the letter come next.")
        url = reverse("group", args=[initiative.slug, cluster.slug])
        return Next(GROUP, sentence, _("Build the group"), OFFICE, url)
    if cluster.unsent:
        sentence = ngettext(
            "%(count)d invitation is not sent yet.",
            "%(count)d invitations are not sent yet.",
            cluster.unsent,
        ) % {"count": cluster.unsent}
        return Next(INVITATIONS, sentence, _("Send the letter"), OFFICE, page)
    if cluster.unanswered or not cluster.coming:
        sentence = _("%(coming)d will come, %(open)d have not answered.") % {
            "coming": cluster.coming,
            "open": cluster.unanswered,
        }
        return Next(INVITATIONS, sentence, _("Follow up the answers"), OFFICE, page)
    return None


def to_meet(cluster, group, initiative):
    """Until the three meetings are closed."""
    for number in (1, 2, 3):
        state = getattr(cluster, f"meeting_{number}")
        if state == "closed":
            continue
        if number == 3 and not (cluster.conceptual or cluster.action or cluster.without_plan):
            return None
        if cluster.team_to_write and state in (None, "planned"):
            return to_write(cluster, initiative, number)
        sentence, action = meeting_words(number, state)
        url = reverse("meeting", args=[initiative.slug, cluster.slug, number])
        return Next(MEETING_1 + number - 1, sentence, action, FACILITATORS, url)
    return None


def to_write(cluster, initiative, number):
    """Somebody was chosen for a team, and the letter has not gone out."""
    return Next(
        MEETING_1 + number - 1,
        _("A letter to an absent invitee, to join a team, has not gone out."),
        _("Send or print the letter"),
        OFFICE,
        reverse("team_invitees", args=[initiative.slug, cluster.team_to_write]),
    )


def meeting_words(number, state):
    values = {"number": number}
    if state is None:
        return _("Meeting %(number)d has no date yet.") % values, _("Plan the meeting")
    if state == "planned":
        return _("Meeting %(number)d is planned.") % values, _("Prepare the meeting")
    return _("Meeting %(number)d is going on.") % values, _("Go to the room")


def to_settle(cluster, group, initiative):
    """While the three meetings are over and none has decided on some plan."""
    open_plans = cluster.conceptual + cluster.action
    if not open_plans:
        return None
    sentence = ngettext(
        "%(count)d plan is not decided on, and Meeting 3 is closed.",
        "%(count)d plans are not decided on, and Meeting 3 is closed.",
        open_plans,
    )
    url = reverse("meeting", args=[initiative.slug, cluster.slug, 3])
    words = sentence % {"count": open_plans}
    return Next(MEETING_3, words, _("Open Meeting 3 again"), FACILITATORS, url)


def to_decide(cluster, group, initiative):
    """Until the Leadership Group has decided on every plan that it was sent."""
    url = reverse("leadership", args=[initiative.slug])
    if cluster.with_leadership:
        sentence = ngettext(
            "%(count)d plan waits for the Leadership Group's decision.",
            "%(count)d plans wait for the Leadership Group's decision.",
            cluster.with_leadership,
        )
        values = {"count": cluster.with_leadership}
        return Next(LEADERSHIP, sentence % values, _("See the decisions"), LEADERS, url)
    if cluster.withheld and not cluster.approved:
        sentence = ngettext(
            "%(count)d plan is withheld until its conditions are met.",
            "%(count)d plans are withheld until their conditions are met.",
            cluster.withheld,
        )
        values = {"count": cluster.withheld}
        plans = reverse("group_plans", args=[initiative.slug, cluster.slug])
        return Next(LEADERSHIP, sentence % values, _("Work on the plans"), TEAMS, plans)
    return None


def to_publish(cluster, group, initiative):
    url = reverse("document_list", args=[initiative.slug])
    if not cluster.approved:
        sentence = _("No plan of this group goes forward.")
        plans = reverse("group_plans", args=[initiative.slug, cluster.slug])
        return Next(LEADERSHIP, sentence, _("See the plans"), PROJECT_MANAGER, plans)
    if not hasattr(group, "blueprint"):
        sentence = _("The plans are approved; the Leadership Group's statement is missing.")
        return Next(BLUEPRINT, sentence, _("See the documents"), LEADERS, url)
    sentence = _("The plans are approved and the statement is signed.")
    return Next(BLUEPRINT + 1, sentence, _("Open the blueprint"), PROJECT_MANAGER, url)
