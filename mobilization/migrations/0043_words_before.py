from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0042_spoken_dots")]

    operations = [
        migrations.AddField(
            "dot", "words_before", models.CharField(blank=True, default="", max_length=160)
        )
    ]
