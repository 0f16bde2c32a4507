"""How entries change: corrections, new names, deletions, and the stamp of each change."""
