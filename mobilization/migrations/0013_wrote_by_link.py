from django.db import migrations, models


def note_who_wrote(apps, schema_editor):
    """A card or a dot by phone, of somebody whom no phone at the door was let in as, came by link."""
    Attendance = apps.get_model("mobilization", "Attendance")
    Guest = apps.get_model("mobilization", "Guest")
    same = {"meeting": models.OuterRef("meeting"), "person": models.OuterRef("person")}
    cards = apps.get_model("mobilization", "Card").objects.filter(source="phone", **same)
    ballots = apps.get_model("mobilization", "Ballot").objects.filter(dots__source="phone", **same)
    wrote = models.Q(models.Exists(cards)) | models.Q(models.Exists(ballots))
    guests = Guest.objects.filter(**same)
    Attendance.objects.filter(wrote).exclude(models.Exists(guests)).update(wrote_by_link=True)


class Migration(migrations.Migration):
    dependencies = [
        ("mobilization", "0012_presentations"),
    ]

    operations = [
        migrations.AddField(
            model_name="attendance",
            name="wrote_by_link",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(note_who_wrote, migrations.RunPython.noop),
    ]
