from django.db import migrations

SIX = {
    "workforce": "Workforce",
    "infrastructure": "Infrastructure",
    "innovation": "Innovation and entrepreneurship",
    "regulation": "Regulation and taxation",
    "quality_of_life": "Quality of life",
    "other": "Other",
}


def file_under_rows(apps, schema_editor):
    """The six words become six rows of each first meeting, also in the steps that can be undone."""
    models = {name: apps.get_model("mobilization", name) for name in ("Meeting", "Category", "Deed")}
    requirements = apps.get_model("mobilization", "Requirement").objects
    for meeting in models["Meeting"].objects.filter(number=1):
        keys = {}
        for position, (word, name) in enumerate(SIX.items(), start=1):
            row = models["Category"].objects.create(
                meeting=meeting, position=position, name=name
            )
            requirements.filter(meeting=meeting, category_word=word).update(category=row)
            keys[word] = str(row.pk)
        for deed in models["Deed"].objects.filter(meeting=meeting):
            if translate(deed.changes, keys):
                models["Deed"].objects.filter(pk=deed.pk).update(changes=deed.changes)


def translate(changes, keys):
    """Put the row's key in place of the word; True where there was a word."""
    images = [
        image
        for model, *rows in changes
        for image in rows
        if model == "mobilization.requirement" and image and "category" in image
    ]
    for image in images:
        image["category_id"] = keys[image.pop("category")]
    return bool(images)


class Migration(migrations.Migration):
    dependencies = [("mobilization", "0027_categories")]

    operations = [migrations.RunPython(file_under_rows)]
