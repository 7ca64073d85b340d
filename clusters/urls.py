"""The addresses of clusters, relative to an initiative's."""

from django.urls import path

from clusters.views import definitions, figures, industries

urlpatterns = [
    path("", definitions.cluster_list, name="cluster_list"),
    path("summary.csv", figures.summary_csv, name="cluster_summary_csv"),
    path("bubble.json", figures.bubble, name="cluster_bubble"),
    path("bubble.svg", figures.bubble_svg, name="cluster_bubble_svg"),
    path("new/", definitions.cluster_new, name="cluster_new"),
    path("<slug:cluster>/", definitions.cluster_detail, name="cluster_detail"),
    path("<slug:cluster>/table.csv", figures.table_csv, name="cluster_table_csv"),
    path("<slug:cluster>/edit/", definitions.cluster_edit, name="cluster_edit"),
    path("<slug:cluster>/delete/", definitions.cluster_delete, name="cluster_delete"),
    path("<slug:cluster>/industries/", industries.industries, name="cluster_industries"),
    path("<slug:cluster>/take-over/", industries.take_over, name="study_take_over"),
    path("<slug:cluster>/industries/<str:naics>/add/", industries.add, name="industry_add"),
    path("<slug:cluster>/industries/<str:naics>/role/", industries.role, name="industry_role"),
    path(
        "<slug:cluster>/industries/<str:naics>/remove/", industries.remove, name="industry_remove"
    ),
]
