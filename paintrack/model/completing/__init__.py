"""Completing a session: its scores on arrival and on leaving, and what can be wrong with them."""
