"""Where things stand, on the screen and as JSON; the state of the file."""
