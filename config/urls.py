"""The URL configuration: the places of the product."""

from django.urls import include, path

import mobilization.urls
from accounts.views.home import home
from core import views
from mobilization.views import demo

member = [
    path("jobs/<uuid:job_id>/", views.job, name="job"),
    path("documents/<uuid:job_id>/file/", views.document_file, name="document_file"),
    path("data/", include("analytics.urls")),
    path("clusters/", include("clusters.urls")),
    *mobilization.urls.member,
]

urlpatterns = [
    path("", home, name="home"),
    path("healthz", views.healthz, name="healthz"),
    path("gallery/", views.gallery, name="gallery"),
    path("demo/", demo.start, name="demo_start"),
    path("demo/enter/<str:part>/", demo.enter, name="demo_enter"),
    path("demo/outbox/", views.outbox, name="outbox"),
    path("accounts/", include("accounts.urls")),
    path("i/<slug:initiative>/", include(member)),
    *mobilization.urls.public,
    path("r/<str:token>/", include(mobilization.urls.link)),
]
