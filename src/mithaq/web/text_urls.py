"""The pages of joint texts and the silence procedure."""

from django.urls import path

from mithaq.web.views import revising, silence, texts

TEXTS = [
    path("texts/", texts.texts, name="texts"),
    path("texts/add/", texts.add, name="text-add"),
    path("texts/<slug:text>/", texts.text, name="text"),
    path("texts/<slug:text>/amend/", texts.amend, name="text-amend"),
    path("texts/<slug:text>/comment/", texts.comment, name="text-comment"),
    path("texts/<slug:text>/compare/", texts.compare, name="text-compare"),
    path("texts/<slug:text>/revise/", revising.revise, name="text-revise"),
    path("texts/<slug:text>/propose/", silence.propose, name="silence-propose"),
    path("texts/<slug:text>/silence/", silence.latest, name="silence-latest"),
    path("texts/<slug:text>/preview/", silence.propose_preview, name="silence-preview"),
    path("texts/<slug:text>/amendments/<slug:amendment>/<slug:verb>/", texts.settle, name="amendment-settle"),
    path("silence/<slug:silence>/", silence.silence, name="silence"),
    path("silence/<slug:silence>/break/", silence.break_silence, name="silence-break"),
    path("silence/<slug:silence>/join/<slug:statement>/", silence.join, name="silence-join"),
    path("silence/<slug:silence>/sheet.<slug:format>", silence.sheet_file, name="silence-sheet"),
]
