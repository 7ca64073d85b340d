"""A substitution is of one meeting: it moves from the seat to the check-in.

Until now it stood with the seat, and so in the attendance of every meeting that the substitute
came to; there it stays.
"""

import django.db.models.deletion
from django.db import migrations, models

ATTENDANCE, SEAT = "mobilization.attendance", "mobilization.seat"


def move_to_check_ins(apps, schema_editor):
    Seat = apps.get_model("mobilization", "Seat")
    Attendance = apps.get_model("mobilization", "Attendance")
    for seat in Seat.objects.exclude(in_place_of=None):
        came = Attendance.objects.filter(meeting__group=seat.group_id, person=seat.person_id)
        came.update(in_place_of=seat.in_place_of_id)


def move_to_seats(apps, schema_editor):
    Seat = apps.get_model("mobilization", "Seat")
    Attendance = apps.get_model("mobilization", "Attendance")
    came = Attendance.objects.exclude(in_place_of=None).select_related("meeting")
    for attendance in came.order_by("meeting__number"):
        seat = Seat.objects.filter(group=attendance.meeting.group_id, person=attendance.person_id)
        seat.update(in_place_of=attendance.in_place_of_id)


def move_in_steps(apps, schema_editor):
    """Steps in the room, too, are undone at the check-in and no more at the seat."""
    Deed = apps.get_model("mobilization", "Deed")
    Attendance = apps.get_model("mobilization", "Attendance")
    for deed in Deed.objects.filter(kind__in=["walked_in", "stands_in"]):
        came = Attendance.objects.filter(meeting=deed.meeting_id)
        changes = [moved for change in deed.changes for moved in moved_of(change, came)]
        Deed.objects.filter(pk=deed.pk).update(changes=changes)


def moved_of(change, came):
    """What takes the place of one change of a row: of a seat, the seat and its check-in."""
    model, before, after = change
    if model != SEAT:
        return [change]
    was, now = (row and row.pop("in_place_of_id", None) for row in (before, after))
    seat = [] if before == after else [[SEAT, before, after]]
    here = came.filter(person=after["person_id"]).first() if before and was != now else None
    if here is None:
        return seat
    places = ({"id": str(here.pk), "in_place_of_id": place} for place in (was, now))
    return [*seat, [ATTENDANCE, *places]]


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0044_ended_teams")]

    operations = [
        migrations.AddField(
            model_name="attendance",
            name="in_place_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="substitutes",
                to="accounts.person",
                verbose_name="comes in the place of",
            ),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.CheckConstraint(
                condition=models.Q(("in_place_of", models.F("person")), _negated=True),
                name="nobody_comes_in_their_own_place",
                violation_error_message="Nobody comes in the own place.",
            ),
        ),
        migrations.RunPython(move_to_check_ins, move_to_seats),
        migrations.RunPython(move_in_steps, migrations.RunPython.noop),
    ]
