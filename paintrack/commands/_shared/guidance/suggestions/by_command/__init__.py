"""Suggestions for the words of one command, or of a few about one thing, such as the copies of a file.

A module for each such thing; what is about single entries, and what takes away or brings back, has a room.
"""
