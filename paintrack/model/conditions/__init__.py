"""What a condition is: pain or not, and whether people expect a high score to be good."""
