"""The pages under /i/<initiative>/data/."""

from django.urls import path

from analytics.views import datasets, regions, tables

urlpatterns = [
    path("", regions.data_home, name="data_home"),
    path("region/", regions.region_edit, name="region_edit"),
    path("datasets/upload/", datasets.dataset_upload, name="dataset_upload"),
    path("table/", tables.naics_table, name="naics_table"),
    path("table.<slug:kind>", tables.naics_table_file, name="naics_table_file"),
]
