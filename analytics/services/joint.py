"""The joint sheet: lines written together, taken over from own sheets, edited by version."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from analytics import queries
from analytics.models import JointObservation, Worksheet
from analytics.models.worksheets import LEAD
from analytics.services.observed import keep_open, name_industries, table_looked_at
from core.access import ensure
from core.problems import Problem
from core.workflow import record_move

# What of an own observation the line that begins from it has too.
TABLE = (
    "start_year",
    "end_year",
    "areas",
    "base",
    "query",
    "snapshot",
    "snapshot_name",
    "seen_at",
)


@transaction.atomic
def write(*, worksheet, by, question, text, codes, query="", snapshot=None):
    """Put a line on the joint sheet that no own sheet has.

    Raises Problem `worksheet_moved`, `industry_not_in_table`, `region_missing`.
    """
    hold(worksheet, by)
    table = table_looked_at(worksheet.initiative, query, snapshot)
    line = begin(worksheet, by, question=question, text=text, **table)
    name_industries(line, codes)
    note(worksheet, "write_line", text, by)
    return line


@transaction.atomic
def take_over(*, worksheet, observations, by, into=None):
    """Take observations over, as one new line in their words or into the line `into`.

    Each is taken once; the line names all their industries. Raises Problem `worksheet_moved`,
    `nothing_chosen`, `observation_taken`, `line_gone`.
    """
    hold(worksheet, by)
    keys = [observation.pk for observation in observations]
    chosen = list(queries.handed_in(worksheet).filter(pk__in=keys))
    if not chosen:
        raise Problem("nothing_chosen")
    line = touch(into, by) if into else begin_from(worksheet, chosen, by)
    waiting = queries.handed_in(worksheet).filter(pk__in=keys, taken_into=None)
    if waiting.order_by().update(taken_into=line) != len(set(keys)):
        raise Problem("observation_taken")
    for code in sorted({code for observation in chosen for code in observation.codes}):
        line.industries.get_or_create(code=code)
    note(worksheet, "add_to_line" if into else "take_over", line.text, by)
    return line


def begin_from(worksheet, chosen, by):
    """A line in the words of the chosen observations, on the table of the first."""
    table = {name: getattr(chosen[0], name) for name in TABLE}
    text = "\n".join(observation.text for observation in chosen)
    return begin(worksheet, by, question=chosen[0].question, text=text, **table)


def begin(worksheet, by, **values):
    return JointObservation.objects.create(worksheet=worksheet, edited_by_name=str(by), **values)


def touch(line, by):
    """Count the line's version up, so that an edit that began before does not pass over this."""
    standing = JointObservation.objects.filter(pk=line.pk)
    if not standing.update(version=F("version") + 1, **editor(by)):
        raise Problem("line_gone")
    line.refresh_from_db()
    return line


@transaction.atomic
def change(*, line, version, by, question, text, codes):
    """Write a line anew that was read at `version`; the same form sent twice is done already.

    Raises Problem `worksheet_moved`, `line_edited_meanwhile`, `line_gone`,
    `industry_not_in_table`.
    """
    hold(line.worksheet, by)
    now = JointObservation.objects.filter(pk=line.pk).first()
    if now is None:
        raise Problem("line_gone")
    if (now.question, now.text, now.codes) == (question, text, sorted(set(codes))):
        return now
    read = JointObservation.objects.filter(pk=line.pk, version=version)
    values = {"question": question, "text": text, **editor(by)}
    if not read.update(version=F("version") + 1, **values):
        raise Problem("line_edited_meanwhile", who=now.edited_by_name)
    name_industries(now, codes)
    note(line.worksheet, "edit_line", now.text, by)
    now.refresh_from_db()
    return now


@transaction.atomic
def remove(*, line, version, by):
    """Take a line off that was read at `version`; what it was taken from waits again.

    Raises Problem `worksheet_moved`, `line_edited_meanwhile`. One that is gone stays away.
    """
    hold(line.worksheet, by)
    now = JointObservation.objects.filter(pk=line.pk).first()
    if now is None:
        return
    if now.version != version:
        raise Problem("line_edited_meanwhile", who=now.edited_by_name)
    note(line.worksheet, "remove_line", now.text, by)
    now.delete()


def hold(worksheet, by):
    """Hold the joint sheet open until the transaction ends; its writers follow one another."""
    ensure(by, LEAD, worksheet)
    keep_open(worksheet, Worksheet.State.JOINING)


def editor(by):
    return {"edited_by_name": str(by), "edited_at": timezone.now()}


def note(worksheet, name, text, by):
    """Add to the history of the worksheet; an edit keeps the words from before."""
    state = worksheet.state
    record_move(worksheet, name, before=state, after=state, by=by, note=text)
