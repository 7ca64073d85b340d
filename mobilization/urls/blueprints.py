"""The addresses of blueprints: `member` below /i/<initiative>/, `link` below /r/<token>/."""

from django.urls import path

from mobilization.views import blueprints as views

member = []

link = [
    path("blueprint/<slug:cluster>/", views.sign, name="sign_blueprint"),
]
