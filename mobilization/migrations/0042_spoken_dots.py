from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0041_recorded_replies")]

    operations = [
        migrations.AlterField(
            "dot",
            "source",
            models.CharField(
                choices=[("phone", "Phone"), ("paper", "Paper"), ("spoken", "Spoken")],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            "dot",
            models.CheckConstraint(
                condition=models.Q(source__in=["phone", "paper", "spoken"]),
                name="source_of_a_dot_is_known",
            ),
        ),
    ]
