"""The addresses of plans: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import personal_plans, plans

member = [
    path("plans/", plans.plan_list, name="plan_list"),
    path("groups/<slug:cluster>/plans/", plans.group_plans, name="group_plans"),
    path("plans/teams/<int:team_id>/", plans.start, name="plan_start"),
    path("plans/teams/<int:team_id>/move/<slug:move>/", plans.team_move, name="team_move"),
    path("plans/<int:plan_id>/", plans.plan, name="plan"),
    path("plans/<int:plan_id>/edit/", plans.edit, name="plan_edit"),
    path("plans/<int:plan_id>/fullness/", plans.fullness, name="plan_fullness"),
    path("plans/<int:plan_id>/versions/", plans.versions, name="plan_versions"),
    path("plans/<int:plan_id>/restore/", plans.restore, name="plan_restore"),
    path("plans/<int:plan_id>/print/", plans.print_page, name="plan_print"),
    path("plans/<int:plan_id>/pdf/", plans.make_pdf, name="plan_pdf"),
    path("plans/<int:plan_id>/send/", plans.send_again, name="plan_send"),
    path("plans/<int:plan_id>/split/", plans.split, name="plan_split"),
    path("plans/<int:plan_id>/<slug:move>/", plans.move, name="plan_move"),
]

link = [
    path("plans/", personal_plans.plan_list, name="personal_plan_list"),
    path("teams/<int:team_id>/plan/", personal_plans.start, name="personal_plan_start"),
    path("plans/<int:plan_id>/", personal_plans.plan, name="personal_plan"),
    path("plans/<int:plan_id>/edit/", personal_plans.edit, name="personal_plan_edit"),
    path("plans/<int:plan_id>/fullness/", personal_plans.fullness, name="personal_plan_fullness"),
    path("plans/<int:plan_id>/versions/", personal_plans.versions, name="personal_plan_versions"),
    path("plans/<int:plan_id>/restore/", personal_plans.restore, name="personal_plan_restore"),
    path("plans/<int:plan_id>/print/", personal_plans.print_page, name="personal_plan_print"),
    path("plans/<int:plan_id>/send/", personal_plans.send_again, name="personal_plan_send"),
]
