"""Merging two histories: the later change of each value wins, in whatever order files are merged."""
