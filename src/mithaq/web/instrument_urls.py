"""The pages of instruments and results."""

from django.urls import path

from mithaq.web.views import forms_by_link, instruments, result_files

INSTRUMENTS = [
    path("instruments/<slug:instrument>/", instruments.instrument, name="instrument"),
    path("instruments/<slug:instrument>/questions/<int:number>/", instruments.question, name="instrument-question"),
    path("activities/<slug:activity>/results/", instruments.results, name="activity-results"),
    path("activities/<slug:activity>/results/record/", instruments.scores, name="activity-scores"),
    path("activities/<slug:activity>/invite/", instruments.invite, name="activity-invite"),
    path("activities/<slug:activity>/paper/<slug:instrument>/", instruments.paper, name="activity-paper"),
    path("training/results/take-in/", result_files.take_in, name="results-take-in"),
    path("training/results/take-in/<slug:taken_in>/undo/", result_files.undo, name="results-undo"),
    path("form/thanks/", forms_by_link.thanks, name="form-thanks"),
    path("form/<slug:link>/", forms_by_link.form, name="form"),
]
