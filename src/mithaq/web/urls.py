"""Every page there is."""

from django.urls import path

urlpatterns: list[object] = []
