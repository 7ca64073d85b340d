"""Which documents of each cluster group exist, and how each of them stands."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from core.documents import digest
from core.models import Job
from core.problems import Problem
from mobilization.documents.kinds import KINDS, Kind
from mobilization.models import ClusterGroup
from mobilization.queries import documents

NEVER, OUTDATED = "never", "outdated"
LABELS = {
    NEVER: _("Not made yet"),
    OUTDATED: _("Out of date"),
    **dict(Job.State.choices),
}
# What a document waits for, by the problem that making it now would raise.
WAITS_FOR = {
    "briefing_without_region": _("Waits for the region: its areas and years."),
    "briefing_without_industries": _("Waits for the industries of the cluster."),
    "meeting_not_planned": _("Waits for Meeting 1."),
    "dots_not_counted": _("Waits for the end of the vote in Meeting 1."),
    "later_meeting_not_planned": _("Waits for the meeting to be planned."),
    "plans_not_heard": _("Waits for the teams to be heard in the meeting."),
    "no_approved_plan": _("Waits for a plan that the Leadership Group approves."),
    "no_statement": _(
        "Waits for the Leadership Group's statement, which one of its co-chairs signs by "
        "personal link."
    ),
}


@dataclass(frozen=True)
class Slot:
    """One kind of document of one group: its versions, newest first, and what stops a new one."""

    kind: Kind
    group: ClusterGroup
    obstacle: str
    basis: str
    jobs: list = field(default_factory=list)

    @property
    def latest(self):
        return self.jobs[0] if self.jobs else None

    @property
    def versions(self):
        """The finished documents, newest first."""
        return [job.document for job in self.jobs if hasattr(job, "document")]

    @property
    def current(self):
        return self.versions[0] if self.versions else None

    @property
    def older(self):
        return self.versions[1:]

    @property
    def state(self):
        if self.latest is None:
            return NEVER
        if self.latest.state == Job.State.READY and self.latest.result.get("basis") != self.basis:
            return OUTDATED
        return self.latest.state

    def get_state_display(self):
        return LABELS[self.state]

    @property
    def in_the_making(self):
        return self.state in (Job.State.WAITING, Job.State.RUNNING)

    @property
    def button(self):
        return _("Make a new version") if self.current else self.kind.button

    @property
    def tone(self):
        """Making a document again matters when the newest one no longer holds."""
        return "secondary" if self.state == Job.State.READY else "primary"

    @property
    def advice(self):
        """What the Guide says of the newest version's length, for kinds that it measures."""
        if self.current and self.kind.advice:
            return self.kind.advice(self.current.pages)
        return None


def of_initiative(initiative):
    """[(group, [its slots])], by a number of queries that does not grow with the groups."""
    groups = list(documents.groups_of(initiative))
    jobs = defaultdict(list)
    for job in documents.jobs_of(initiative, KINDS):
        jobs[job.kind, job.subject_id].append(job)
    columns = [column(kind, groups, jobs) for kind in KINDS.values()]
    return [(group, list(slots)) for group, *slots in zip(groups, *columns, strict=True)]


def column(kind, groups, jobs):
    """The slot of one kind for each group."""
    subjects = kind.subjects(groups)
    facts = kind.facts(list(subjects.values()))
    return [slot(kind, group, subjects.get(group.pk), facts, jobs) for group in groups]


def slot(kind, group, subject, facts, jobs):
    known = facts.get(subject.pk) if subject else None
    return Slot(
        kind=kind,
        group=group,
        obstacle=obstacle(kind, subject, known),
        basis=digest(known),
        jobs=jobs[kind.name, subject.pk] if subject else [],
    )


def obstacle(kind, subject, facts):
    """What the document waits for; '' when it can be made."""
    try:
        kind.refuse(subject, facts)
    except Problem as problem:
        return WAITS_FOR[problem.code]
    return ""
