"""Joint texts and the silence procedure."""
