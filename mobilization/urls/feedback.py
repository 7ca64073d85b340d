"""The addresses of feedback: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import include, path

from mobilization.views import feedback

of_a_meeting = [
    path("", feedback.flip_charts, name="flip_charts"),
    path("teams/<int:team>/", feedback.feedback_note, name="feedback_note"),
    path("<int:feedback>/strike/", feedback.feedback_strike, name="feedback_strike"),
    path("<int:feedback>/answer/", feedback.feedback_answer, name="feedback_answer"),
]

member = [
    path("groups/<slug:cluster>/meetings/<int:number>/flip-charts/", include(of_a_meeting)),
]

link = [
    path("teams/<int:team_id>/feedback/", feedback.personal_feedback, name="personal_feedback"),
    path("feedback/<int:feedback>/answer/", feedback.personal_answer, name="personal_answer"),
    path(
        "summaries/<int:meeting>/teams/<int:team_id>/",
        feedback.personal_advise,
        name="personal_advise",
    ),
]
