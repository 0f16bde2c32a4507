"""What is stored and what words mean: entries, scores, moments, money, text. Pure: no file, no clock, no screen.

A subject of several modules has a room of its own. Those on this floor stand alone: a kind of value or of error that
several rooms share.
"""
