"""What is done about commitments: actions, progress, due dates, reminders, the desk, the report."""
