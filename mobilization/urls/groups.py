"""The addresses of groups: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import groups

member = [
    path("groups/", groups.groups, name="groups"),
    path("groups/leadership/new/", groups.leader_new, name="leader_new"),
    path("groups/leadership/<int:seat>/remove/", groups.leader_remove, name="leader_remove"),
    path("groups/team/new/", groups.team_new, name="team_new"),
    path("groups/team/<int:membership>/remove/", groups.team_remove, name="team_remove"),
    path("groups/office/", groups.office, name="office"),
    path("groups/clusters/choose/", groups.group_choose, name="group_choose"),
    path("groups/<slug:cluster>/", groups.group, name="group"),
    path("groups/<slug:cluster>/moves/<slug:move>/", groups.group_move, name="group_move"),
    path("groups/<slug:cluster>/seats/new/", groups.seat_new, name="seat_new"),
    path(
        "groups/<slug:cluster>/seats/<int:seat>/remove/",
        groups.seat_remove,
        name="seat_remove",
    ),
]

link = [
    path("group/<slug:cluster>/", groups.co_chair_list, name="co_chair_list"),
]
