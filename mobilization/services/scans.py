"""Photos and scans of paper: kept with the meeting, and taken away for good."""

import hashlib
import uuid
from contextlib import contextmanager

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from core import pictures
from core.access import ensure
from core.problems import Problem
from mobilization.models import Meeting, Scan
from mobilization.services import deeds
from mobilization.services.meetings import IN_THE_ROOM, keep_open

# Also after the meeting: somebody photographs what hangs on the wall when all have gone.
OPEN_TO_SCANS = [*IN_THE_ROOM, Meeting.State.CLOSED]


def keep(*, meeting, file, person=None, team=None, by):
    """Keep the pages of a photo or scan: of a person's card, or of the flip chart of a team's plan.

    `file` is an uploaded file. Returns the new rows, none where the same file is kept already.
    Raises Problem `part_not_open`, `not_checked_in`, `of_another_meeting`, `scan_disk_full`, or
    as `core.pictures.pages_of`.
    """
    ensure(by, "mobilization.run_meeting", meeting)
    pages = pictures.pages_of(file)
    sha256 = digest(file)
    with written(pages) as names, transaction.atomic():
        require_place(meeting, person, team)
        # The meeting is held: nobody adds the same file between this look and the rows below.
        kept = meeting.scans.filter(person=person, team=team)
        if kept.filter(sha256=sha256).exists():
            names.drop()
            return []
        kind = "card_scanned" if person else "flip_chart_scanned"
        about = str(person.name if person else team)
        with deeds.recorded(meeting=meeting, kind=kind, by=by, rows=[kept], name=about):
            return [
                Scan.objects.create(
                    meeting=meeting,
                    person=person,
                    team=team,
                    file=name,
                    sha256=sha256,
                    page=page,
                    by_name=str(by),
                )
                for page, name in enumerate(names.names, start=1)
            ]


def digest(file):
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


class Written:
    """The files of pages that were written; `drop` deletes them."""

    def __init__(self):
        self.names = []

    def write(self, page):
        name = f"scans/{uuid.uuid4()}.jpg"
        self.names.append(default_storage.save(name, ContentFile(page)))

    def drop(self):
        for name in self.names:
            default_storage.delete(name)


@contextmanager
def written(pages):
    """Write the files before their rows; where these do not come about, no file stays behind."""
    files = Written()
    try:
        try:
            for page in pages:
                files.write(page)
        except OSError:
            raise Problem("scan_disk_full") from None
        yield files
    except BaseException:
        files.drop()
        raise


def require_place(meeting, person, team):
    """Hold the meeting; raise unless the paper is of somebody or something in it."""
    keep_open(meeting, *OPEN_TO_SCANS, counter="entries")
    if person and not meeting.attendances.filter(person=person).exists():
        raise Problem("not_checked_in", name=person.name)
    if team and (meeting.number == 1 or team.group != meeting.group):
        raise Problem("of_another_meeting")


@transaction.atomic
def remove(*, scan, by):
    """Take a page away for good: the paper may show what was never meant to be kept.

    It is written down who did, and cannot be undone. Raises Problem `part_not_open`.
    """
    ensure(by, "mobilization.run_meeting", scan)
    keep_open(scan.meeting, *OPEN_TO_SCANS, counter="entries")
    if discard(scan.meeting, scan.pk):
        name = str(scan.person.name if scan.person else scan.team)
        deeds.note(meeting=scan.meeting, kind="scan_removed", by=by, name=name)


def discard(meeting, pk):
    """Delete the row of a page, and on commit its file; False where it is gone already."""
    names = list(meeting.scans.filter(pk=pk).values_list("file", flat=True))
    count, _models = meeting.scans.filter(pk=pk).delete()
    if count:
        transaction.on_commit(lambda: default_storage.delete(names[0]))
    return bool(count)
