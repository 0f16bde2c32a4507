"""What before, after, log and rate have in common."""
