"""Success cases: people who use most and who use least of what they learned, drawn by rule and interviewed; what they say."""
