"""What the scores of one condition say: course, relief, carry-over, goal.

One module for each figure, and all of them are here: whoever looks for a figure finds it by its name.
"""
