"""The addresses of documents: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import documents as views

member = [
    path("documents/", views.document_list, name="document_list"),
    path("documents/<slug:cluster>/words/", views.briefing_words, name="briefing_words"),
    path("documents/<slug:cluster>/statement/", views.statement, name="statement"),
    path("documents/<slug:cluster>/blank/", views.blank_sheets, name="blank_sheets"),
    path("documents/<slug:cluster>/blank/<slug:sheet>/", views.make_blank, name="make_blank"),
    path("documents/<slug:cluster>/<slug:kind>/", views.make, name="make_document"),
]

link = [
    path("documents/<uuid:job_id>/", views.read, name="read_document"),
]
