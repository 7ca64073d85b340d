import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from PIL import Image

from mobilization.models import Deed, Meeting, Scan
from mobilization.services import meetings, scans, undoing
from tests.factories.accounts import member
from tests.factories.process import MeetingFactory, SeatFactory, TeamFactory, present
from tests.pictures import photo
from tests.races import race
from tests.refusals import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="cards")


@pytest.fixture
def recorder(meeting):
    return member(meeting.initiative, "recorder")


@pytest.fixture
def ada(meeting):
    return present(meeting, name="Ada Brook")


def files():
    """The names of all pictures on the disk."""
    try:
        return sorted(f"scans/{name}" for name in default_storage.listdir("scans")[1])
    except FileNotFoundError:
        return []


def rows():
    return sorted(Scan.objects.values_list("file", flat=True))


def test_a_photo_of_a_card_is_kept_as_a_picture_of_our_own(meeting, recorder, ada):
    (scan,) = scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    with default_storage.open(scan.file.name) as file:
        assert Image.open(file).format == "JPEG"
    assert (scan.page, scan.by_name, scan.filename) == (1, str(recorder), f"scan-{scan.pk}.jpg")
    assert "IMG_2034" not in scan.file.name
    assert files() == rows() == [scan.file.name]


def test_the_same_file_sent_again_is_kept_once(meeting, recorder, ada):
    scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    assert scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder) == []
    assert len(files()) == len(rows()) == Deed.objects.count() == 1
    other = present(meeting)
    assert len(scans.keep(meeting=meeting, person=other, file=photo(), by=recorder)) == 1


def test_a_pdf_is_kept_page_by_page(meeting, recorder, ada):
    file = photo(kind="PDF", pages=3)
    scans.keep(meeting=meeting, person=ada, file=file, by=recorder)
    assert list(Scan.objects.values_list("page", flat=True)) == [1, 2, 3]
    assert len(files()) == 3
    assert Deed.objects.get().words == {"name": "Ada Brook"}


@pytest.mark.parametrize("number", [2, 3])
def test_a_flip_chart_is_kept_with_its_meeting(number):
    team = TeamFactory()
    meeting = MeetingFactory(group=team.group, number=number, state="deciding")
    by = member(meeting.initiative, "lead_facilitator")
    (scan,) = scans.keep(meeting=meeting, team=team, file=photo(), by=by)
    assert (scan.team, scan.person, Deed.objects.get().kind) == (team, None, "flip_chart_scanned")
    with refused("of_another_meeting"):
        scans.keep(meeting=meeting, team=TeamFactory(), file=photo("blue"), by=by)
    assert len(files()) == 1


@pytest.mark.parametrize("state", ["check_in", "cards", "requirements", "voting", "closed"])
def test_paper_can_be_photographed_when_all_have_gone(meeting, recorder, ada, state):
    Meeting.objects.update(state=state)
    assert len(scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)) == 1


def test_where_nothing_is_kept_no_file_stays_behind(meeting, recorder, ada):
    absent = SeatFactory(group=meeting.group).person
    with refused("not_checked_in"):
        scans.keep(meeting=meeting, person=absent, file=photo(), by=recorder)
    Meeting.objects.update(state="planned")
    with refused("part_not_open"):
        scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    assert (files(), rows()) == ([], [])


def test_a_full_disk_is_told_in_words(meeting, recorder, ada, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "file"
    settings.MEDIA_ROOT.write_text("where the folder should be")
    with refused("scan_disk_full"):
        scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    assert rows() == []


def test_only_those_who_run_the_meeting_keep_photos(meeting, ada):
    for by in (ada, member(meeting.initiative, "administrator")):
        with pytest.raises(PermissionDenied):
            scans.keep(meeting=meeting, person=ada, file=photo(), by=by)
    assert files() == []


def test_who_is_on_a_photo_was_in_the_room(meeting, recorder, ada):
    scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    with refused("took_part"):
        meetings.undo_check_in(meeting=meeting, person=ada, by=recorder)


def test_undoing_takes_the_pages_and_their_files_out(
    meeting, recorder, ada, django_capture_on_commit_callbacks
):
    scans.keep(meeting=meeting, person=ada, file=photo(kind="PDF", pages=2), by=recorder)
    with django_capture_on_commit_callbacks(execute=True):
        undoing.undo(deed=Deed.objects.get(), by=recorder)
    assert (files(), rows()) == ([], [])


def test_a_page_that_is_taken_away_is_gone_for_good(
    meeting, recorder, ada, django_capture_on_commit_callbacks
):
    (scan,) = scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    for _time in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            scans.remove(scan=scan, by=recorder)
    assert (files(), rows()) == ([], [])

    kept, removed = Deed.objects.order_by("pk")
    assert (removed.kind, removed.words) == ("scan_removed", {"name": "Ada Brook"})
    with refused("step_is_final"):
        undoing.undo(deed=removed, by=recorder)
    with refused("step_has_grown"):
        undoing.undo(deed=kept, by=recorder)


def test_only_those_who_run_the_meeting_take_pages_away(meeting, recorder, ada):
    (scan,) = scans.keep(meeting=meeting, person=ada, file=photo(), by=recorder)
    with pytest.raises(PermissionDenied):
        scans.remove(scan=scan, by=ada)
    assert len(files()) == len(rows()) == 1


@pytest.mark.django_db(transaction=True)
def test_a_photo_that_arrives_eight_times_at_once_is_kept_once():
    meeting = MeetingFactory(state="cards")
    by, ada = member(meeting.initiative, "recorder"), present(meeting)

    results = race(*[lambda: len(scans.keep(meeting=meeting, person=ada, file=photo(), by=by))] * 8)

    assert sorted(results) == [0] * 7 + [1]
    assert files() == rows()
    assert len(rows()) == Deed.objects.count() == 1
