"""What the scores of one condition say: course, relief, carry-over, goal."""
