import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A requirement knows which line of a card stands behind it, not only which card."""

    dependencies = [("mobilization", "0001_initial")]

    operations = [
        migrations.RemoveField(model_name="requirement", name="cards"),
        migrations.CreateModel(
            name="CardLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "line",
                    models.CharField(
                        choices=[
                            ("first", "First requirement"),
                            ("second", "Second requirement"),
                            ("third", "Third requirement"),
                        ],
                        default="first",
                        max_length=10,
                    ),
                ),
                (
                    "card",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="mobilization.card",
                    ),
                ),
                (
                    "requirement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="mobilization.requirement",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("card", "line"),
                        name="line_of_a_card_filed_once",
                        violation_error_message="This line of the card is on the list already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(line__in=["first", "second", "third"]),
                        name="line_of_a_card_is_known",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="requirement",
            name="cards",
            field=models.ManyToManyField(
                blank=True,
                related_name="requirements",
                through="mobilization.CardLine",
                to="mobilization.card",
            ),
        ),
    ]
