"""Series of consultations and their meetings."""
