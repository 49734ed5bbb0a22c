"""What the reader found and a person decides. The finding as it was read is never edited."""
