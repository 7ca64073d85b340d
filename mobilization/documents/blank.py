"""Blank sheets, each as a PDF of its own, for either paper."""

from functools import partial

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from core import documents
from mobilization.documents.pages import page
from mobilization.presenters import replies, sheets
from mobilization.presenters.protocol import PARTS

PAPERS = {"letter": "Letter", "a4": "A4"}
# {(sheet, paper): kind of job}
KINDS = {(key, paper): f"blank_{key}_{paper}" for key in sheets.SHEETS for paper in PAPERS}


def register():
    for (key, paper), kind in KINDS.items():
        documents.register(
            kind,
            title=format_lazy(
                gettext_lazy("{sheet}, blank ({paper})"),
                sheet=sheets.SHEETS[key].title,
                paper=PAPERS[paper],
            ),
            permission="mobilization.print_documents",
            basis=facts,
            render=partial(render, sheet=key, paper=paper),
        )


def facts(group):
    """JSON-able facts that the sheets rest on."""
    initiative, meeting = group.initiative, replies.next_meeting(group)
    return {
        "initiative": initiative.name,
        "cluster": group.cluster.name,
        "office": [initiative.office_address, initiative.office_phone, initiative.office_fax],
        "meeting": [meeting.number, meeting.starts_at, meeting.place] if meeting else None,
        "reply_by": replies.reply_by(group, meeting),
    }


def render(group, report, *, sheet, paper):
    """(title, HTML) of one blank sheet."""
    return page(
        "blank_sheet",
        title=f"{sheets.SHEETS[sheet].title}: {group.cluster.name}",
        initiative=group.initiative,
        sheet=sheet,
        paper=paper,
        kit={"cluster": group.cluster.name},
        protocol=PARTS,
        reply=replies.blank(group),
    )
