"""The sentences on tables whose columns somebody names."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "grid_unreadable": _(
        "%(file)s is a spreadsheet or table that cannot be read: it is damaged, has a "
        "password or is in an old form. Nothing was imported. Save it as XLSX or as CSV and "
        "upload that."
    ),
    "grid_without_columns": _(
        "%(file)s has no table of two columns or more on this sheet. Nothing was imported. "
        "Upload the sheet that holds the figures as CSV, or choose another file."
    ),
    "grid_too_large": _(
        "%(file)s has more than 50,000 lines, 400 columns or 50 MB, too much to name columns "
        "by hand. Nothing was imported. Leave out what is not needed, or split the file."
    ),
    "grid_line_broken": _(
        "Line %(line)s of %(file)s has characters in its column %(column)s that stand in no "
        "table, or more of them than a field holds. Nothing was imported. Save it as CSV in "
        "UTF-8 or as XLSX and upload that."
    ),
    "mapping_stale": _(
        "%(file)s does not fit what was said of its columns any more. %(fault)s Nothing was "
        "imported. Open it again and look at the preview."
    ),
    "mapping_without_rows": _(
        "%(file)s has no line with figures below line %(line)s, where its headings stand. "
        "Nothing was imported. Open it again and say where they stand."
    ),
    "upload_gone": _(
        "%(file)s waited too long and was cleared away. Nothing was stored. Upload it again."
    ),
}
