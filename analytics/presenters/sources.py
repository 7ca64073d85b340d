"""Where numbers come from, in words."""

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import ngettext


@dataclass(frozen=True)
class SourceGroup:
    """Files of one year, of which the same is to be said."""

    year: int
    status: str
    status_label: str
    note: str
    files: list

    @property
    def title(self):
        """The file's name, or how many there are."""
        if len(self.files) == 1:
            return self.files[0].file_name
        return ngettext("%(count)s file", "%(count)s files", len(self.files)) % {
            "count": len(self.files)
        }

    @property
    def imported_at(self):
        return max(file.imported_at for file in self.files)


def source_groups(sources):
    """The sources, those of which the same is to be said together."""

    def said(source):
        return source.year, source.status, source.note

    return [
        SourceGroup(*key[:2], files[0].status_label, key[2], files)
        for key, files in ((k, list(g)) for k, g in groupby(sorted(sources, key=said), key=said))
    ]
