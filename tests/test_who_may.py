"""Every URL of the configuration, tried by everybody, against the table of who may enter.

A new URL wants one row: its name, `page` (GET) or `act` (POST), and who gets in. What stands in
its address comes from `tests/world.py`, by the name of the place; a row may give its own value.
Whoever is not named is kept out: a visitor is sent to sign in, a member of another initiative
and a stranger's link find nothing there, the others are refused.
"""

from dataclasses import dataclass, field

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from core import jobs
from tests.world import make_world

MANAGER = {"manager"}
OFFICE = MANAGER | {"administrator"}
ROOM = MANAGER | {"lead_facilitator", "recorder"}
TEAM = OFFICE | ROOM

CO_CHAIR = {"cluster co-chair"}
LEADERSHIP_CO_CHAIR = {"leadership co-chair"}
LEADERSHIP = LEADERSHIP_CO_CHAIR | {"leader"}
ON_THE_TEAM = {"team member"}
INVITED = {"participant"}
SEATED = CO_CHAIR | ON_THE_TEAM | INVITED
READERS = LEADERSHIP | SEATED
HOLDERS = READERS | {"stranger"}

SIGNED_IN = TEAM | {"outsider"}
ALL = SIGNED_IN | {"visitor"}


@dataclass
class Row:
    """Who gets in by `method`, with `values` in the address and `data` in the form."""

    who: set
    method: str = "get"
    values: dict = field(default_factory=dict)
    data: dict = field(default_factory=dict)


def page(who, **values):
    return Row(who, values=values)


def act(who, data=None, **values):
    return Row(who, "post", values, data or {})


TABLE = {
    # For the public
    "home": page(ALL),
    "healthz": page(ALL),
    "gallery": page(ALL),
    "outbox": page(ALL),
    "join": page(ALL),
    "join_meeting": page(ALL),
    "door": page(ALL, guest="guest_key"),
    "demo_start": page(ALL),
    "demo_enter": act(ALL),
    # Sign-in
    "account_login": page(ALL),
    "account_logout": page(ALL),
    "account_signup": page(ALL),
    "account_change_password": page(SIGNED_IN),
    "account_set_password": page(SIGNED_IN),
    "account_reset_password": page(ALL),
    "account_reset_password_done": page(ALL),
    "account_reset_password_from_key": page(ALL),
    "account_reset_password_from_key_done": page(ALL),
    "account_inactive": page(ALL),
    # The initiative
    "overview": page(TEAM),
    "job": page(TEAM),
    "document_file": page(TEAM),
    # Data and clusters
    "data_home": page(TEAM),
    "region_edit": page(MANAGER),
    "dataset": page(TEAM),
    "dataset_upload": page(MANAGER),
    "dataset_columns": page(MANAGER),
    "yearly_series": page(TEAM, code="all"),
    "yearly_series_file": page(TEAM, code="all", kind="csv"),
    "shift_share": page(TEAM),
    "shift_share_file": page(TEAM, kind="csv"),
    "naics_table": page(TEAM),
    "naics_table_file": page(TEAM, kind="csv"),
    "naics_explanation": page(TEAM, code="3254"),
    "snapshot_list": page(TEAM),
    "snapshot_new": page(MANAGER),
    "snapshot": page(TEAM),
    "snapshot_csv": page(TEAM),
    "snapshot_remove": act(MANAGER),
    "study_list": page(TEAM),
    "study_new": page(MANAGER),
    "study": page(TEAM),
    "study_edit": page(MANAGER),
    "study_remove": act(MANAGER),
    "study_take_over": act(MANAGER),
    "worksheet_home": page(TEAM),
    "worksheet_begin": act(ROOM),
    "worksheet": page(TEAM),
    "worksheet_move": act(ROOM, {"move": "close"}),
    "worksheet_csv": page(TEAM),
    "own_sheet": page(TEAM),
    "own_sheet_move": act(TEAM, {"move": "hand_in"}),
    "observation_edit": page({"recorder"}),  # whose observation it is
    "observation_remove": act({"recorder"}),
    "observations_take_over": act(ROOM),
    "joint_line_new": page(ROOM),
    "joint_line_edit": page(ROOM),
    "joint_line_remove": act(ROOM),
    "cluster_list": page(TEAM),
    "cluster_summary_csv": page(TEAM),
    "cluster_bubble": page(TEAM),
    "cluster_bubble_svg": page(TEAM),
    "cluster_new": page(MANAGER),
    "cluster_detail": page(TEAM),
    "cluster_table_csv": page(TEAM),
    "cluster_edit": page(MANAGER),
    "cluster_delete": act(MANAGER),
    "cluster_industries": page(MANAGER),
    "industry_add": act(MANAGER),
    "industry_role": act(MANAGER),
    "industry_remove": act(MANAGER),
    # People, groups and invitations
    "people": page(TEAM),
    "person_new": page(OFFICE),
    "person_edit": page(OFFICE),
    "person_link_withdraw": act(OFFICE),
    "person_link_renew": act(OFFICE),
    "organisations": page(TEAM),
    "organisation_new": page(OFFICE),
    "organisation_edit": page(OFFICE),
    "groups": page(TEAM),
    "leader_new": page(OFFICE),
    "leader_remove": act(OFFICE, seat="leadership_seat"),
    "office": page(OFFICE),
    "team_new": page(MANAGER),
    "team_remove": act(MANAGER),
    "group_choose": page(MANAGER),
    "group": page(TEAM),
    "seat_new": page(OFFICE),
    "seat_remove": act(OFFICE),
    "invitations": page(TEAM),
    "letter": page(OFFICE),
    "letter_preview": page(TEAM),
    "letters_send": act(OFFICE),
    "reminders_send": act(OFFICE),
    "letters_on_paper": page(OFFICE),
    "letters_posted": act(OFFICE),
    "letter_again": act(OFFICE),
    "answer_record": page(OFFICE),
    # Meetings
    "meeting": page(TEAM),
    "meeting_plan": page(TEAM),
    "agenda_edit": page(TEAM),
    "categories_edit": page(TEAM),
    "agenda_change": act(TEAM, {"change": "add_team_work"}),
    "run_sheet": page(TEAM),
    "export": page(TEAM),
    "export_results": page(TEAM, format="csv"),
    "export_names": page(ROOM, what="ballots", format="csv"),
    "summary": page(TEAM),
    "summary_write": act(ROOM),
    "summary_move": act(ROOM, {"move": "take_back"}),
    "summary_send": act(OFFICE),
    "summary_report": act(OFFICE),
    "flip_charts": page(TEAM, number="later_number"),
    "feedback_note": act(ROOM),
    "feedback_strike": act(ROOM),
    "feedback_answer": act(ROOM),
    "coaching_log": page(ROOM),
    "coaching_assign": act(ROOM),
    "presentations": page(TEAM, number="later_number"),
    "presenter_name": act(ROOM, {"person": "0"}, number="later_number"),
    "copies_ready": act(TEAM, {"what": "take_back"}, number="later_number", plan="plan_id"),
    "presenter_confirm": act(ROOM, number="later_number"),
    "presentation_shift": act(ROOM, {"to": "later"}, number="later_number"),
    "presentation_move": act(ROOM, {"name": "begin"}, number="later_number"),
    "kit": page(TEAM),
    "kit_make": act(TEAM, {"paper": "letter"}),
    "ballot_by_code": page(ROOM),
    "meeting_move": act(ROOM, {"move": "start"}),
    "meeting_reason": page(ROOM, move="close"),
    "console": page(ROOM),
    "room_screen": page(TEAM),
    "hand_over": act(ROOM),
    "step_undo": act(ROOM),
    "timer_start": act(ROOM),
    "timer_change": act(ROOM),
    "timer_stop": act(ROOM),
    "show_results": act(ROOM),
    "areas_show": act(ROOM),
    "guest_let_in": act(ROOM),
    "guest_turn_away": act(ROOM, guest="late_guest"),
    "guest_call_back": act(ROOM),
    "desk": page(TEAM),
    "walk_in": page(TEAM),
    "check_in": act(TEAM),
    "check_in_undo": act(ROOM),
    "substitute": page(TEAM),
    "excuse": act(TEAM),
    "reply_record": page(TEAM, number="later_number"),
    "paper_card": page(ROOM),
    "scans": page(ROOM),
    "card_scans": page(ROOM),
    "team_scans": page(ROOM, number="later_number"),
    "scan_file": page(ROOM),
    "scan_remove": act(ROOM),
    "requirement_new": page(ROOM),
    "call_to_read": act(ROOM),
    "take_over": act(ROOM),
    "already_said": act(ROOM),
    "unlink": act(ROOM),
    "requirement_edit": page(ROOM),
    "requirement_remove": act(ROOM),
    "paper_ballot": page(ROOM),
    "paper_dot": act(ROOM),
    "paper_offer": act(ROOM),
    "paper_dot_undo": act(ROOM),
    "comfort_ask": act(ROOM, {"method": "consent"}),
    "comfort_hands": act(ROOM),
    "comfort_close": act(ROOM),
    "group_requirements": act(ROOM),
    "priority_rename": page(ROOM),
    "priority_remove": act(ROOM),
    "action_team_new": page(ROOM),
    "volunteer_new": act(ROOM),
    "volunteer_strike": act(ROOM),
    "area_pass": act(ROOM),
    "drafting_choose": act(ROOM, {"option": "between"}),
    "team_contacts": page(TEAM),
    "contact_share": act(ROOM, person="team_member"),
    "action_team": page(ROOM),
    "member_new": act(ROOM),
    "team_join": page(ROOM),
    "member_remove": act(ROOM, person="team_member"),
    "action_team_undo": act(ROOM),
    "team_invitees": page(TEAM),
    "team_letters": act(TEAM, {"what": "send"}),
    "team_next": page(TEAM),
    "team_paper": page(OFFICE),
    "team_invitation_change": act(TEAM, {"what": "strike"}, invitation="team_invitation"),
    "team_answer_record": page(TEAM, invitation="team_invitation"),
    # Plans and the Leadership Group
    "plan_list": page(TEAM),
    "group_plans": page(TEAM),
    "plan_start": page(ROOM),
    "team_move": page(ROOM, move="disband"),
    "plan": page(TEAM),
    "plan_edit": page(ROOM),
    "plan_print": page(TEAM),
    "plan_versions": page(TEAM),
    "plan_fullness": act(ROOM),
    "plan_restore": act(ROOM, {"number": 1, "version": 1, "state": "conceptual"}),
    "plan_split": page(ROOM),
    "group_move": page(ROOM, move="close"),
    "plan_pdf": act(TEAM, {"paper": "letter"}),
    "plan_send": act(ROOM),
    "plan_move": act(ROOM, move="take_forward"),
    "leadership": page(TEAM),
    # Documents
    "document_list": page(TEAM),
    "blank_sheets": page(TEAM),
    "make_blank": act(TEAM, {"paper": "a4"}, sheet="protocol"),
    "make_document": act(TEAM, kind="briefing_paper"),
    "briefing_words": page(MANAGER),
    "statement": page(TEAM),
    # The thread
    "thread": page(TEAM),
    "thread_industry": page(TEAM, naics="3345"),
    # By personal link; a vote is refused in words, so whoever has a seat gets as far as that
    "personal_home": page(HOLDERS),
    "co_chair_list": page(CO_CHAIR),
    "answer": page(INVITED),
    "room": page(SEATED),
    "lend": act(SEATED),
    "arrive": act(SEATED),
    "own_card": act(SEATED),
    "place_dot": act(SEATED),
    "own_offer": act(SEATED),
    "own_area": act(SEATED),
    "own_contact": act(ON_THE_TEAM),
    "personal_contacts": page(ON_THE_TEAM),
    "personal_team_invitees": page(ON_THE_TEAM),  # who convenes the team
    "personal_team_letters": act(ON_THE_TEAM, {"what": "send"}),
    "personal_team_next": page(ON_THE_TEAM),
    "team_answer": page(INVITED),
    "own_comfort": act(SEATED, {"level": "1"}),
    "take_dot_back": act(SEATED),
    "personal_summary": page(CO_CHAIR | LEADERSHIP),
    "personal_reply": page(SEATED, meeting="later_meeting"),
    "personal_summary_check": act(CO_CHAIR),
    "personal_summary_correct": act(CO_CHAIR),
    "personal_feedback": page(ON_THE_TEAM),
    "personal_answer": act(ON_THE_TEAM),
    "personal_advise": act(LEADERSHIP),
    "personal_turn": page(ON_THE_TEAM),
    "own_offer_to_present": act(ON_THE_TEAM),
    "personal_plan_list": page(HOLDERS),
    "personal_plan_start": page(ON_THE_TEAM),
    "personal_plan": page(READERS),
    "personal_plan_edit": page(ON_THE_TEAM),
    "personal_plan_print": page(READERS),
    "personal_plan_versions": page(READERS),
    "personal_plan_fullness": act(ON_THE_TEAM),
    "personal_plan_restore": act(ON_THE_TEAM, {"number": 1, "version": 1, "state": "conceptual"}),
    "personal_plan_send": act(ON_THE_TEAM),
    "personal_decision": page(LEADERSHIP_CO_CHAIR),
    "read_document": page(LEADERSHIP | CO_CHAIR),
    "sign_blueprint": page(LEADERSHIP_CO_CHAIR),
}


def all_routes(patterns, places=()):
    """Yield (name, names of the places in the address) for every URL of the configuration."""
    for pattern in patterns:
        here = (*places, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from all_routes(pattern.url_patterns, here)
        else:
            yield pattern.name, here


ROUTES = dict(all_routes(get_resolver().url_patterns))


def test_every_url_stands_in_the_table():
    assert ROUTES.keys() == TABLE.keys()


@pytest.fixture
def world(db, settings, monkeypatch):
    settings.DEMO = True
    monkeypatch.setitem(
        jobs.kinds,
        "sample",
        jobs.Kind("sample", "Sample", "accounts.enter", run=None, home="overview"),
    )
    return make_world()


@pytest.mark.parametrize("name", TABLE)
def test_who_may(name, world):
    row, places = TABLE[name], ROUTES[name]

    if "token" in places:
        outcomes = by_link(world, name, row, places)
        expected_of_others = {"unknown": {"not found"}, "revoked": {"gone"}, "expired": {"gone"}}
        kept_out = {"not found", "refused"}
    else:
        outcomes = by_account(world, name, row, places)
        expected_of_others = {"visitor": {"sign in"}, "outsider": {"not found"}}
        kept_out = {"refused"}

    assert {who for who, outcome in outcomes.items() if outcome == "in"} == row.who
    for who, outcome in outcomes.items():
        if who not in row.who:
            assert outcome in expected_of_others.get(who, kept_out), who


def by_account(world, name, row, places):
    """{role: outcome} of the support team, of an outsider and of a visitor."""
    address = reverse(name, kwargs=values_of(world, row, places))
    everybody = {**world.users, "visitor": None}
    return {who: outcome_of(client_of(user), row, address) for who, user in everybody.items()}


def by_link(world, name, row, places):
    """{holder: outcome} of every kind of personal link."""
    values = values_of(world, row, [place for place in places if place != "token"])
    return {
        who: outcome_of(Client(), row, reverse(name, kwargs={**values, "token": token}))
        for who, token in world.tokens.items()
    }


def values_of(world, row, places):
    """What stands in the address: the world's, unless the row names another or writes its own."""
    named = {place: row.values.get(place, place) for place in places}
    return {place: world.values.get(name, name) for place, name in named.items()}


def client_of(user):
    client = Client()
    if user:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def outcome_of(client, row, address):
    """What the answer means; whatever the page did is taken back."""
    with transaction.atomic():
        response = getattr(client, row.method)(address, row.data)
        transaction.set_rollback(True)
    if response.streaming:
        list(response.streaming_content)  # a file is closed at its end
    if response.status_code in (200, 302, 409):
        sent_away = response.get("Location", "").startswith("/accounts/sign-in/")
        return "sign in" if sent_away else "in"
    return {403: "refused", 404: "not found", 410: "gone"}.get(
        response.status_code, response.status_code
    )
