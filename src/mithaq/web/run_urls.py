"""The pages of runs and releases: the list, how a run was made and whether it stands, a release and the consent to it."""

from django.urls import path

from mithaq.web.views import runs

RUNS = [
    path("runs/", runs.run_and_release_list, name="runs"),
    path("runs/<slug:run>/made/", runs.made, name="run-made"),
    path("runs/<slug:run>/data.<slug:format>", runs.run_data, name="run-data"),
    path("releases/", runs.releases, name="releases"),
    path("releases/<slug:release>/", runs.release, name="release"),
    path("releases/<slug:release>/data.<slug:format>", runs.release_data, name="release-data"),
    path("releases/asked/<slug:consent>/", runs.consent, name="consent"),
]
