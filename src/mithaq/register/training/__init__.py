"""Training: centres with their dossiers, the catalogue of courses, offerings, trainers, certificates."""
