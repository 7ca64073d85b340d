"""Writing the words of a plan, line by line, and keeping them as a version."""

from django.db.models import F
from django.utils import timezone

from core.problems import Problem
from mobilization.models import Plan, PlanVersion
from mobilization.models.plans import JUDGED, MOST_LINES
from mobilization.queries.plans import PARTS, TEXTS, content_of, contents_of, default_of

# Once a plan is before the Leadership Group it keeps what brought it there.
NEEDS_COMMITMENTS = (Plan.State.WITH_LEADERSHIP, Plan.State.APPROVED)


def content_at(plan, number):
    """What a version says. Raises Problem `plan_edited_since` where there is none."""
    found = contents_of(plan, number)
    if not found:
        raise Problem("plan_edited_since")
    return found[0]


def check_lengths(content):
    for part, most in MOST_LINES.items():
        if len(content[part]) > most:
            raise Problem("too_many_lines", most=most)


def check_commitments(plan, content):
    named = {int(row["person_id"]) for row in content["commitments"]}
    known = plan.initiative.people.filter(pk__in=named).count()
    if known != len(named):
        raise Problem("person_unknown")
    if plan.state in NEEDS_COMMITMENTS and not named:
        raise Problem("commitments_needed")


def take_version(plan, state, content):
    """Write the texts if nobody has edited or moved the plan meanwhile; True if written.

    The state belongs to the condition: whoever edits an approved plan has been told so.
    """
    texts = {name: Plan._meta.get_field(name).clean(content[name], plan) for name in TEXTS}
    untouched = Plan.objects.filter(pk=plan.pk, version=plan.version, state=state)
    return untouched.update(version=F("version") + 1, **texts)


def store_lines(plan, part, lines, by):
    """Bring the part's rows to what `lines` say; a line with an id keeps its row, or gets it back.

    The ids are those of the plan's own versions; an id that came with a form was looked at.
    """
    model, names = PARTS[part]
    present = {row.pk: row for row in model.objects.filter(plan=plan)}
    kept = [store_line(row_of(present, model, plan, line), names, line, by) for line in lines]
    model.objects.filter(plan=plan).exclude(pk__in=kept).delete()


def row_of(present, model, plan, line):
    return present.get(line.get("id")) or model(plan=plan, pk=line.get("id"))


def store_line(row, names, line, by):
    judged = judgment_of(row)
    for name in names:
        setattr(row, name, line.get(name, default_of(type(row), name)))
    if judged != judgment_of(row):
        row.judged_by_name = line.get("judged_by_name") or str(by)
        row.judged_at = line.get("judged_at") or timezone.now()
    row.clean_fields(exclude=["plan"])
    row.save(force_insert=row._state.adding)
    return row.pk


def judgment_of(row):
    """What was judged of an outcome; other lines are not judged."""
    return [getattr(row, name, None) for name in JUDGED]


def keep_version(plan, by):
    return PlanVersion.objects.create(
        plan=plan, number=plan.version, content=content_of(plan), edited_by_name=str(by)
    )
