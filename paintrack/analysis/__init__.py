"""What the numbers say. Pure: no file, no clock, no screen; imports the model alone."""
