"""The addresses of summaries: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import include, path

from mobilization.views import summaries

of_a_meeting = [
    path("", summaries.summary, name="summary"),
    path("write/", summaries.summary_write, name="summary_write"),
    path("move/", summaries.summary_move, name="summary_move"),
    path("send/", summaries.summary_send, name="summary_send"),
    path("report/", summaries.summary_report, name="summary_report"),
]

member = [
    path("groups/<slug:cluster>/meetings/<int:number>/summary/", include(of_a_meeting)),
]

link = [
    path("summaries/<int:meeting>/", summaries.personal_summary, name="personal_summary"),
    path(
        "summaries/<int:meeting>/check/",
        summaries.personal_summary_check,
        name="personal_summary_check",
    ),
    path(
        "summaries/<int:meeting>/correct/",
        summaries.personal_summary_correct,
        name="personal_summary_correct",
    ),
]
