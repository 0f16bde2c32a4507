"""How entries change: corrections, new names, deletions, and the time stamp of each change."""
