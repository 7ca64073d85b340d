"""The addresses of meetings: `member` below /i/<initiative>/, `link` below /r/<token>/,
`public` at the top."""

from django.urls import include, path

from mobilization.views import (
    agendas,
    cards,
    comfort,
    console,
    contacts,
    deeds,
    exports,
    guests,
    kits,
    meetings,
    priorities,
    requirements,
    room,
    screen,
    teams,
    timers,
    volunteers,
    votes,
)

of_a_meeting = [
    path("", meetings.meeting, name="meeting"),
    path("plan/", meetings.meeting_plan, name="meeting_plan"),
    path("agenda/", agendas.agenda_edit, name="agenda_edit"),
    path("agenda/change/", agendas.agenda_change, name="agenda_change"),
    path("run-sheet/", agendas.run_sheet, name="run_sheet"),
    path("move/", meetings.meeting_move, name="meeting_move"),
    path("console/", console.console, name="console"),
    path("screen/", screen.screen, name="room_screen"),
    path("lead/<int:member>/", deeds.hand_over, name="hand_over"),
    path("steps/<int:step>/undo/", deeds.step_undo, name="step_undo"),
    path("timer/start/", timers.timer_start, name="timer_start"),
    path("timer/change/", timers.timer_change, name="timer_change"),
    path("timer/stop/", timers.timer_stop, name="timer_stop"),
    path("guests/<int:guest>/let-in/", guests.guest_let_in, name="guest_let_in"),
    path("guests/<int:guest>/turn-away/", guests.guest_turn_away, name="guest_turn_away"),
    path("guests/<int:guest>/call-back/", guests.guest_call_back, name="guest_call_back"),
    path("results/", votes.show_results, name="show_results"),
    path("desk/", meetings.desk, name="desk"),
    path("desk/walk-in/", meetings.walk_in, name="walk_in"),
    path("desk/<int:person>/", meetings.check_in, name="check_in"),
    path("desk/<int:person>/undo/", meetings.check_in_undo, name="check_in_undo"),
    path("cards/<int:person>/", cards.paper_card, name="paper_card"),
    path("requirements/new/", requirements.requirement_new, name="requirement_new"),
    path("requirements/take-over/", requirements.take_over, name="take_over"),
    path("requirements/already-said/", requirements.already_said, name="already_said"),
    path("requirements/unlink/", requirements.unlink, name="unlink"),
    path("requirements/<int:requirement>/", requirements.requirement_edit, name="requirement_edit"),
    path(
        "requirements/<int:requirement>/remove/",
        requirements.requirement_remove,
        name="requirement_remove",
    ),
    path("export/", exports.export, name="export"),
    path("export/results.<slug:format>", exports.export_results, name="export_results"),
    path("export/<slug:what>.<slug:format>", exports.export_names, name="export_names"),
    path("kit/", kits.kit, name="kit"),
    path("kit/make/", kits.kit_make, name="kit_make"),
    path("ballots/code/", kits.ballot_by_code, name="ballot_by_code"),
    path("ballots/<int:person>/", votes.paper_ballot, name="paper_ballot"),
    path("ballots/<int:person>/<int:requirement>/", votes.paper_dot, name="paper_dot"),
    path(
        "ballots/<int:person>/<int:requirement>/offer/",
        votes.paper_offer,
        name="paper_offer",
    ),
    path(
        "ballots/<int:person>/<int:requirement>/undo/",
        votes.paper_dot_undo,
        name="paper_dot_undo",
    ),
    path("comfort/ask/", comfort.comfort_ask, name="comfort_ask"),
    path("comfort/hands/", comfort.comfort_hands, name="comfort_hands"),
    path("comfort/close/", comfort.comfort_close, name="comfort_close"),
    path("priorities/", priorities.group_requirements, name="group_requirements"),
    path("priorities/<int:priority>/", priorities.priority_rename, name="priority_rename"),
    path("priorities/<int:priority>/remove/", priorities.priority_remove, name="priority_remove"),
    path("priorities/<int:priority>/team/", teams.action_team_new, name="action_team_new"),
    path("priorities/<int:priority>/volunteers/", volunteers.volunteer_new, name="volunteer_new"),
    path(
        "priorities/<int:priority>/volunteers/<int:person>/strike/",
        volunteers.volunteer_strike,
        name="volunteer_strike",
    ),
    path("priorities/<int:priority>/pass/", volunteers.area_pass, name="area_pass"),
    path("drafting/", volunteers.drafting_choose, name="drafting_choose"),
    path("teams/<int:team>/contacts/", contacts.team_contacts, name="team_contacts"),
    path("teams/<int:team>/contacts/<int:person>/", contacts.contact_share, name="contact_share"),
    path("teams/<int:team>/", teams.action_team, name="action_team"),
    path("teams/<int:team>/join/", teams.team_join, name="team_join"),
    path("teams/<int:team>/members/", teams.member_new, name="member_new"),
    path(
        "teams/<int:team>/members/<int:person>/remove/", teams.member_remove, name="member_remove"
    ),
    path("teams/<int:team>/undo/", teams.action_team_undo, name="action_team_undo"),
]

member = [
    path("groups/<slug:cluster>/meetings/<int:number>/", include(of_a_meeting)),
]

link = [
    path("meetings/<int:meeting>/", room.room, name="room"),
    path("meetings/<int:meeting>/lend/", guests.lend, name="lend"),
    path("meetings/<int:meeting>/arrive/", room.arrive, name="arrive"),
    path("meetings/<int:meeting>/areas/<int:priority>/", volunteers.own_area, name="own_area"),
    path("meetings/<int:meeting>/teams/<int:team>/", contacts.own_contact, name="own_contact"),
    path("teams/<int:team>/contacts/", contacts.personal_contacts, name="personal_contacts"),
    path("meetings/<int:meeting>/comfort/", comfort.own_comfort, name="own_comfort"),
    path("meetings/<int:meeting>/card/", room.own_card, name="own_card"),
    path("meetings/<int:meeting>/dots/<int:requirement>/", room.place_dot, name="place_dot"),
    path(
        "meetings/<int:meeting>/dots/<int:requirement>/offer/",
        room.own_offer,
        name="own_offer",
    ),
    path(
        "meetings/<int:meeting>/dots/<int:requirement>/take-back/",
        room.take_dot_back,
        name="take_dot_back",
    ),
]

public = [
    path("join/", guests.join, name="join"),
    path("join/<slug:code>/", guests.join, name="join_meeting"),
    path("door/<str:guest>/", guests.door, name="door"),
]
