"""Suggestions for words about single entries: which one is meant, and what is recorded or corrected of it."""
