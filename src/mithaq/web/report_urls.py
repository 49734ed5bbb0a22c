"""The reports on training: of a run, of one course, area or party in it; of a release, and of a party's own part of it."""

from django.urls import path

from mithaq.web.views import reports

REPORTS = [
    path("runs/<slug:run>/", reports.run, name="run"),
    path("runs/<slug:run>/report.<slug:format>", reports.run_file, name="run-file"),
    path("runs/<slug:run>/courses/<str:course_code>/", reports.course, name="run-course"),
    path("runs/<slug:run>/courses/<str:course_code>/report.<slug:format>", reports.course_file, name="run-course-file"),
    path("runs/<slug:run>/areas/<slug:area>/", reports.area, name="run-area"),
    path("runs/<slug:run>/areas/<slug:area>/report.<slug:format>", reports.area_file, name="run-area-file"),
    path("runs/<slug:run>/parties/<slug:party>/", reports.party, name="run-party"),
    path("runs/<slug:run>/parties/<slug:party>/report.<slug:format>", reports.party_file, name="run-party-file"),
    path("releases/<slug:release>/report/", reports.release, name="release-report"),
    path("releases/<slug:release>/report/report.<slug:format>", reports.release_file, name="release-report-file"),
    path("releases/<slug:release>/own/", reports.own, name="release-own"),
    path("releases/<slug:release>/own/report.<slug:format>", reports.own_file, name="release-own-file"),
]
