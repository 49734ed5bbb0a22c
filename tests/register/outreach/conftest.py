"""Every test of this folder stands in the house of the cast, on a day after the first meetings."""

from tests.register.house import house

__all__ = ["house"]
