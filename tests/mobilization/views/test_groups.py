import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.urls import reverse

from accounts import links
from accounts.models import Membership, User
from mobilization.models import ClusterGroup, Invitation, LeadershipSeat, Seat
from tests.factories.accounts import (
    InitiativeFactory,
    OrganisationFactory,
    PersonFactory,
    member,
)
from tests.factories.clusters import ClusterFactory, ClusterIndustryFactory
from tests.factories.process import (
    AttendanceFactory,
    ClusterGroupFactory,
    InvitationFactory,
    LeadershipSeatFactory,
    MeetingFactory,
    SeatFactory,
)

pytestmark = pytest.mark.django_db

Role = Membership.Role
ROOM = [Role.LEAD_FACILITATOR, Role.RECORDER]


@pytest.fixture
def initiative():
    return InitiativeFactory(slug="here")


@pytest.fixture
def group(initiative):
    cluster = ClusterFactory(initiative=initiative, slug="tools", name="Tools")
    for code in ("3332", "3345"):
        ClusterIndustryFactory(cluster=cluster, naics=code)
    return ClusterGroupFactory(cluster=cluster)


@pytest.fixture
def sign_in(client, initiative):
    def as_role(role=Role.MANAGER):
        client.force_login(member(initiative, role))
        return client

    return as_role


def invite(group, industry="3345", **values):
    firm = OrganisationFactory(initiative=group.initiative, industry=industry)
    person = PersonFactory(initiative=group.initiative, organisation=firm)
    return InvitationFactory(seat__group=group, seat__person=person, **values)


# --- The groups page ------------------------------------------------------------------------


def test_the_groups_page_shows_who_leads_who_supports_and_what_was_chosen(
    initiative, group, sign_in
):
    LeadershipSeatFactory(
        person__initiative=initiative, person__name="Lea Lead", sector="community", is_co_chair=True
    )

    page = sign_in().get(reverse("groups", args=["here"])).text

    assert "Lea Lead" in page
    assert "The Leadership Group has 1 member; the Guide asks for 20 to 25." in page
    assert "Leadership Group and support team are there" in page
    assert "It is large, it grows, and its employers asked for it." in page


def test_the_guide_asks_for_the_leadership_group_first(sign_in):
    page = sign_in().get(reverse("groups", args=["here"])).text

    assert "Name the Leadership Group and the support team before you call" in page


def test_a_leader_is_seated_and_leaves(initiative, sign_in):
    person = PersonFactory(initiative=initiative)
    client = sign_in()

    client.post(
        reverse("leader_new", args=["here"]),
        {"person": person.pk, "sector": "business", "is_co_chair": "on"},
    )

    seat = LeadershipSeat.objects.get()
    assert (seat.person, seat.is_co_chair) == (person, True)
    client.post(reverse("leader_remove", args=["here", seat.pk]))
    assert not LeadershipSeat.objects.exists()


def test_the_manager_chooses_a_cluster_with_a_reason(initiative, sign_in):
    cluster = ClusterFactory(initiative=initiative, slug="food")

    answer = sign_in().post(
        reverse("group_choose", args=["here"]), {"cluster": cluster.pk, "reason": "Ripe."}
    )

    assert answer.url == reverse("group", args=["here", "food"])
    assert ClusterGroup.objects.get().reason == "Ripe."


def test_without_a_reason_nothing_is_chosen_and_the_choice_is_kept(initiative, sign_in):
    cluster = ClusterFactory(initiative=initiative)

    page = sign_in().post(
        reverse("group_choose", args=["here"]), {"cluster": cluster.pk, "reason": " "}
    )

    assert f'value="{cluster.pk}" selected' in page.text
    assert not ClusterGroup.objects.exists()


# --- The support team -----------------------------------------------------------------------


def test_a_new_member_gets_a_mail_with_a_way_to_choose_a_password(
    initiative, sign_in, client, django_capture_on_commit_callbacks
):
    sign_in()
    values = {"email": "rita@example.org", "name": "Rita Recorder", "role": "recorder"}

    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("team_new", args=["here"]), values)

    user = User.objects.get(email="rita@example.org")
    assert (user.role_in(initiative), user.has_usable_password()) == ("recorder", False)
    (letter,) = mail.outbox
    (address,) = [word for word in letter.body.split() if "/password/reset/key/" in word]
    client.logout()
    form = client.get(address, follow=True)
    client.post(
        form.redirect_chain[-1][0],
        {"password1": "a long and quiet river", "password2": "a long and quiet river"},
    )
    user.refresh_from_db()
    assert user.check_password("a long and quiet river")


def test_somebody_with_an_account_keeps_it(
    initiative, sign_in, client, django_capture_on_commit_callbacks
):
    user = User.objects.create_user(email="ana@example.org", name="Ana", password="river")
    sign_in()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("team_new", args=["here"]),
            {"email": "ANA@example.org", "name": "Other", "role": "administrator"},
        )

    user.refresh_from_db()
    assert (user.name, user.check_password("river")) == ("Ana", True)
    assert "/password/reset/key/" not in mail.outbox[0].body


def test_a_new_account_needs_a_name(sign_in):
    page = sign_in().post(
        reverse("team_new", args=["here"]), {"email": "rita@example.org", "role": "recorder"}
    )

    assert "There is no account with the address rita@example.org yet." in page.text
    assert not User.objects.filter(email="rita@example.org").exists()


def test_nobody_is_in_the_team_twice(initiative, sign_in):
    user = member(initiative, Role.RECORDER)

    page = sign_in().post(
        reverse("team_new", args=["here"]), {"email": user.email, "role": "administrator"}
    )

    assert "is in the support team already" in page.text
    assert Membership.objects.get(user=user).role == Role.RECORDER


def test_members_leave_the_team_but_project_managers_stay(initiative, sign_in):
    recorder = Membership.objects.get(user=member(initiative, Role.RECORDER))
    manager = Membership.objects.get(user=member(initiative))
    client = sign_in()

    for membership in (recorder, manager):
        client.post(reverse("team_remove", args=["here", membership.pk]))

    assert not Membership.objects.filter(pk=recorder.pk).exists()
    assert Membership.objects.filter(pk=manager.pk).exists()


# --- A cluster group ------------------------------------------------------------------------


def test_the_page_of_a_group_mirrors_the_clusters_industries(group, sign_in):
    invite(group, industry="3345")

    page = sign_in().get(reverse("group", args=["here", "tools"])).text

    assert "Find somebody in 3332" in page
    assert "Find somebody in 3345" not in page
    assert "1 person is on the invitation list; the Guide asks for 30 to 50." in page
    assert "The group has 0 co-chairs; the Guide asks for two or three." in page


def test_several_people_are_seated_at_once(initiative, group, sign_in):
    people = [PersonFactory(initiative=initiative) for _number in range(3)]

    sign_in().post(
        reverse("seat_new", args=["here", "tools"]),
        {"role": "invitee", "people": [person.pk for person in people]},
    )

    assert Invitation.objects.filter(seat__group=group, state="listed").count() == 3


def test_the_choice_of_people_can_be_narrowed_to_an_industry(initiative, group, sign_in):
    firm = OrganisationFactory(initiative=initiative, industry="3332")
    PersonFactory(initiative=initiative, name="Ada Anvil", organisation=firm)
    PersonFactory(initiative=initiative, name="Ben Bolt")

    page = sign_in().get(reverse("seat_new", args=["here", "tools"]), {"industry": "3332"}).text

    assert "Ada Anvil" in page
    assert "Ben Bolt" not in page


def test_a_seat_is_removed_only_before_the_letter_is_sent(group, sign_in):
    listed, sent = invite(group).seat, invite(group, state="sent").seat
    client = sign_in()
    page = client.get(reverse("group", args=["here", "tools"])).text
    assert f"Remove {listed.person}" in page
    assert f"Remove {sent.person}" not in page

    for seat in (listed, sent):
        client.post(reverse("seat_remove", args=["here", "tools", seat.pk]))

    assert list(Seat.objects.all()) == [sent]


def test_who_is_recorded_has_no_button_and_the_page_says_why(group, sign_in):
    free, here = invite(group).seat, invite(group).seat
    chair, new_chair = SeatFactory.create_batch(2, group=group, role=Seat.Role.CO_CHAIR)
    why = "Whoever has the letter, is recorded in a meeting or is on a team stays on the list"
    client, page = sign_in(), reverse("group", args=["here", "tools"])
    assert why not in client.get(page).text

    meeting = MeetingFactory(group=group, state="closed")
    for seat in (here, chair):
        AttendanceFactory(meeting=meeting, person=seat.person)
    text = client.get(page).text

    assert why in text
    for seat in (free, new_chair):
        assert f"Remove {seat.person}" in text
    for seat in (here, chair):
        assert f"Remove {seat.person}" not in text
        refusal = client.post(reverse("seat_remove", args=["here", "tools", seat.pk]), follow=True)
        assert f"{seat.person} is checked in to Meeting 1" in refusal.text
    assert Seat.objects.count() == 4
    assert why not in sign_in(Role.RECORDER).get(page).text


# --- Who may ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROOM)
def test_facilitators_read_groups_and_change_nothing(role, group, sign_in):
    seat = invite(group).seat
    client = sign_in(role)

    assert client.get(reverse("groups", args=["here"])).status_code == 200
    page = client.get(reverse("group", args=["here", "tools"]))
    assert page.status_code == 200
    assert seat.person.email not in page.text
    for name, args in [
        ("leader_new", ["here"]),
        ("team_new", ["here"]),
        ("group_choose", ["here"]),
        ("seat_new", ["here", "tools"]),
    ]:
        assert client.post(reverse(name, args=args)).status_code == 403
    remove = reverse("seat_remove", args=["here", "tools", seat.pk])
    assert client.post(remove).status_code == 403


def test_an_administrator_neither_chooses_clusters_nor_changes_the_team(sign_in):
    client = sign_in(Role.ADMINISTRATOR)

    assert client.get(reverse("group_choose", args=["here"])).status_code == 403
    assert client.get(reverse("team_new", args=["here"])).status_code == 403


def test_groups_of_another_initiative_are_not_found(sign_in):
    elsewhere = ClusterGroupFactory(cluster__slug="theirs")
    seat = SeatFactory(group=elsewhere)
    client = sign_in()

    assert client.get(reverse("group", args=["here", "theirs"])).status_code == 404
    remove = reverse("seat_remove", args=["here", "theirs", seat.pk])
    assert client.post(remove).status_code == 404


def test_what_acts_does_not_act_on_get(group, sign_in):
    seat = invite(group).seat

    remove = reverse("seat_remove", args=["here", "tools", seat.pk])

    assert sign_in().get(remove).status_code == 405


# --- A co-chair's list -----------------------------------------------------------------------


def test_a_co_chair_reads_the_list_of_their_own_group(group, client):
    chair = SeatFactory(group=group, role=Seat.Role.CO_CHAIR).person
    guest = invite(group).person
    other = ClusterGroupFactory(cluster__initiative=group.initiative, cluster__slug="other")
    token = links.for_person(chair).token

    home = client.get(reverse("personal_home", args=[token])).text
    page = client.get(reverse("co_chair_list", args=[token, "tools"])).text

    assert "You are co-chair. 1 person is on the list; 0 will come." in home
    assert guest.name in page
    assert str(guest.organisation) in page
    assert guest.email not in page
    foreign = reverse("co_chair_list", args=[token, other.cluster.slug])
    assert client.get(foreign).status_code == 404


def test_an_invitee_does_not_see_the_list(group, client):
    token = links.for_person(invite(group).person).token

    assert client.get(reverse("co_chair_list", args=[token, "tools"])).status_code == 404


# --- Queries ---------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 30])
@pytest.mark.parametrize(
    ("name", "args", "queries"),
    [("groups", ["here"], 7), ("group", ["here", "tools"], 12), ("seat_new", ["here", "tools"], 7)],
)
def test_a_page_takes_the_same_queries_however_many_people_it_shows(
    name, args, queries, rows, initiative, group, sign_in, django_assert_num_queries
):
    meeting = MeetingFactory(group=group)
    for _number in range(rows):
        AttendanceFactory(meeting=meeting, person=invite(group).person)
        invite(group)
        firm = OrganisationFactory(initiative=initiative)
        LeadershipSeatFactory(person__initiative=initiative, person__organisation=firm)
        ClusterGroupFactory(cluster__initiative=initiative)
    client = sign_in()
    ContentType.objects.clear_cache()

    with django_assert_num_queries(queries):
        assert client.get(reverse(name, args=args)).status_code == 200


def test_where_answers_on_paper_go_is_written_down_once(client, initiative):
    client.force_login(member(initiative, Role.ADMINISTRATOR))
    typed = {
        "office_address": "Workforce office\n1 Sample Street",
        "office_phone": "614 555 0100",
        "office_fax": "",
    }

    page = client.post(reverse("office", args=["here"]), typed, follow=True).text

    assert "614 555 0100" in page
    assert "1 Sample Street" in page
    assert "<dt>Fax</dt>" not in page
    assert "Workforce office" in client.get(reverse("office", args=["here"])).text
