"""The addresses of the thread: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import thread

member = [
    path("thread/outcome/<int:outcome>/", thread.from_outcome, name="thread"),
    path(
        "thread/industry/<slug:cluster>/<slug:naics>/",
        thread.from_industry,
        name="thread_industry",
    ),
]

link = []
