"""Every route there is: pages, API, sign-in."""

from django.urls import include, path

from mithaq.api.door import routes

urlpatterns = [
    path("api/v1/", include((routes(), "api"))),
    path("sign-in/", include("mithaq.web.signin")),
    path("", include("mithaq.web.urls")),
]
handler400 = "mithaq.web.problems.unfit"
handler403 = "mithaq.web.problems.refused"
handler404 = "mithaq.web.problems.absent"
