"""What the scores of one condition say: course, relief, carry-over, goal.

Each figure has a module of its own, with the name of the figure.
"""
