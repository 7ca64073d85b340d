"""The requirement list that the recorder makes from the cards and the discussion."""

from django.db import transaction
from django.db.models import ProtectedError

from core.access import ensure
from core.problems import Problem
from core.wording import bare
from mobilization.models import CardLine, Dot, Meeting, PriorityRequirement, Requirement
from mobilization.services import deeds, reading
from mobilization.services.meetings import keep_open


def open_list(meeting, by):
    """Raise unless `by` may change the list now."""
    ensure(by, "mobilization.run_meeting", meeting)
    keep_open(meeting, Meeting.State.REQUIREMENTS)


def require_category(meeting, category):
    """Raise unless the category stands still; the held list keeps it from going now."""
    if not meeting.categories.filter(pk=category.pk).exists():
        raise Problem("category_gone", name=category.name)


def listed_as(requirements, text):
    """The first of the requirements that says this in the same words, whatever their capitals.

    None if there is none; the held list keeps another recorder from adding it now.
    """
    return next((row for row in requirements if bare(row.text) == bare(text)), None)


def require_unlisted(requirements, text):
    """Raise Problem `requirement_listed` where one of the requirements says the same."""
    listed = listed_as(requirements, text)
    if listed:
        raise Problem("requirement_listed", text=listed.text)


def noted(meeting, kind, by, text, further=(), **words):
    """Write down what changes in the list, in the lines of the cards and in `further` rows."""
    lines = CardLine.objects.filter(card__meeting=meeting)
    places = PriorityRequirement.objects.filter(requirement__meeting=meeting)
    rows = [meeting.requirements.all(), lines, places, *further]
    return deeds.recorded(meeting=meeting, kind=kind, by=by, rows=rows, text=text, **words)


@transaction.atomic
def add(*, meeting, text, category, by):
    """Put a requirement on the list, under a category of the meeting.

    Raises Problem `requirement_listed` if it stands there, or `category_gone`.
    """
    open_list(meeting, by)
    require_category(meeting, category)
    require_unlisted(meeting.requirements.all(), text)
    with noted(meeting, "requirement_added", by, text):
        return Requirement.objects.create(meeting=meeting, text=text, category=category)


@transaction.atomic
def edit(*, requirement, text, category, by, reason=""):
    """Change wording and category.

    Other words for what people have put dots on need a `reason`; their dots keep the words of
    before. Raises Problem `requirement_listed` if the words are taken, `category_gone`, or
    `rewording_without_reason`.
    """
    meeting = requirement.meeting
    open_list(meeting, by)
    require_category(meeting, category)
    require_unlisted(meeting.requirements.exclude(pk=requirement.pk), text)
    same = Requirement.objects.filter(pk=requirement.pk)
    before = same.get().text
    dots = Dot.objects.filter(requirement=requirement)
    if before == text or not dots:
        with noted(meeting, "requirement_edited", by, text):
            same.update(text=text, category=category)
    else:
        if not reason:
            raise Problem("rewording_without_reason", text=before, dots=len(dots))
        words = {"before": before, "dots": len(dots), "reason": reason}
        with noted(meeting, "requirement_reworded", by, text, [dots], **words):
            same.update(text=text, category=category)
            keep_words(dots, before, text)
    requirement.refresh_from_db()
    return requirement


def keep_words(dots, before, text):
    """Each dot tells the words that it was placed on, where those are not `text`."""
    dots.filter(words_before="").update(words_before=before)
    dots.filter(words_before=text).update(words_before="")


@transaction.atomic
def remove(*, requirement, by):
    """Take a requirement off the list; its cards stay. Raises Problem `requirement_has_dots`."""
    open_list(requirement.meeting, by)
    with noted(requirement.meeting, "requirement_removed", by, text=requirement.text):
        try:
            with transaction.atomic():
                requirement.delete()
        except ProtectedError:
            raise Problem("requirement_has_dots", text=requirement.text) from None


@transaction.atomic
def take_over(*, card, line, category, by):
    """File a line of a card under a category; the same words are listed once, linked twice.

    `line` is a CardLine.Line. A line filed before keeps its place. Raises Problem `line_is_empty`
    or `category_gone`.
    """
    open_list(card.meeting, by)
    filed = card.lines.filter(line=line).first()
    if filed:
        return filed.requirement
    text = getattr(card, line)
    if not text:
        raise Problem("line_is_empty")
    require_category(card.meeting, category)
    with noted(card.meeting, "filed", by, text=text):
        requirement = listed_as(
            card.meeting.requirements.all(), text
        ) or Requirement.objects.create(meeting=card.meeting, text=text, category=category)
        return link(card, line, requirement)


@transaction.atomic
def already_said(*, card, line, requirement, by):
    """Put a further card behind a requirement that stands on the list.

    Raises Problem `of_another_meeting`.
    """
    open_list(card.meeting, by)
    if requirement.meeting_id != card.meeting_id:
        raise Problem("of_another_meeting")
    with noted(card.meeting, "said_before", by, text=getattr(card, line)):
        return link(card, line, requirement)


def link(card, line, requirement):
    """Put the card's line behind the requirement, wherever it was before."""
    CardLine.objects.update_or_create(card=card, line=line, defaults={"requirement": requirement})
    reading.go_on(card, line)
    return requirement


@transaction.atomic
def unlink(*, card, line, by):
    """Take a card's line from behind its requirement, which stays on the list."""
    open_list(card.meeting, by)
    with noted(card.meeting, "unlinked", by, text=getattr(card, line)):
        card.lines.filter(line=line).delete()
