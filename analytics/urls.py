"""The pages under /i/<initiative>/data/."""

from django.urls import path

from analytics.views import (
    datasets,
    joint,
    regions,
    series,
    sheets,
    shift_share,
    snapshots,
    studies,
    tables,
    worksheets,
)

urlpatterns = [
    path("", regions.data_home, name="data_home"),
    path("region/", regions.region_edit, name="region_edit"),
    path("datasets/upload/", datasets.dataset_upload, name="dataset_upload"),
    path("datasets/upload/<uuid:upload>/", datasets.dataset_columns, name="dataset_columns"),
    path("series/<slug:code>/", series.yearly_series, name="yearly_series"),
    path("series/<slug:code>.<slug:kind>", series.yearly_series_file, name="yearly_series_file"),
    path("shift-share/", shift_share.shift_share, name="shift_share"),
    path("shift-share.<slug:kind>", shift_share.shift_share_file, name="shift_share_file"),
    path("table/", tables.naics_table, name="naics_table"),
    path("snapshots/", snapshots.snapshot_list, name="snapshot_list"),
    path("snapshots/new/", snapshots.snapshot_new, name="snapshot_new"),
    path("snapshots/<uuid:snapshot>/", snapshots.snapshot, name="snapshot"),
    path("snapshots/<uuid:snapshot>/table.csv", snapshots.snapshot_csv, name="snapshot_csv"),
    path("snapshots/<uuid:snapshot>/remove/", snapshots.snapshot_remove, name="snapshot_remove"),
    path("studies/", studies.study_list, name="study_list"),
    path("studies/new/", studies.study_new, name="study_new"),
    path("studies/<int:study>/", studies.study, name="study"),
    path("studies/<int:study>/edit/", studies.study_edit, name="study_edit"),
    path("studies/<int:study>/remove/", studies.study_remove, name="study_remove"),
    path("observations/", worksheets.worksheet_home, name="worksheet_home"),
    path("observations/begin/", worksheets.worksheet_begin, name="worksheet_begin"),
    path("observations/<int:round>/", worksheets.worksheet, name="worksheet"),
    path("observations/<int:round>/move/", worksheets.worksheet_move, name="worksheet_move"),
    path("observations/<int:round>/joint.csv", worksheets.worksheet_csv, name="worksheet_csv"),
    path("observations/<int:round>/mine/", sheets.own_sheet, name="own_sheet"),
    path("observations/<int:round>/mine/move/", sheets.own_sheet_move, name="own_sheet_move"),
    path(
        "observations/<int:round>/mine/<int:observation>/",
        sheets.observation_edit,
        name="observation_edit",
    ),
    path(
        "observations/<int:round>/mine/<int:observation>/remove/",
        sheets.observation_remove,
        name="observation_remove",
    ),
    path("observations/<int:round>/take-over/", joint.take_over, name="observations_take_over"),
    path("observations/<int:round>/lines/new/", joint.line_new, name="joint_line_new"),
    path("observations/<int:round>/lines/<int:line>/", joint.line_edit, name="joint_line_edit"),
    path(
        "observations/<int:round>/lines/<int:line>/remove/",
        joint.line_remove,
        name="joint_line_remove",
    ),
    path("table.<slug:kind>", tables.naics_table_file, name="naics_table_file"),
]
