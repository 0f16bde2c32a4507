"""What the numbers say. Pure; knows the model alone."""
