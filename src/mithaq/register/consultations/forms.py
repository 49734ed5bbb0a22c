"""What is said and written around the table: minutes, outcomes, ideas, positions."""
