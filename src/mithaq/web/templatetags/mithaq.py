"""Filters and tags that templates use without loading."""

from django import template

register = template.Library()
