"""Suggestions for the words of one command, or of a few about one thing, such as deletions or the copies of a file.

A module for each such thing.
"""
