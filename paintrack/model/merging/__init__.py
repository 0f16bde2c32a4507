"""Two histories as one: each value by its later change, whatever the order in which files are merged."""
