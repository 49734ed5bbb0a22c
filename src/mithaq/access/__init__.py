"""Who there is, what they may see (labels, gates), what they may do (permissions, operations), what they did (journal)."""
