"""A letter calls to the planned Meeting 1, and keeps no date and place of its own."""

from django.db import migrations, models


def plan_first_meetings(apps, schema_editor):
    """Whoever was called to a Meeting 1 that nobody planned is called to one that is planned.

    Where it was planned, its own date and place stand: by them people are checked in.
    """
    meetings = apps.get_model("mobilization", "Meeting").objects
    for letter in apps.get_model("mobilization", "Letter").objects.all():
        meetings.get_or_create(
            group_id=letter.group_id,
            number=1,
            defaults={"starts_at": letter.meeting_at, "place": letter.place},
        )


def copy_first_meetings(apps, schema_editor):
    meetings = apps.get_model("mobilization", "Meeting").objects.filter(number=1)
    letters = apps.get_model("mobilization", "Letter").objects
    for meeting in meetings:
        values = {"meeting_at": meeting.starts_at, "place": meeting.place}
        letters.filter(group_id=meeting.group_id).update(**values)


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0023_reports_to_leadership")]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="meeting_at",
            field=models.DateTimeField(null=True, verbose_name="first meeting"),
        ),
        migrations.AlterField(
            model_name="letter",
            name="place",
            field=models.CharField(default="", max_length=200, verbose_name="place"),
        ),
        migrations.RunPython(plan_first_meetings, copy_first_meetings, elidable=True),
        migrations.RemoveField(model_name="letter", name="meeting_at"),
        migrations.RemoveField(model_name="letter", name="place"),
    ]
