import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    """A meeting has categories of its own; the next two steps file its requirements under them."""

    dependencies = [("mobilization", "0026_dots_each")]

    operations = [
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=40, verbose_name="category")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="categories",
                        to="mobilization.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "position"), name="category_position_taken_once"
                    ),
                    models.UniqueConstraint(
                        models.F("meeting"),
                        django.db.models.functions.text.Lower("name"),
                        name="category_name_once_per_meeting",
                        violation_error_message="There is a category of this name already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1), ("position__lte", 9)),
                        name="category_has_a_figure_key",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="category_has_a_name"
                    ),
                ],
            },
        ),
        migrations.RemoveConstraint(
            model_name="requirement", name="requirement_category_is_known"
        ),
        migrations.RenameField(
            model_name="requirement", old_name="category", new_name="category_word"
        ),
        migrations.AddField(
            model_name="requirement",
            name="category",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="requirements",
                to="mobilization.category",
                verbose_name="category",
            ),
        ),
    ]
