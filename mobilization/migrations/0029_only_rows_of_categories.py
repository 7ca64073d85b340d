import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0028_requirements_under_categories")]

    operations = [
        migrations.RemoveField(model_name="requirement", name="category_word"),
        migrations.AlterField(
            model_name="requirement",
            name="category",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="requirements",
                to="mobilization.category",
                verbose_name="category",
            ),
        ),
    ]
