from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0045_substitutes_of_a_meeting")]

    operations = [
        migrations.RemoveConstraint(model_name="seat", name="nobody_comes_in_their_own_place"),
        migrations.RemoveField(model_name="seat", name="in_place_of"),
    ]
