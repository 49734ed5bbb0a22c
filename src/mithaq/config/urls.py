"""Every route there is: pages, API, sign-in."""

from django.urls import include, path

urlpatterns = [
    path("sign-in/", include("allauth.account.urls")),
    path("", include("mithaq.web.urls")),
]
