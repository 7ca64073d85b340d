from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0040_replies")]

    operations = [
        migrations.AddField(
            "reply",
            "recorded_by_name",
            models.CharField(
                blank=True,
                default="",
                help_text="Who wrote down an answer that came by telephone.",
                max_length=200,
            ),
            preserve_default=False,
        )
    ]
