"""The categories of the requirement list: the Guide's six to begin with, then the room's own."""

from django.db import transaction

from core.access import ensure
from core.problems import Problem
from mobilization.models import Category
from mobilization.models.categories import GUIDES_CATEGORIES, MOST_CATEGORIES
from mobilization.queries import categories as queries
from mobilization.services import deeds
from mobilization.services.meetings import BEFORE_CLOSING, keep_open


@transaction.atomic
def save(*, meeting, stood, rows, by):
    """Store the whole list that was edited while it had the mark `stood`, as one step.

    `rows` are dicts in their order: `name`, the `id` of a category that stands there, and for one
    that is taken out `gone` with the id that its requirements go to as `goes_to`. What a row does
    not name stays, at the end. Raises Problem `part_not_open`, `categories_edited_meanwhile`,
    `no_category_left`, `too_many_categories`, `category_twice`, `category_in_use` or
    `category_goes_too`.
    """
    ensure(by, "mobilization.plan_meetings", meeting)
    keep_open(meeting, *BEFORE_CLOSING)
    if queries.mark(meeting) != stood:
        raise Problem("categories_edited_meanwhile")
    standing = {category.pk: category for category in meeting.categories.all()}
    gone = {row["id"]: row.get("goes_to") for row in rows if row.get("gone")}
    kept = named(meeting, rows, {**standing})
    check(kept)
    changed = [meeting.categories.all(), meeting.requirements.all()]
    with deeds.recorded(meeting=meeting, kind="categories_changed", by=by, rows=changed):
        for key in gone.keys() & standing.keys():
            empty(standing[key], gone[key], {category.pk for category in kept} & standing.keys())
        write(meeting, kept)


def named(meeting, rows, left):
    """[Category] in the new order, not stored yet; `left` are those that no row has named so far.

    A row whose category somebody took out meanwhile becomes a new one.
    """
    kept = []
    for row in rows:
        found = left.pop(row.get("id"), None)
        if not row.get("gone"):
            kept.append(Category(pk=found and found.pk, meeting=meeting, name=row["name"]))
    kept += left.values()
    for position, category in enumerate(kept, start=1):
        category.position = position
    return kept


def check(categories):
    """Raise unless these can be the categories of one list."""
    if not categories:
        raise Problem("no_category_left")
    if len(categories) > MOST_CATEGORIES:
        raise Problem("too_many_categories", most=MOST_CATEGORIES)
    names = [category.name.casefold() for category in categories]
    for category in categories:
        if names.count(category.name.casefold()) > 1:
            raise Problem("category_twice", name=category.name)


def empty(category, target, staying):
    """Take the requirements from under a category that goes, to the one they are filed under."""
    if target in staying:
        category.requirements.update(category=target)
    elif count := category.requirements.count():
        code = "category_goes_too" if target else "category_in_use"
        raise Problem(code, name=category.name, count=count)


def write(meeting, categories):
    """Make these the meeting's categories.

    They are written anew under their ids, because names and places may be exchanged among them,
    and the database refuses every state between that has one of them twice.
    """
    meeting.categories.all().delete()
    Category.objects.bulk_create(categories)


def begin(meeting):
    """The Guide's categories for a meeting that was planned just now."""
    names = [{"name": str(name)} for name in GUIDES_CATEGORIES]
    write(meeting, named(meeting, names, {}))


def put_back(meeting, changes):
    """Turn [(row before or None, row after or None)] back; True if all stood as they were after.

    Rows are {column: value}.
    """
    columns = ("id", "meeting_id", "position", "name")
    standing = {row["id"]: row for row in meeting.categories.values(*columns)}
    for _before, after in changes:
        if after and standing.pop(after["id"], None) != after:
            return False
    before = [before for before, _after in changes if before]
    rows = sorted([*standing.values(), *before], key=lambda row: row["position"])
    write(meeting, [Category(**row) for row in rows])
    return True
