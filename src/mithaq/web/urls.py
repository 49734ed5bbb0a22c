"""Every page there is."""

from django.urls import path

from mithaq.web import design, desk, filing, preferences

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences/look/", preferences.set_look, name="look"),
    path("preferences/language/", preferences.set_language, name="language"),
    path("audience/", filing.audience, name="audience"),
    path("drafts/", filing.draft, name="draft"),
    path("drafts/keep/", filing.keep_draft, name="draft_keep"),
    path("drafts/drop/", filing.drop_draft, name="draft_drop"),
    path("design/", design.design, name="design"),
]
