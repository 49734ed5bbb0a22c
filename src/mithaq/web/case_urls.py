"""The pages of success cases: the queue, a case, a draw, what the cases of a course tell, on a page and on paper."""

from django.urls import path

from mithaq.web.views import cases

CASES = [
    path("cases/", cases.case_list, name="cases"),
    path("cases/courses/<slug:course>/", cases.of_course, name="cases-course"),
    path("cases/courses/<slug:course>/cases.<slug:format>", cases.paper, name="cases-paper"),
    path("cases/draws/<slug:draw>/", cases.draw, name="draw"),
    path("cases/<slug:case>/", cases.case, name="case"),
]
