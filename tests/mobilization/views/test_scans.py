import csv
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from mobilization.models import Meeting, Scan
from mobilization.services import scans as services
from tests.factories.accounts import PersonalLinkFactory, member
from tests.factories.process import (
    CardFactory,
    MeetingFactory,
    ScanFactory,
    TeamFactory,
    present,
)
from tests.pictures import photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting():
    return MeetingFactory(state="cards", group__cluster__slug="optics")


@pytest.fixture
def ada(meeting):
    return present(meeting, name="Ada Brook")


@pytest.fixture
def visit(client, meeting):
    client.force_login(member(meeting.initiative, "recorder"))

    def go(name, *args, number=1, **data):
        address = reverse(name, args=[meeting.initiative.slug, "optics", number, *args])
        return client.post(address, data, follow=True) if data else client.get(address)

    return go


def test_a_photo_is_kept_and_its_words_wait_to_be_typed(visit, meeting, ada):
    page = visit("card_scans", ada.pk, photo=photo())
    assert "1 page is kept." in page.text
    scan = Scan.objects.get()
    assert reverse("scan_file", args=[meeting.initiative.slug, "optics", 1, scan.pk]) in page.text

    assert "To be typed up" in visit("console").text
    assert "1 card on a photo is to be typed up" in visit("scans").text
    Meeting.objects.update(state="requirements")
    assert "1 card on a photo is to be typed up" in visit("console").text
    page = visit("paper_card", ada.pk).text
    assert f"scans/{scan.pk}.jpg" in page
    assert "js/meter.js" in page

    CardFactory(meeting=meeting, person=ada, source="paper")
    assert "to be typed up" not in visit("console").text
    assert "The place where instruments are made" in visit("card_scans", ada.pk).text


def test_several_files_are_kept_and_what_is_not_is_named_with_what_to_do(visit, ada):
    heic = SimpleUploadedFile("IMG_1.HEIC", b"\x00\x00\x00\x18ftypheic")
    page = visit("card_scans", ada.pk, photo=photo("blue"), files=[photo("lime"), heic])
    assert "2 pages are kept." in page.text
    assert "“IMG_1.HEIC” is an HEIC picture" in page.text
    assert "1 page" in visit("card_scans", ada.pk, files=[photo(kind="PDF")]).text
    assert "This is kept already." in visit("card_scans", ada.pk, files=[photo("blue")]).text


def test_a_form_without_a_file_says_so(visit, ada):
    page = visit("card_scans", ada.pk, photo="")
    assert "Nothing is chosen yet." in page.text
    many = [photo((number, 0, 0)) for number in range(6)]
    assert "at most 5 are sent at once" in visit("card_scans", ada.pk, files=many).text
    assert not Scan.objects.exists()


def test_the_picture_is_sent_as_a_picture_and_kept_by_no_cache(visit, meeting, ada):
    (scan,) = services.keep(
        meeting=meeting, person=ada, file=photo(), by=member(meeting.initiative)
    )
    answer = visit("scan_file", scan.pk)
    assert answer.getvalue().startswith(b"\xff\xd8\xff")
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == f'inline; filename="scan-{scan.pk}.jpg"'


def test_a_picture_whose_file_is_lost_is_not_found(visit, meeting):
    scan = ScanFactory(meeting=meeting)
    scan.file.storage.delete(scan.file.name)
    assert visit("scan_file", scan.pk).status_code == 404


def test_a_picture_of_another_meeting_is_not_found_here(visit):
    assert visit("scan_file", ScanFactory().pk).status_code == 404


def test_a_card_from_a_phone_stays_private_beside_a_photo(visit, meeting, ada):
    CardFactory(meeting=meeting, person=ada, source="phone", vision="Known for lenses")
    page = visit("card_scans", ada.pk, photo=photo())
    assert "1 page is kept." in page.text
    assert "Known for lenses" not in page.text
    assert reverse("paper_card", args=["here", "optics", 1, ada.pk])[8:] not in page.text


def test_a_page_is_taken_away(visit, meeting, ada):
    scan = ScanFactory(meeting=meeting, person=ada)
    assert "The page is taken away." in visit("scan_remove", scan.pk, sure="yes").text
    assert not Scan.objects.exists()
    console = visit("console")
    assert "taken away for good" in console.text
    assert console.context["last_step"] is None


def test_flip_charts_of_later_meetings_are_kept(visit, meeting):
    team = TeamFactory(priority__meeting=meeting)
    later = MeetingFactory(group=meeting.group, number=2, state="deciding")
    page = visit("team_scans", team.pk, number=2, photo=photo())
    assert "1 page is kept." in page.text
    assert later.scans.get().team == team
    assert "1 page" in visit("scans", number=2).text
    assert (
        reverse("team_scans", args=[meeting.initiative.slug, "optics", 2, team.pk])
        in visit("flip_charts", number=2).text
    )
    assert visit("team_scans", team.pk).status_code == 404


def test_nobody_in_the_room_is_shown_a_photo_nor_where_it_is(visit, client, meeting, ada):
    ScanFactory(meeting=meeting, person=ada)
    token = PersonalLinkFactory(person=ada).token
    for state in ("cards", "requirements", "closed"):
        Meeting.objects.update(state=state)
        assert "scan" not in client.get(reverse("room", args=[token, meeting.pk])).text
        assert "scans/" not in visit("room_screen").text


def test_exports_name_the_files_for_facilitators_alone(visit, meeting, ada):
    CardFactory(meeting=meeting, person=ada, source="paper")
    scan = ScanFactory(meeting=meeting, person=ada)
    other = ScanFactory(meeting=meeting)
    Meeting.objects.update(state="closed")

    heading, row = csv.reader(
        visit("export_names", "cards", "csv").content.decode("utf-8-sig").splitlines()
    )
    assert (heading[-1], row[-1]) == ("Photos of the paper", f"scan-{scan.pk}.jpg")
    record = visit("export_names", "record", "json").text
    assert [entry["file"] for entry in json.loads(record)["scans"]] == [
        f"scan-{scan.pk}.jpg",
        f"scan-{other.pk}.jpg",
    ]
    assert scan.file.name not in record
    assert "scan" not in visit("export_results", "json").text
    assert "scan" not in visit("export_results", "csv").text


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(("name", "queries"), [("scans", 6), ("card_scans", 8), ("paper_card", 8)])
def test_the_pages_take_the_same_queries(
    visit, meeting, ada, name, queries, count, django_assert_num_queries
):
    ScanFactory.create_batch(count, meeting=meeting)
    ScanFactory.create_batch(count, meeting=meeting, person=ada)
    place = [] if name == "scans" else [ada.pk]
    visit(name, *place)
    with django_assert_num_queries(queries):
        visit(name, *place)
