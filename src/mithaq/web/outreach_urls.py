"""The pages of what is said in public: message houses, and fact sheets, which everybody may open."""

from django.urls import path

from mithaq.web.views import acting, facts, outreach

OUTREACH = [
    path("outreach/", outreach.houses, name="houses"),
    path("outreach/open/", acting.add, {"act_name": "house-add"}, name="house-add"),
    path("outreach/lines/<slug:line>/", outreach.line, name="line"),
    path("outreach/<slug:house>/", outreach.house, name="house"),
    path("outreach/<slug:house>/handout.<slug:format>", outreach.handout, name="house-handout"),
    path("facts/", facts.sheets, name="facts"),
    path("facts/compose/", acting.add, {"act_name": "fact-sheet-add"}, name="fact-sheet-add"),
    path("facts/<slug:fact_sheet>/", facts.sheet, name="fact_sheet"),
    path("facts/<slug:fact_sheet>/sheet.<slug:format>", facts.sheet_file, name="fact-sheet-file"),
]
