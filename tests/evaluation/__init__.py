"""Imported first, so that numpy runs on one thread as it does in the product."""

import mithaq.evaluation  # noqa: F401
