"""The pages of findings: the list, one, what was put to a party, evaluate, planning, annual reviews."""

from django.urls import path

from mithaq.web.views import acting, annual, findings

FINDINGS = [
    path("findings/", findings.finding_list, name="findings"),
    path("findings/evaluate/", findings.evaluate, name="evaluate"),
    path("findings/annual/", annual.reviews, name="annual-reviews"),
    path("findings/annual/make/", acting.add, {"act_name": "annual-make"}, name="annual-make"),
    path("findings/annual/<slug:review>/", annual.review, name="annual-review"),
    path("findings/annual/<slug:review>/review.<slug:format>", annual.paper, name="annual-paper"),
    path("findings/asked/<slug:asked>/", findings.asked, name="asked"),
    path("findings/planning/<slug:course>/", findings.planning, name="planning"),
    path("findings/<slug:finding>/", findings.finding, name="finding"),
]
