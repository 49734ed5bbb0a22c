"""Documents as they came, their text and sentences, and search over all that is kept."""
