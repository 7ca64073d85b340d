"""A table frozen under a name does not change, whatever is imported later."""

import resource
from contextlib import contextmanager

import pandas as pd
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from accounts.models import Membership
from analytics import importer, warehouse
from analytics.indicators import differences
from analytics.models import Dataset, Snapshot
from analytics.presenters.naics import TableChoices
from analytics.queries import changes_since, frozen_table, workings
from analytics.services import snapshots
from tests.factories.accounts import InitiativeFactory, member
from tests.factories.analytics import RegionFactory, SnapshotFactory
from tests.races import problems, race
from tests.refusals import refused
from tests.samples import qcew

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(invented):
    invented.load()
    return RegionFactory(areas=invented.areas)


@pytest.fixture
def manager(region):
    return member(region.initiative)


def freeze(region, by, name="Before the board met"):
    return snapshots.freeze(
        initiative=region.initiative, by=by, name=name, workings=workings(region), query=""
    )


def revise(tmp_path, industry="3391"):
    """A later file that says something else of one industry in one county."""
    cells = [qcew.Cell("39041", "5", industry, 2023, employment=77_000, wages=7_000_000)]
    importer.import_file(qcew.write_annual(tmp_path / "revised.csv", cells))


@contextmanager
def files_of_at_most(size):
    """What a disk without room says of larger ones; in bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_where_the_disk_has_no_room_nothing_is_frozen_and_that_is_said(region, manager):
    workings(region)
    with refused("disk_full"), files_of_at_most(100):
        freeze(region, manager)
    assert not Snapshot.objects.exists()
    assert not list(warehouse.snapshot_path("x").parent.glob("*"))
    assert freeze(region, manager).name == "Before the board met"


def changed(snapshot, region):
    return changes_since(snapshot, region, TableChoices().figures)


def test_a_frozen_table_stays_as_it_was_to_the_last_digit(region, manager, tmp_path):
    before = workings(region)
    snapshot = freeze(region, manager)
    assert changed(snapshot, region).empty
    revise(tmp_path)
    assert not workings(region).table.equals(before.table)
    frozen = frozen_table(snapshot)
    assert list(frozen) == list(before.table)
    for name in frozen:
        both = zip(frozen[name], before.table[name], strict=True)
        assert all(a == b or (a != a and b != b) for a, b in both), name
    Dataset.objects.all().delete()
    assert len(frozen_table(snapshot)) == len(before.table)
    assert ["Ownership", "all covered employment"] in snapshot.citation


def test_what_has_changed_is_told_industry_by_industry(region, manager, tmp_path):
    snapshot = freeze(region, manager)
    revise(tmp_path)
    revised = changed(snapshot, region).set_index("naics")
    assert "3391" in revised.index
    assert revised.at["3391", "employment_end_now"] > 70_000
    assert revised.at["3391", "employment_end_before"] < 70_000
    assert (revised.standing == "both").all()


def test_differences_tell_new_gone_known_and_unknown():
    nan = float("nan")
    columns = ["naics", "title", *differences.COMPARED]
    old = [("1", "same", 1, 1, 1, nan), ("2", "gone", 1, 1, 1, 1), ("3", "known", 1, nan, 1, 1)]
    new = [("1", "same", 1, 1, 1, nan), ("3", "known", 1, 0.5, 1, 1), ("4", "new", 1, 1, 1, 1)]
    found = differences.between(*(pd.DataFrame(rows, columns=columns) for rows in (old, new)))
    assert list(zip(found.naics, found.title, found.standing, strict=True)) == [
        ("2", "gone", "only_before"),
        ("3", "known", "both"),
        ("4", "new", "only_now"),
    ]


def test_a_name_is_given_once_in_an_initiative(region, manager):
    freeze(region, manager)
    with refused("snapshot_name_taken"):
        freeze(region, manager)
    assert Snapshot.objects.count() == 1
    SnapshotFactory(name="Before the board met", initiative=InitiativeFactory())


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_frozen(region, manager):
    table = workings(region)
    values = {"initiative": region.initiative, "by": manager, "name": "x", "query": ""}
    results = race(*[lambda: snapshots.freeze(workings=table, **values)] * 2)
    assert problems(results) == ["snapshot_name_taken"]
    assert len(list(warehouse.snapshots.snapshot_path("x").parent.glob("*.parquet"))) == 1


@pytest.mark.parametrize("role", ["lead_facilitator", "recorder", "administrator"])
def test_only_the_manager_freezes_and_removes(region, role):
    other = member(region.initiative, Membership.Role(role))
    with pytest.raises(PermissionDenied):
        freeze(region, other)
    snapshot = SnapshotFactory(initiative=region.initiative)
    with pytest.raises(PermissionDenied):
        snapshots.remove(snapshot=snapshot, by=other)
    assert Snapshot.objects.count() == 1


# --- The pages --------------------------------------------------------------------------------


def test_the_table_is_frozen_looked_at_and_removed_on_pages(client, region, manager, tmp_path):
    client.force_login(manager)
    slug = region.initiative.slug
    address = reverse("snapshot_new", args=[slug]) + "?ownership=5"
    assert client.get(address).status_code == 200
    answer = client.post(address, {"name": "Private jobs"})
    snapshot = Snapshot.objects.get()
    assert (snapshot.query, snapshot.made_by) == ("ownership=5", manager)
    page = client.get(answer.url).content.decode()
    assert "Nothing: the table says the same today." in page
    assert "<dt>Ownership</dt><dd>private</dd>" in page
    revise(tmp_path)
    assert "77," in client.get(answer.url).content.decode()
    taken = client.post(address, {"name": "Private jobs"}).content.decode()
    assert "A frozen table called “Private jobs” is there already." in taken
    csv = client.get(reverse("snapshot_csv", args=[slug, snapshot.key])).content.decode()
    assert csv.startswith("naics,title,")
    assert "Ownership,private" in csv
    listed = client.get(reverse("snapshot_list", args=[slug])).content.decode()
    assert "Private jobs" in listed
    client.post(reverse("snapshot_remove", args=[slug, snapshot.key]))
    assert not Snapshot.objects.exists()


def test_another_initiatives_frozen_table_is_not_found(client, region, manager):
    client.force_login(manager)
    theirs = SnapshotFactory()
    address = reverse("snapshot", args=[region.initiative.slug, theirs.key])
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_asks_the_same_queries_for_one_and_for_thirty(
    client, count, django_assert_num_queries
):
    initiative = InitiativeFactory()
    user = member(initiative)
    SnapshotFactory.create_batch(count, initiative=initiative, made_by=user)
    client.force_login(user)
    with django_assert_num_queries(5):
        page = client.get(reverse("snapshot_list", args=[initiative.slug]))
    assert page.content.count(b"2016 to 2023") == count
