"""The sentences of analytics: what happened, what was kept, what to do."""

from django.utils.translation import gettext_lazy as _

from analytics.problems import mapped, worksheets
from core.problems import add_to_catalogue

add_to_catalogue(mapped.SENTENCES)
add_to_catalogue(worksheets.SENTENCES)
add_to_catalogue(
    {
        # Files that are none of the layouts.
        "file_empty": _(
            "%(file)s is empty: there is no line in it. Nothing was stored. Download it again from "
            "its source."
        ),
        "file_binary": _(
            "%(file)s is not a text file in UTF-8, from its first line on. Nothing was stored. "
            "Unpack it if it is an archive, save it as CSV in UTF-8 if it is a spreadsheet, and "
            "import that."
        ),
        "file_utf16": _(
            "%(file)s is written in UTF-16, from its first line on. Nothing was stored. Save it as "
            "CSV in UTF-8 and import that."
        ),
        "file_in_archive": _(
            "%(file)s is a spreadsheet, or an archive inside another. Nothing was stored. Save it "
            "as CSV in UTF-8, or unpack it, and import that."
        ),
        "archive_broken": _(
            "%(file)s is a ZIP archive that cannot be opened: it is damaged, cut, or packed in a "
            "way that is not known here. Nothing was stored. Download it again."
        ),
        "archive_encrypted": _(
            "%(file)s is a ZIP archive with a password. Nothing was stored. Unpack it and import "
            "what is in it."
        ),
        "archive_empty": _(
            "%(file)s is a ZIP archive without files. Nothing was stored. Download it again."
        ),
        "archive_bursts": _(
            "%(file)s unpacks to far more than statistics do, in size or in number of files, so "
            "it was not unpacked. Nothing was stored. Unpack it yourself if you trust it, and "
            "import what you need of it."
        ),
        "archive_too_large": _(
            "%(file)s unpacks to more than %(limit)s MB, the limit for uploads, so it was not "
            "unpacked. Nothing was stored. Upload its files one by one, or ask whoever runs the "
            "server to import it from the command line, which has no limit."
        ),
        "member_broken": _(
            "%(file)s is damaged in its archive. Nothing was stored of it. Download the archive "
            "again."
        ),
        "layout_unknown": _(
            "Line %(line)s of %(file)s names the columns of no layout that can be imported (the "
            "first column: %(column)s). Nothing was stored. Import a BLS QCEW file of annual "
            "averages or of quarters, or a file in the tidy layout, without renaming columns."
        ),
        "column_missing": _(
            "Line %(line)s of %(file)s names most columns of a layout, but lacks %(column)s. "
            "Nothing was stored. Import the file as it was downloaded, with all its columns."
        ),
        "column_repeated": _(
            "Line %(line)s of %(file)s names column %(column)s twice. Nothing was stored. Remove "
            "one of the two, or import the file as it was downloaded."
        ),
        # Files of a layout, refused whole.
        "file_cut": _(
            "%(file)s breaks off in line %(line)s, its last one, at column %(column)s. Nothing "
            "was stored. Download the file again and compare its size with the source's."
        ),
        "line_too_short": _(
            "Line %(line)s of %(file)s ends before column %(column)s. Nothing was stored. "
            "Download the file again, or correct that line."
        ),
        "line_too_long": _(
            "Line %(line)s of %(file)s goes on after its last column, %(column)s; a comma may "
            "stand in a name without quotes. Nothing was stored. Import the file as it was "
            "downloaded, or correct that line."
        ),
        "quote_broken": _(
            "Line %(line)s of %(file)s opens a quote and does not close it, or goes on after it "
            "was closed, in column %(column)s. Nothing was stored. Download the file again, or "
            "correct that line."
        ),
        "line_not_utf8": _(
            "Line %(line)s of %(file)s has a character in column %(column)s that is not UTF-8; "
            "the file may be in Latin-1 (Windows-1252). Nothing was stored. Save it as CSV in "
            "UTF-8 and import that."
        ),
        "line_too_large": _(
            "Line %(line)s of %(file)s, from column %(column)s on, has more than two million "
            "characters; a quote may be missing. Nothing was stored. Download the file again, or "
            "correct that line."
        ),
        "line_broken": _(
            "Line %(line)s of %(file)s is no row of a table (column %(column)s). Nothing was "
            "stored. Download the file again, or correct that line."
        ),
        "file_unreadable": _(
            "%(file)s has the right columns, but what follows could not be read as a table, and "
            "its form does not tell where. Nothing was stored. Download the file again."
        ),
        "no_rows": _(
            "%(file)s ends after line %(line)s, which names the columns, and has no rows. Nothing "
            "was stored. Download it again."
        ),
        "rows_left_out": _(
            "Every row of %(file)s, from line %(line)s on, is a total over government or a size "
            "class (columns %(column)s), whose jobs other rows count. Nothing was stored. Import "
            "the file that holds the other rows."
        ),
        "not_an_area": _(
            "Line %(line)s of %(file)s has no area code in column %(column)s; codes look like "
            "39049, C1814 or US000, with their leading zeros. Nothing was stored. Import the "
            "file as it was downloaded."
        ),
        "not_an_ownership": _(
            "Line %(line)s of %(file)s has no ownership code in column %(column)s; 0 to 5 are "
            "known. Nothing was stored. Correct the line, or import the file as it was "
            "downloaded."
        ),
        "not_an_industry": _(
            "Line %(line)s of %(file)s has no industry code in column %(column)s; codes have "
            "two to six digits, or look like 31-33. Nothing was stored. Import the file as it "
            "was downloaded: spreadsheets turn codes into dates."
        ),
        "not_a_level": _(
            "Line %(line)s of %(file)s has no known level in column %(column)s. Nothing was "
            "stored. Correct the line, or import the file as it was downloaded."
        ),
        "area_of_another_level": _(
            "Line %(line)s of %(file)s has an area code in column %(column)s that the level in "
            "column %(beside)s does not fit, such as a state's code in a row about a county. "
            "Nothing was stored. Import the file as it was downloaded."
        ),
        "not_a_year": _(
            "Line %(line)s of %(file)s has no year in column %(column)s. Nothing was stored. "
            "Correct the line, or import the file as it was downloaded."
        ),
        "year_out_of_range": _(
            "Line %(line)s of %(file)s has a year before 1990, where the records begin, or "
            "after this one. Nothing was stored. Correct column %(column)s, or choose another "
            "file."
        ),
        "years_mixed": _(
            "%(file)s mixes years in column %(column)s (%(years)s; line %(line)s is the first of "
            "another year). A file of this layout holds one year. Nothing was stored. Import one "
            "file for each year."
        ),
        "not_annual": _(
            "Line %(line)s of %(file)s is not an annual average: column %(column)s should read "
            "A. Nothing was stored. Import the file of annual averages instead."
        ),
        "not_a_quarter": _(
            "Line %(line)s of %(file)s has no quarter in column %(column)s; it should read 1, 2, "
            "3 or 4. Nothing was stored. Correct the line, or import the file as it was "
            "downloaded."
        ),
        "not_a_disclosure": _(
            "Line %(line)s of %(file)s has an unknown mark in column %(column)s; it is empty "
            "for a published row, N for an undisclosed one and - for one without establishments. "
            "Nothing was stored. Correct the line."
        ),
        "not_a_status": _(
            "Line %(line)s of %(file)s has an unknown word in column %(column)s; write "
            "published or estimate. Nothing was stored. Correct the line."
        ),
        "estimated_row_without_note": _(
            "Line %(line)s of %(file)s is an estimate (column %(beside)s) without a note. Nothing "
            "was stored. Say in column %(column)s who made it, and how."
        ),
        "not_a_number": _(
            "Line %(line)s of %(file)s has no plain number in column %(column)s. Nothing was "
            "stored. Write digits without thousands separators, or import the file as it was "
            "downloaded."
        ),
        "number_too_long": _(
            "Line %(line)s of %(file)s has a number of more than 15 digits in column %(column)s, "
            "more than can be kept exactly. Nothing was stored. Correct the line, or import the "
            "file as it was downloaded."
        ),
        "number_grouped": _(
            "Line %(line)s of %(file)s has a number in column %(column)s whose point may stand "
            "between thousands: 1.234 can be a little over one, or more than a thousand. Nothing "
            "was stored. Write whole numbers without separators, or import the file as it was "
            "downloaded."
        ),
        "number_rounded": _(
            "Line %(line)s of %(file)s has a number in powers of ten in column %(column)s that "
            "may have lost digits. Nothing was stored. Show that column as whole numbers before "
            "you save, or import the file as it was downloaded."
        ),
        "numbers_rounded": _(
            "%(file)s has most of its large numbers in powers of ten (%(column)s; line %(line)s "
            "is the first), so they may have lost digits. Nothing was stored. Save it with all "
            "digits, or import the file as it was downloaded."
        ),
        "negative_number": _(
            "Line %(line)s of %(file)s has a negative number in column %(column)s. Nothing was "
            "stored. Correct the line, or import the file as it was downloaded."
        ),
        "number_missing": _(
            "Line %(line)s of %(file)s is published, by column %(beside)s, and has no number in "
            "column %(column)s. Nothing was stored. Fill it in, or mark the row as undisclosed."
        ),
        "undisclosed_with_value": _(
            "Line %(line)s of %(file)s is undisclosed, by column %(beside)s, and has a number in "
            "column %(column)s. Nothing was stored. Empty that field: an undisclosed value is not "
            "known, and not zero."
        ),
        "number_where_none_is": _(
            "Line %(line)s of %(file)s says in column %(beside)s that there is no establishment, "
            "and has a number in column %(column)s. Nothing was stored. Correct the line, or "
            "import the file as it was downloaded."
        ),
        "row_repeated": _(
            "Line %(line)s of %(file)s repeats the area, ownership, industry (column %(column)s) "
            "and period of line %(earlier)s. Nothing was stored. Remove one of the two, or import "
            "the file as it was downloaded."
        ),
        "disk_full": _(
            "The disk of the server has no room for %(file)s. Nothing was stored, and what was "
            "stored before is whole. Make room, or ask whoever runs the server to, and try "
            "again."
        ),
        "totals_differ": _(
            "What was written from %(file)s did not add up to the file, so it was thrown away. "
            "Nothing was stored. Check that the disk has room and import the file again."
        ),
        "estimate_without_note": _(
            "An estimate needs a note. Nothing was stored. Say who made the estimate, and how."
        ),
        "path_missing": _("There is no file or folder at %(path)s. Check the path."),
        # Regions and tables.
        "no_data": _(
            "No data set holds %(areas)s in %(year)s. Import the annual averages of that year "
            "for these areas, or choose another year."
        ),
        "industry_not_held": _(
            "The region has no cell of industry %(industry)s in either year, of the ownerships "
            "and on the codes that were asked for. Go back to the table, or ask for other ones."
        ),
        "areas_of_other_years": _(
            "There are no figures of %(areas)s in %(year)s: Connecticut’s counties gave way to "
            "planning regions in 2024, and neither fits into the other. Choose years on one side "
            "of 2024, or the whole state, 09000."
        ),
        "quarters_missing": _(
            "Of %(year)s, only some quarters are held for %(areas)s, and a year is made of four. "
            "Import the missing quarters or the annual averages, or choose another year."
        ),
        "no_price_index": _(
            "%(series)s has no annual average for %(year)s, so pay cannot be put into the dollars "
            "of one year. Choose years it has (%(years)s), another price index, or nominal pay."
        ),
        "no_price_series": _(
            "“%(series)s” is no consumer price index that is known here. Write a series of all "
            "items for all urban consumers, such as %(example)s for the US city average."
        ),
        "not_ownerships": _(
            "“%(text)s” names no ownership. Write covered, private, federal, state or local, or "
            "codes with commas between them: 1, 2, 3, 5."
        ),
        "years_reversed": _(
            "The first year (%(start)s) must be earlier than the last (%(end)s). Exchange them."
        ),
        "snapshot_name_taken": _(
            "A frozen table called “%(name)s” is there already. Nothing was frozen. Give this one "
            "another name."
        ),
        "study_known": _(
            "“%(title)s” of %(year)s is in the list already. Nothing was stored. Change that "
            "entry, or correct title or year."
        ),
        "code_of_no_revision": _(
            "Not codes of NAICS %(revision)s: %(codes)s. In brackets are the revisions that have "
            "them. Nothing was stored. Correct the codes, or choose the revision they are of."
        ),
        "areas_overlap": _(
            "%(inner)s is a part of %(outer)s, or has a part in it, so its jobs would count twice. "
            "Nothing was stored. Take one of the two out."
        ),
        "region_missing": _(
            "The region of this initiative has not been chosen yet. Choose its areas and years "
            "first."
        ),
    }
)
