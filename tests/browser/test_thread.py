"""The whole thread: raw files in at one end, the blueprint out at the other, by all six roles."""

import pytest
from django.core.management import call_command

from tests.browser.steps import (
    accounts,
    approvals,
    clusters,
    data,
    documents,
    invitations,
    meetings,
    people,
    plans,
    thread,
)
from tests.browser.steps.walk import Walk
from tests.conftest import DATA_DIR

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def walk(request, settings, live_server, open_page, look):
    """On the real statistics where they are at hand, on invented ones in any other clone."""
    settings.PUBLIC_URL = live_server.url
    call_command("build_scripts")
    statistics = "central_ohio" if DATA_DIR.is_dir() else "invented"
    return Walk(request.getfixturevalue(statistics), open_page, look)


def test_from_raw_files_to_an_approved_blueprint(walk, monkeypatch):
    accounts.an_initiative_is_made_by_command(monkeypatch)
    accounts.the_manager_signs_in(walk)
    given_statistics_and_a_cluster(walk)
    given_people_and_groups(walk)
    when_letters_are_sent_and_answered(walk)
    when_the_first_meeting_finds_a_team(walk)
    when_the_team_plans_and_the_leadership_group_approves(walk)
    then_the_documents_say_so(walk)
    then_the_thread_leads_back_and_forward(walk)


def given_statistics_and_a_cluster(walk):
    data.the_manager_chooses_the_region(walk)
    data.files_are_uploaded(walk)
    data.the_others_are_imported_by_command(walk)
    data.the_naics_table_shows_its_sources(walk)
    clusters.the_manager_defines_a_cluster_by_search(walk)
    clusters.the_list_shows_its_bubble(walk)


def given_people_and_groups(walk):
    accounts.the_recorder_is_added_and_chooses_a_password(walk)
    accounts.the_others_of_the_team_are_signed_in(walk)
    people.the_administrator_lists_a_firm_and_a_person(walk)
    people.the_others_are_listed(walk)
    people.the_manager_seats_the_leadership_group(walk)
    people.the_manager_chooses_the_cluster(walk)
    people.the_manager_fills_the_list(walk)


def when_letters_are_sent_and_answered(walk):
    invitations.the_manager_writes_the_letter(walk)
    invitations.the_co_chair_checks_the_list(walk)
    invitations.the_administrator_sends_the_letters(walk)
    invitations.the_guest_says_yes_on_second_thought(walk)
    invitations.the_administrator_writes_down_an_answer(walk)


def when_the_first_meeting_finds_a_team(walk):
    meetings.the_lead_opens_the_doors(walk)
    meetings.people_arrive(walk)
    meetings.cards_are_written(walk)
    meetings.cards_become_the_list(walk)
    meetings.dots_are_placed(walk)
    meetings.a_fifth_dot_is_refused(walk)
    meetings.requirements_are_grouped(walk)
    meetings.a_team_is_formed(walk)


def when_the_team_plans_and_the_leadership_group_approves(walk):
    plans.the_champion_drafts_the_plan(walk)
    meetings.the_next_meeting_hears_the_teams(walk, 2)
    plans.the_meeting_takes_it_forward(walk)
    meetings.the_lead_closes_the_meeting(walk, 2)
    meetings.the_next_meeting_hears_the_teams(walk, 3)
    plans.without_a_commitment_it_stays(walk)
    plans.the_champion_fills_in_the_action_plan(walk)
    plans.the_meeting_sends_it_to_the_leadership_group(walk)
    meetings.the_lead_closes_the_meeting(walk, 3)
    approvals.the_co_chair_of_the_group_withholds_it(walk)
    plans.the_team_meets_the_condition(walk)
    approvals.and_approves_it(walk)
    approvals.and_signs_the_statement(walk)


def then_the_documents_say_so(walk):
    documents.the_manager_has_them_made(walk)


def then_the_thread_leads_back_and_forward(walk):
    thread.an_outcome_leads_back_to_its_files(walk)
    thread.and_an_industry_forward_to_the_outcome(walk)
