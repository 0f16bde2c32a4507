"""Where things stand, on the screen and as JSON, and the state of the file."""
