"""The kinds of document of a cluster group; one row each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core import documents, guide
from mobilization.documents import blueprint, briefing, later_summaries, summary
from mobilization.queries import documents as queries


@dataclass(frozen=True)
class Kind:
    """A document: what it is about, the facts it rests on, what stops it, how it is made.

    `subjects(groups)` is {group pk: subject} and `facts(subjects)` is {subject pk: facts}, each
    by a fixed number of queries; `refuse(subject, facts)` raises a Problem while it cannot be
    made. `advice(pages)` is the Guide's word on its length.
    """

    name: str
    title: str
    purpose: str
    button: str
    read: str
    subjects: Callable
    facts: Callable
    refuse: Callable
    render: Callable
    advice: Callable | None = None

    def basis(self, subject):
        """The facts of one subject; their digest is kept with the document."""
        return self.facts([subject])[subject.pk]

    def register(self):
        documents.register(
            self.name,
            title=self.title,
            permission="mobilization.print_documents",
            basis=self.basis,
            render=self.render,
        )


def kind_of(module, name, **words):
    """A kind whose functions stand in `module`."""
    return Kind(
        name,
        subjects=module.subjects,
        facts=module.facts,
        refuse=module.refuse,
        render=module.render,
        **words,
    )


def later_summary(number):
    """The summary of Meeting 2 or 3."""
    words = {"number": number}
    return Kind(
        f"meeting_summary_{number}",
        title=format_lazy(_("Summary of Meeting {number}"), **words),
        purpose=_("The plans as the group left them, and what goes forward."),
        button=_("Make the summary"),
        read="mobilization.read_documents",
        subjects=partial(queries.meetings_of, **words),
        facts=later_summaries.facts,
        refuse=later_summaries.refuse,
        render=later_summaries.render,
    )


KINDS = {
    kind.name: kind
    for kind in (
        kind_of(
            briefing,
            "briefing_paper",
            title=_("Briefing paper"),
            purpose=_("What the figures and the region say of the cluster, before it meets."),
            button=_("Make the briefing paper"),
            read="mobilization.read_documents",
            advice=guide.briefing_pages,
        ),
        kind_of(
            summary,
            "meeting_summary",
            title=_("Summary of Meeting 1"),
            purpose=_("Visions, requirements with their dots, priority areas and teams."),
            button=_("Make the summary"),
            read="mobilization.read_documents",
        ),
        later_summary(2),
        later_summary(3),
        kind_of(
            blueprint,
            "blueprint",
            title=_("Blueprint"),
            purpose=_("The approved plans with the Leadership Group's statement, for everybody."),
            button=_("Make the blueprint"),
            read="mobilization.read_blueprint",
        ),
    )
}


def register():
    for kind in KINDS.values():
        kind.register()
